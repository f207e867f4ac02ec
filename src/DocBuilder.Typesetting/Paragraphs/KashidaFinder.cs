using System.Text;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>
/// Finds where joined letters may be lengthened, by the calligraphers' order of preference that typesetting took over (the list of
/// Internet Explorer 5.5 and OpenType's Arabic layout, refined by the Arabic Layout Requirements).
/// </summary>
internal static class KashidaFinder
{
    private const char Tatweel = '\u0640';
    private const char EndOfAyah = '\u06DD';
    private const char OrnateLeftParenthesis = '\uFD3E';
    private const char OrnateRightParenthesis = '\uFD3F';

    /// <summary>A word of two letters gains nothing from a kashida.</summary>
    private const int FewestLetters = 3;

    /// <summary>For every character, whether and how well the stroke that joins it to the letter before can be lengthened; null when none can.</summary>
    /// <param name="text">The text.</param>
    /// <param name="runs">Its runs.</param>
    /// <param name="buffer">What is returned lies in it; it is replaced when it is too short.</param>
    public static KashidaOpportunity[]? Find(string text, IReadOnlyList<ShapedRun> runs, ref KashidaOpportunity[] buffer)
    {
        KashidaOpportunity[]? found = null;
        foreach (var run in runs)
        {
            if (run.Face is null || run.Script != Script.Arabic || !run.IsRightToLeft || run.Segment.Style.IsCode || !HasStroke(run))
            {
                continue;
            }

            foreach (ref readonly var glyph in run.Glyphs.Span)
            {
                if (glyph.SafeToInsertTatweel && glyph.Cluster > run.Start && PriorityAt(text, glyph.Cluster) is > 0 and var priority)
                {
                    found ??= Cleared(ref buffer, text.Length);
                    found[glyph.Cluster] = new KashidaOpportunity(priority, run.Size);
                }
            }
        }

        if (found is not null)
        {
            LeaveOutScripture(text, found);
        }

        return found;
    }

    private static KashidaOpportunity[] Cleared(ref KashidaOpportunity[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new KashidaOpportunity[Math.Max(length, 2 * buffer.Length)];
        }

        Array.Clear(buffer, 0, length);
        return buffer;
    }

    /// <summary>1 for the best place, 7 for the least good, 0 for none, whatever the face would make of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">The letter after the stroke.</param>
    public static byte PriorityAt(string text, int place)
    {
        if (!TryLetterBefore(text, place, out var before) || !JoinsForwards(text[before]) || !JoinsBackwards(text[place]) || LettersAround(text, place) < FewestLetters)
        {
            return 0;
        }

        var letter = text[place];
        var next = LetterAfter(text, place);
        var isFinal = UnicodeProperties.JoiningType(letter) == JoiningType.RightJoining || next < 0 || !JoinsBackwards(text[next]);
        if (text[before] == Tatweel)
        {
            return 1;
        }

        if (IsSeenOrSad(text[before]))
        {
            return 2;
        }

        if (IsLam(text[before]) && IsAlef(letter))
        {
            return 0;
        }

        if (isFinal)
        {
            return FinalPriority(letter);
        }

        return IsTooth(letter) && IsRehOrYeh(text[next]) ? (byte)5 : (byte)0;
    }

    /// <summary>A face whose tatweel draws nothing asks for no kashida.</summary>
    private static bool HasStroke(ShapedRun run) =>
        run.Face!.GlyphFor(new Rune(Tatweel)) is not 0 and var glyph && run.Face.BoxOf(glyph) is not null && run.Face.AdvanceOf(glyph) > 0;

    /// <summary>How good a place is before the final form of a letter.</summary>
    private static byte FinalPriority(char letter) => letter switch
    {
        'ة' or 'ه' or 'د' or 'ذ' or 'ە' or 'ہ' or 'ۃ' or 'ڈ' => 3,
        'ط' or 'ظ' or 'ل' or 'ك' or 'ک' or 'گ' => 4,
        'و' or 'ؤ' or 'ع' or 'غ' or 'ق' or 'ف' or 'ڤ' => 6,
        'ي' or 'ى' or 'ی' or 'ئ' or 'ے' => 0,
        _ => IsAlef(letter) ? (byte)4 : (byte)7,
    };

    private static bool IsAlef(char letter) => letter is 'ا' or 'أ' or 'إ' or 'آ' or 'ٱ';

    private static bool IsLam(char letter) => letter is 'ل' or 'ڵ';

    private static bool IsSeenOrSad(char letter) => letter is 'س' or 'ش' or 'ص' or 'ض' or 'ښ' or 'ڛ' or 'ڜ' or 'ڝ' or 'ڞ';

    /// <summary>Letters that are a tooth in the middle of a word.</summary>
    private static bool IsTooth(char letter) => letter is 'ب' or 'ت' or 'ث' or 'ن' or 'ي' or 'ی' or 'ئ' or 'پ' or 'ٹ';

    private static bool IsRehOrYeh(char letter) => letter is 'ر' or 'ز' or 'ژ' or 'ڑ' or 'ي' or 'ى' or 'ی';

    private static bool JoinsForwards(char c) => UnicodeProperties.JoiningType(c) is JoiningType.DualJoining or JoiningType.LeftJoining || c == Tatweel;

    private static bool JoinsBackwards(char c) => UnicodeProperties.JoiningType(c) is JoiningType.DualJoining or JoiningType.RightJoining;

    private static bool IsTransparent(char c) => UnicodeProperties.JoiningType(c) == JoiningType.Transparent;

    private static bool TryLetterBefore(string text, int place, out int before)
    {
        for (before = place - 1; before >= 0 && IsTransparent(text[before]); before--)
        {
        }

        return before >= 0;
    }

    private static int LetterAfter(string text, int place)
    {
        var next = place + 1;
        while (next < text.Length && IsTransparent(text[next]))
        {
            next++;
        }

        return next < text.Length ? next : -1;
    }

    /// <summary>How many letters the word around a place has, as far as it matters.</summary>
    private static int LettersAround(string text, int place)
    {
        var letters = 1;
        for (var i = place - 1; i >= 0 && letters < FewestLetters && (char.IsLetter(text[i]) || IsTransparent(text[i]) || text[i] == Tatweel); i--)
        {
            letters += IsTransparent(text[i]) ? 0 : 1;
        }

        for (var i = place + 1; i < text.Length && letters < FewestLetters && (char.IsLetter(text[i]) || IsTransparent(text[i]) || text[i] == Tatweel); i++)
        {
            letters += IsTransparent(text[i]) ? 0 : 1;
        }

        return letters;
    }

    /// <summary>Verses of the Quran, which end in a rosette or stand between ornate parentheses, are set as they are written.</summary>
    private static void LeaveOutScripture(string text, KashidaOpportunity[] found)
    {
        var last = text.LastIndexOf(EndOfAyah);
        if (last >= 0)
        {
            // Where the first of them begins nobody says.
            Array.Clear(found, 0, last);
        }

        for (var start = NextParenthesis(0); start >= 0;)
        {
            var end = NextParenthesis(start + 1);
            if (end < 0)
            {
                return;
            }

            Array.Clear(found, start, end - start);
            start = NextParenthesis(end + 1);
        }

        int NextParenthesis(int from) => from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny(OrnateLeftParenthesis, OrnateRightParenthesis) is >= 0 and var at ? from + at : -1;
    }
}

/// <summary>A place where the stroke between two letters can be lengthened.</summary>
/// <param name="Priority">1 for the best, 7 for the least good; 0 for none.</param>
/// <param name="Size">The size of the letters, in points to the em.</param>
internal readonly record struct KashidaOpportunity(byte Priority, double Size)
{
    public bool IsPossible => Priority != 0;
}
