using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DocBuilder.Reading.Decoding;

/// <summary>Tells the encoding of bytes that are not UTF-8: the page in which they make likely letters beside likely neighbours.</summary>
internal static class LegacyEncodingGuess
{
    // Enough bytes to know any language by its letters.
    private const int SampleBytes = 256 * 1024;

    // A letter of another script beside an ASCII letter, or of two scripts beside each other: mistaken bytes make such words, people do not.
    private const int BadNeighbour = 6;

    private const int Undefined = -10;
    private const int Symbol = -3;
    private const int OtherLetter = 2;

    private static readonly string[] Candidates = ["windows-1256", "iso-8859-6", "windows-1255", "windows-1251", "windows-1253", "windows-1252"];

    // Pages of letters that are weighed here. What is declared as anything else is left to whoever declared it.
    private static readonly string[] Weighed = [.. Candidates, "windows-1250", "windows-1254", "iso-8859-8", "iso-8859-7"];

    // Letters by how often running text has them, the most frequent class first. Arabic with Persian and Urdu, Hebrew, Russian, Greek, and the
    // accented letters of western Europe and Turkish.
    private static readonly (int Score, string Letters)[] Frequencies =
    [
        (10, "الي" + "יוה" + "оеа" + "αοιε" + "é"),
        (9, "مونرت" + "לארתבשמ" + "интсрвл" + "τσνηυ" + "èàüöä"),
        (8, "بةعدسفهكأ" + "נםדחקע" + "кмдпу" + "ρκπμλςό" + "áíóçñãêßôùış"),
        (7, "قحجىشصطخ" + "פכגטןצס" + "яыьгзбч" + "δγθώάίέήύφβχ" + "\u05B0\u05B4\u05B5\u05B6\u05B7\u05B8\u05B9\u05BC\u05C1\u05C2" + "âîûúõåøæğ" + "\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652"),
        (5, "إضذثزءغآظئؤپچژگکںہےـ،؛؟" + "זךץף" + "йхжшюцщэфъё" + "ìòïëœÉÀÜÖÄ" + "«»“”‘’–—…\u00A0\u200C\u200D"),
    ];

    private static readonly FrozenDictionary<char, int> Scores =
        Frequencies.SelectMany(static row => row.Letters.Select(letter => KeyValuePair.Create(letter, row.Score))).ToFrozenDictionary();

    /// <summary>The likeliest encoding.</summary>
    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        Encoding? best = null;
        var bestScore = int.MinValue;
        foreach (var name in Candidates)
        {
            var encoding = EncodingNames.Find(name)!;
            var score = Score(bytes, encoding);
            if (score > bestScore)
            {
                bestScore = score;
                best = encoding;
            }
        }

        return best!;
    }

    /// <summary>Another encoding that the bytes speak for against the one declared; null when the declaration may stand.</summary>
    public static Encoding? Contradict(ReadOnlySpan<byte> bytes, Encoding declared)
    {
        if (!declared.IsSingleByte || !Array.Exists(Weighed, name => name.Equals(declared.WebName, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var high = 0;
        foreach (var b in bytes[..Math.Min(bytes.Length, SampleBytes)])
        {
            high += b >= 0x80 ? 1 : 0;
        }

        // Half a dozen letters can be a name. Pages that hold the same letters at the same places score the same, and nothing is gained.
        var best = Guess(bytes);
        return high >= 12 && (Score(bytes, best) - Score(bytes, declared)) > high ? best : null;
    }

    private static int Score(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var (scores, scripts) = Table(encoding);
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var score = 0;
        var before = Script.None;
        foreach (var b in sample)
        {
            var script = scripts[b];
            if (b >= 0x80)
            {
                score += scores[b];
            }

            if (script != before && script != Script.None && before != Script.None && !(IsLatin(script) && IsLatin(before)))
            {
                score -= BadNeighbour;
            }

            // Two accented letters in a row are rare, three are no word.
            score -= script == Script.Accented && before == Script.Accented ? 3 : 0;
            before = script;
        }

        return score;
    }

    private static bool IsLatin(Script script) => script is Script.Ascii or Script.Accented;

    private static (int[] Scores, Script[] Scripts) Table(Encoding encoding)
    {
        var all = new byte[256];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = (byte)i;
        }

        var scores = new int[256];
        var scripts = new Script[256];
        var letters = encoding.GetString(all);
        for (var i = 0; i < all.Length && i < letters.Length; i++)
        {
            var c = letters[i];
            scripts[i] = ScriptOf(c);
            scores[i] = Scores.TryGetValue(c, out var known) ? known
                : char.IsControl(c) || c == '\uFFFD' || char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse ? Undefined
                : scripts[i] != Script.None ? OtherLetter
                : Symbol;
        }

        return (scores, scripts);
    }

    private static Script ScriptOf(char c) => c switch
    {
        _ when char.IsAsciiLetter(c) => Script.Ascii,
        '\u0640' => Script.None,
        >= '\u0620' and <= '\u06D3' when char.IsLetter(c) => Script.Arabic,
        >= '\u05D0' and <= '\u05EA' => Script.Hebrew,
        >= '\u0400' and <= '\u04FF' => Script.Cyrillic,
        >= '\u0370' and <= '\u03FF' when char.IsLetter(c) => Script.Greek,
        >= '\u00C0' and <= '\u024F' when char.IsLetter(c) => Script.Accented,
        _ when char.IsLetter(c) && c >= '\u0080' => Script.Other,
        _ => Script.None,
    };

    private enum Script : byte
    {
        None,
        Ascii,
        Accented,
        Arabic,
        Hebrew,
        Cyrillic,
        Greek,
        Other,
    }
}
