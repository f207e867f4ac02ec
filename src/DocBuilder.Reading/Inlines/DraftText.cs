using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Inlines;

/// <summary>
/// Words in one language and direction. Most texts of a page are written as they are to be read; such a one is kept as the stretch of the source that it is,
/// and nothing is copied until something else is joined to it.
/// </summary>
internal sealed class DraftText(ReadContext context, SourcePosition position) : Draft
{
    private string _source = "";
    private int _start;
    private int _length;
    private StringBuilder? _joined;
    private List<PageMark>? _pageMarks;

    public ReadContext Context { get; } = context;

    public SourcePosition Position { get; } = position;

    /// <summary>The pages of another print edition that begin in it.</summary>
    public List<PageMark> PageMarks => _pageMarks ??= [];

    public bool HasPageMarks => _pageMarks is { Count: > 0 };

    public int Length => _joined?.Length ?? _length;

    public char this[int index] => _joined is null ? _source[_start + index] : _joined[index];

    /// <summary>Appends a stretch of a text.</summary>
    public void Append(string text, int start, int length)
    {
        if (_joined is null && _length == 0)
        {
            (_source, _start, _length) = (text, start, length);
        }
        else if (_joined is null && ReferenceEquals(text, _source) && start == _start + _length)
        {
            _length += length;
        }
        else
        {
            Joined(text.Length - start).Append(text, start, length);
        }
    }

    /// <summary>Appends a character that the source has in another form.</summary>
    /// <param name="c">The character.</param>
    /// <param name="expected">How many characters are likely to come.</param>
    public void Append(char c, int expected) => Joined(expected).Append(c);

    /// <summary>Takes characters away at the beginning.</summary>
    public void TrimStart(int count)
    {
        if (_joined is null)
        {
            (_start, _length) = (_start + count, _length - count);
        }
        else
        {
            _joined.Remove(0, count);
        }
    }

    /// <summary>Takes characters away at the end.</summary>
    public void TrimEnd(int count)
    {
        if (_joined is null)
        {
            _length -= count;
        }
        else
        {
            _joined.Length -= count;
        }
    }

    /// <summary>Whether it holds nothing but white space.</summary>
    public bool IsBlank => _joined is null ? _source.AsSpan(_start, _length).IsWhiteSpace() : string.IsNullOrWhiteSpace(_joined.ToString());

    public override string ToString() => _joined?.ToString() ?? (_length == _source.Length ? _source : _source.Substring(_start, _length));

    private StringBuilder Joined(int expected) => _joined ??= new StringBuilder(_length + expected + 16).Append(_source, _start, _length);
}
