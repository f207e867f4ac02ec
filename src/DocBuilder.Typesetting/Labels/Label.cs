using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Typesetting.Labels;

/// <summary>Words in a drawing that stand on one line.</summary>
/// <param name="Spans">The stretches of it, in logical order.</param>
/// <param name="Families">Font families in order of preference, as CSS names them; empty for the theme's own.</param>
/// <param name="Direction">The base direction.</param>
/// <param name="Language">The language, a BCP 47 tag.</param>
public sealed record Label(ImmutableArray<LabelSpan> Spans, ImmutableArray<string> Families, TextDirection Direction, string Language);

/// <summary>A stretch of a label that looks alike.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Size">Units of the drawing to the em, over 0.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="IsItalic">Whether it is italic, where its script has italics.</param>
public sealed record LabelSpan(string Text, double Size, bool IsBold, bool IsItalic);

/// <summary>Glyphs of a label in one face.</summary>
/// <param name="Span">Which of the label's spans they are from.</param>
/// <param name="Face">The face.</param>
/// <param name="Size">Units of the drawing to the em.</param>
/// <param name="Level">The embedding level (UAX #9); odd is right to left.</param>
/// <param name="Glyphs">The glyphs from left to right; clusters are places in the whole label's text.</param>
public sealed record LabelRun(int Span, FontFace Face, double Size, byte Level, ImmutableArray<Glyph> Glyphs)
{
    /// <summary>The width, in units of the drawing.</summary>
    public double Width => Glyphs.Sum(static glyph => (long)glyph.Advance) * Size / Face.UnitsPerEm;
}
