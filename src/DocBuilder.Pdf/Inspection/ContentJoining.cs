namespace DocBuilder.Pdf.Inspection;

/// <summary>Puts the words of one piece of content beside those of the piece before it, which may stand on another line or page.</summary>
internal sealed class ContentJoining
{
    private int _page;
    private DrawnText.LineExtent? _before;
    private bool _endsWithSpace = true;
    private bool _endsInsideWord;

    /// <summary>The text with a space in front where one is meant, and without the hyphen of a word that goes on.</summary>
    /// <param name="page">The page it is on.</param>
    /// <param name="content">What is drawn.</param>
    /// <param name="text">What that says.</param>
    public string Next(int page, MarkedText content, string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var extents = DrawnText.Extents(content.Letters);
        var isApart = page != _page || _before is not { } before || extents is not { First: var first } || before.IsApart(first);
        var needsSpace = isApart && !_endsWithSpace && !_endsInsideWord && !char.IsWhiteSpace(text[0]);
        _page = page;
        _before = extents?.Last;
        _endsInsideWord = text[^1] == DrawnText.SoftHyphen;
        _endsWithSpace = char.IsWhiteSpace(text[^1]);
        text = _endsInsideWord ? text[..^1] : text;
        return needsSpace ? " " + text : text;
    }
}
