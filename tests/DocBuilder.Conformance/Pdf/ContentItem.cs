namespace DocBuilder.Conformance.Pdf;

/// <summary>What is drawn.</summary>
internal enum ContentKind
{
    Text,
    Path,
    Image,
    Shading,
}

/// <summary>An open marked-content sequence.</summary>
/// <param name="Tag">The tag, without its slash.</param>
/// <param name="Properties">The properties' entries as text, by key.</param>
/// <param name="Owner">The page or form XObject whose stream opens it; a form that is drawn inside belongs to it as a whole.</param>
internal sealed record Mark(string Tag, IReadOnlyDictionary<string, string> Properties, string Owner)
{
    public int? MarkedContentId => Properties.TryGetValue("MCID", out var id)
        ? int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) : null;
}

/// <summary>Something drawn by a content stream, with the marked-content sequences around it, the outermost first.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Marks">The open sequences.</param>
/// <param name="Owner">The page or form XObject whose stream draws it.</param>
internal sealed record ContentItem(ContentKind Kind, IReadOnlyList<Mark> Marks, string Owner)
{
    /// <summary>The font of shown text.</summary>
    public PdfValue Font { get; init; }

    /// <summary>The two-byte codes of shown text, in stream order.</summary>
    public IReadOnlyList<int> Codes { get; init; } = [];

    /// <summary>Where the baseline stands, in points above the page's bottom.</summary>
    public double Baseline { get; init; }

    public int RenderingMode { get; init; }

    public bool IsArtifact => Marks.Any(mark => mark.Tag == "Artifact");

    public bool IsTagged => Marks.Any(mark => mark.MarkedContentId is not null);
}
