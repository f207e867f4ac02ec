namespace DocBuilder.Typesetting.Fonts;

/// <summary>What a font's licence allows of documents that carry it (OpenType 1.9, OS/2 fsType, bits 1 to 3). Where old fonts set several, the least restrictive holds.</summary>
public enum EmbeddingRights
{
    /// <summary>It may be embedded, and installed from the document. Every shipped font is such.</summary>
    Installable,

    /// <summary>It must not be embedded.</summary>
    Restricted,

    /// <summary>It may be embedded in documents that are read and printed only: a PDF, not an EPUB.</summary>
    PreviewAndPrint,

    /// <summary>It may be embedded in documents that can be edited, and not installed from them.</summary>
    Editable,
}
