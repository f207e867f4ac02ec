using DocBuilder.Typesetting.Fonts;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>What HarfBuzz is told besides the face and the text.</summary>
internal readonly record struct ShapingSettings(HarfBuzzSharp.Script Script, Language Language, bool IsRightToLeft, Feature[] Features)
{
    /// <summary>Shapes a part of a text, with the rest of it as context; the glyphs are in the buffer then.</summary>
    public void Shape(FontFace face, Buffer buffer, BufferFlags flags, ReadOnlySpan<char> text, int start, int length)
    {
        buffer.ClearContents();
        buffer.ClusterLevel = ClusterLevel.MonotoneCharacters;
        buffer.Flags = flags;
        buffer.AddUtf16(text, start, length);
        buffer.Direction = IsRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Script = Script;
        buffer.Language = Language;
        face.HarfBuzzFont.Shape(buffer, Features);
    }

    /// <summary>A glyph of the buffer, its cluster counted from somewhere else.</summary>
    public static ShapedGlyph ToGlyph(in GlyphInfo info, in GlyphPosition position, int clusterOffset) => new(
        (ushort)info.Codepoint,
        clusterOffset + (int)info.Cluster,
        position.XAdvance,
        position.XOffset,
        position.YOffset,
        (info.GlyphFlags & GlyphFlags.UnsafeToBreak) != 0,
        (info.GlyphFlags & GlyphFlags.SafeToInsertTatweel) != 0);
}
