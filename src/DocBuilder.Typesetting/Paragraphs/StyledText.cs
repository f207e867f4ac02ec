using DocBuilder.Documents;
using DocBuilder.Typesetting.Formulas;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>A paragraph as one string with the stretches that it is made of.</summary>
/// <param name="Text">
/// The characters that bidi and line breaking see: the article's text, isolate controls where markup asks for them,
/// U+2028 for a forced break and U+FFFC for a picture or a part of a formula.
/// </param>
/// <param name="Segments">The stretches, in order, without gaps.</param>
/// <param name="Anchors">Nodes that begin inside the text and can be linked to, with their places.</param>
/// <param name="Direction">The base direction.</param>
internal sealed record StyledText(
    string Text,
    IReadOnlyList<TextSegment> Segments,
    IReadOnlyList<(int Start, Node Node)> Anchors,
    TextDirection Direction);

/// <summary>A stretch of a paragraph that belongs to one owner and has one look.</summary>
/// <param name="Start">Where it begins in the paragraph's text.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">What it says; default for controls.</param>
/// <param name="OwnerStart">Where it begins in the owner's text.</param>
/// <param name="Language">Its language.</param>
/// <param name="Style">Its look.</param>
/// <param name="Target">The <see cref="Link"/> or <see cref="NoteReference"/> that it is part of.</param>
internal sealed record TextSegment(
    int Start,
    int Length,
    SegmentKind Kind,
    ContentOwner Owner,
    int OwnerStart,
    string Language,
    TextStyle Style,
    Node? Target)
{
    public int End => Start + Length;

    /// <summary>What is drawn of a formula; null in other stretches.</summary>
    public FormulaPiece? Formula { get; init; }
}

/// <summary>What a stretch of a paragraph is.</summary>
internal enum SegmentKind
{
    /// <summary>Characters to be drawn.</summary>
    Text,

    /// <summary>Characters that only steer bidi and line breaking.</summary>
    Control,

    /// <summary>A picture in the line.</summary>
    Image,

    /// <summary>A part of a formula.</summary>
    Formula,

    /// <summary>Room between two calls to notes.</summary>
    Gap,
}
