using System.Buffers;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Checks;

/// <summary>
/// Finds letters that were lost before the article came here: replacement characters, and text that was once read in a wrong encoding and saved so. Each kind
/// of the latter has its own look; one block that looks so is told, at its place.
/// </summary>
internal static class LostLettersCheck
{
    // What UTF-8's second bytes (80..BF) are in windows-1252, without those that are letters there.
    private const string Windows1252Continuations = "€‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ŠŒŽšœžŸ\u00A0";

    // The same in windows-1256, where the first bytes of Arabic letters (D8, D9) are tah and zah.
    private const string Windows1256Continuations = "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œںءآأؤإئابةتثجحخدذرزسشصض×¢£¤¥¦§¨©ھ«¬­®¯°±²³´µ¶·¸¹؛»¼½¾؟،";

    // Pairs that no language writes: one may be a sign, this many are a pattern.
    private const int FewestPairs = 3;

    // An honest word may end in tah, and a quotation or a sentence after it.
    private const int FewestPairsOfArabic = 6;

    private const int FewestWords = 4;

    private const char FirstAccented = '\u00C0';
    private const char LastAccented = '\u00FF';

    private static readonly SearchValues<char> FirstsOfWindows1252 = SearchValues.Create("ÃÂâØÙÚÛ×ÐÑ");
    private static readonly SearchValues<char> FirstsOfWindows1256 = SearchValues.Create("طظ");

    public static void Run(List<BlockText> texts, FindingList findings)
    {
        var lost = 0;
        var first = default(SourcePosition);
        foreach (var text in texts)
        {
            if (text.Words.Contains('\uFFFD', StringComparison.Ordinal))
            {
                first = lost == 0 ? text.PositionAt(text.Words.IndexOf('\uFFFD', StringComparison.Ordinal)) : first;
                lost += text.Words.Count(static c => c == '\uFFFD');
            }

            if (text.Block is not CodeBlock && FirstMisread(text) is { } index)
            {
                findings.Add(CheckFindings.Mojibake, text.PositionAt(index), WordScan.Excerpt(text.Words[index..]));
            }
        }

        // Bytes that made no letter have been told already.
        if (lost > 0 && !findings.Has(FindingCatalog.UndecodableBytes))
        {
            findings.Add(CheckFindings.ReplacementCharacters, first, lost.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Where the first kind of misread text begins that is in a block; null when there is none.</summary>
    private static int? FirstMisread(BlockText text)
    {
        // Both kinds of windows-1252 have accented letters, which few texts of Arabic have.
        var hasAccents = text.Words.AsSpan().ContainsAnyInRange(FirstAccented, LastAccented);
        return (hasAccents ? Utf8AsWindows1252(text.Words) : null) ?? Utf8AsWindows1256(text.Words) ?? (hasAccents ? Windows1256AsWindows1252(text) : null);
    }

    /// <summary>"Ø§Ù„", "Ã©", "â€œ": a first byte of UTF-8 and its second, each read as a letter of windows-1252.</summary>
    private static int? Utf8AsWindows1252(string words) =>
        FirstPair(words, FirstsOfWindows1252, Windows1252Continuations, FewestPairs);

    /// <summary>"ط§ظ„": Arabic in UTF-8, read as windows-1256.</summary>
    private static int? Utf8AsWindows1256(string words) => FirstPair(words, FirstsOfWindows1256, Windows1256Continuations, FewestPairsOfArabic, "آأؤإئابةتثجحخدذرزسشصضء،؛؟");

    private static int? FirstPair(string words, SearchValues<char> firsts, string seconds, int fewest, string plausible = "")
    {
        var strange = 0;
        int? first = null;
        for (int i = 0, next; (next = words.AsSpan(i).IndexOfAny(firsts)) >= 0 && i + next + 1 < words.Length; i++)
        {
            i += next;
            if (seconds.Contains(words[i + 1], StringComparison.Ordinal))
            {
                first ??= i;
                strange += plausible.Contains(words[i + 1], StringComparison.Ordinal) ? 0 : 1;
                i++;
            }
        }

        return strange >= fewest ? first : null;
    }

    /// <summary>"ÇáÓáÇã": Arabic in windows-1256, read as windows-1252. Words made of nothing but accented letters.</summary>
    private static int? Windows1256AsWindows1252(BlockText text)
    {
        var words = text.Words;
        var accented = 0;
        int? first = null;
        foreach (var (start, length) in text.Places)
        {
            if (length > 2 && words.AsSpan(start, length).IndexOfAnyExceptInRange(FirstAccented, LastAccented) < 0)
            {
                first ??= start;
                accented++;
            }
        }

        return accented >= FewestWords && accented * 2 > text.Places.Length ? first : null;
    }
}
