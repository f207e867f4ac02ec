using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Pdf.Inspection;

/// <summary>What a paragraph has said so far, as far as the order of its next line hangs on it: that line may be on another page, or go on behind a note.</summary>
internal sealed class LinesBefore
{
    private const string Opening = "([{«‹﴾", Closing = ")]}»›﴿";

    private readonly int[] _open = new int[Opening.Length];

    /// <summary>Whether the last strong character is an Arabic letter.</summary>
    public bool EndWithArabic { get; private set; }

    /// <summary>Adds a line.</summary>
    /// <param name="line">It in logical order.</param>
    public void Add(string line)
    {
        foreach (var rune in line.EnumerateRunes())
        {
            EndWithArabic = UnicodeProperties.BidiClass(rune.Value) switch { BidiClass.AL => true, BidiClass.L or BidiClass.R => false, _ => EndWithArabic };
        }

        Match(line, _open);
    }

    /// <summary>How many brackets of a line find no partner in it or before it.</summary>
    /// <param name="line">It in logical order.</param>
    public int Unmatched(IEnumerable<char> line)
    {
        var open = (int[])_open.Clone();
        var unmatched = Match(line, open);
        for (var kind = 0; kind < open.Length; kind++)
        {
            unmatched += Math.Max(0, open[kind] - _open[kind]);
        }

        return unmatched;
    }

    /// <summary>Opens and closes, and counts what closes nothing.</summary>
    private static int Match(IEnumerable<char> line, int[] open)
    {
        var unmatched = 0;
        foreach (var character in line)
        {
            if (Opening.IndexOf(character) is >= 0 and var opened)
            {
                open[opened]++;
            }
            else if (Closing.IndexOf(character) is >= 0 and var closed)
            {
                if (open[closed] > 0)
                {
                    open[closed]--;
                }
                else
                {
                    unmatched++;
                }
            }
        }

        return unmatched;
    }
}
