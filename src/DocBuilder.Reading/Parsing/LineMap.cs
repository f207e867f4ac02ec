using DocBuilder.Documents;

namespace DocBuilder.Reading.Parsing;

/// <summary>Lines and columns of a text. (The parser's own counters are 16 bits wide.)</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>The place of a character, from 1.</summary>
    public SourcePosition PositionAt(int index)
    {
        var line = _starts.BinarySearch(index);
        line = line < 0 ? ~line - 1 : line;
        return new SourcePosition(line + 1, index - _starts[line] + 1);
    }
}
