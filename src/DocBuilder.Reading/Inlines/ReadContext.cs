using DocBuilder.Documents;

namespace DocBuilder.Reading.Inlines;

/// <summary>What an element's content inherits.</summary>
internal sealed record ReadContext
{
    public required string Language { get; init; }

    public required TextDirection Direction { get; init; }

    /// <summary>Whether white space is kept (<c>pre</c>).</summary>
    public bool PreservesWhiteSpace { get; init; }

    /// <summary>Whether wide gaps and separators divide hemistichs.</summary>
    public bool IsVerse { get; init; }

    /// <summary>How many <c>q</c> elements are open.</summary>
    public int QuotationDepth { get; init; }

    /// <summary>How many unordered lists are open.</summary>
    public int ListDepth { get; init; }

    /// <summary>Whether a link is open: links do not nest.</summary>
    public bool IsInLink { get; init; }
}
