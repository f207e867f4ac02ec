using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Checks;

/// <summary>Finds presentation forms of Arabic letters: shapes that old systems stored in the place of letters.</summary>
internal static class LetterShapeCheck
{
    public static void Run(List<BlockText> texts, FindingList findings)
    {
        var count = 0;
        var first = default(SourcePosition);
        var example = '\0';
        foreach (var text in texts)
        {
            for (var i = -1; (i = NextShape(text.Words, i + 1)) >= 0;)
            {
                if (count++ == 0)
                {
                    first = text.PositionAt(i);
                    example = text.Words[i];
                }
            }
        }

        if (count > 0)
        {
            findings.Add(CheckFindings.PresentationForms, first, count.ToString(CultureInfo.InvariantCulture), ((int)example).ToString("X4", CultureInfo.InvariantCulture));
        }
    }

    private static int NextShape(string words, int from)
    {
        for (int next; (next = words.AsSpan(from).IndexOfAnyInRange('\uFB50', '\uFEFC')) >= 0; from++)
        {
            from += next;
            if (IsShape(words[from]))
            {
                return from;
            }
        }

        return -1;
    }

    // Not the signs of their own in these blocks: the ornate parentheses (FD3E, FD3F), honorifics (FD40..FD4F, FDCF, FDF0..FDFF) and pedagogical dots (FBB2..FBC2).
    private static bool IsShape(char c) =>
        c is (>= '\uFB50' and <= '\uFBB1') or (>= '\uFBD3' and <= '\uFD3D') or (>= '\uFD50' and <= '\uFDC7') or (>= '\uFE70' and <= '\uFEFC');
}
