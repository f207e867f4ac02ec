using DocBuilder.Documents;

namespace DocBuilder.Reading.Parsing;

/// <summary>Lines and columns of a text. (The parser's own counters are 16 bits wide.)</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];
    private int _last;

    public LineMap(string text)
    {
        for (int i = 0, next; (next = text.AsSpan(i).IndexOfAny('\n', '\r')) >= 0; i++)
        {
            i += next;
            if (text[i] == '\n' || i + 1 == text.Length || text[i + 1] != '\n')
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>The place of a character, from 1.</summary>
    public SourcePosition PositionAt(int index)
    {
        // What is asked for one after the other mostly stands in one line, or the next.
        var line = _last;
        if (index < _starts[line] || (line + 1 < _starts.Count && index >= _starts[line + 1]))
        {
            line = _starts.BinarySearch(index);
            line = line < 0 ? ~line - 1 : line;
            _last = line;
        }

        return new SourcePosition(line + 1, index - _starts[line] + 1);
    }
}
