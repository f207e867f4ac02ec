using System.Buffers;

namespace DocBuilder.Reading.Checks;

/// <summary>
/// Finds Hebrew and Arabic text that is stored from left to right as it is seen. Its words are spelled backwards, which shows in letters that only end words:
/// the final forms of Hebrew, and the teh marbuta and alef maksura of Arabic.
/// </summary>
internal static class VisualOrderCheck
{
    // The letters that end words; at the beginning of a word each is a mistake of spelling, and several are none.
    private static readonly SearchValues<char> HebrewFinals = SearchValues.Create("ךםןףץ");
    private static readonly SearchValues<char> ArabicFinals = SearchValues.Create("ةى");

    private const int FewestWords = 5;

    public static void Run(List<BlockText> texts, FindingList findings)
    {
        Find(HebrewFinals, texts, findings);
        Find(ArabicFinals, texts, findings);
    }

    private static void Find(SearchValues<char> finals, List<BlockText> texts, FindingList findings)
    {
        int atStart = 0, atEnd = 0;
        (BlockText Text, int Start)? first = null;
        foreach (var text in texts)
        {
            if (text.Words.AsSpan().IndexOfAny(finals) < 0)
            {
                continue;
            }

            foreach (var (start, length) in text.Places)
            {
                if (length > 1 && finals.Contains(text.Words[start]))
                {
                    atStart++;
                    first ??= (text, start);
                }

                atEnd += length > 1 && finals.Contains(text.Words[start + length - 1]) ? 1 : 0;
            }
        }

        if (first is { } place && atStart >= FewestWords && atStart > atEnd)
        {
            findings.Add(CheckFindings.VisualOrder, place.Text.PositionAt(place.Start), WordScan.Excerpt(place.Text.Words[place.Start..]));
        }
    }
}
