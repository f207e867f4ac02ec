using DocBuilder.Typesetting.Fonts;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>What HarfBuzz is told besides the face and the text.</summary>
/// <param name="Script">The script.</param>
/// <param name="Language">The language.</param>
/// <param name="IsRightToLeft">Whether glyphs run from right to left.</param>
/// <param name="Features">Features that are turned on or off.</param>
internal readonly record struct ShapingSettings(HarfBuzzSharp.Script Script, Language Language, bool IsRightToLeft, Feature[] Features)
{
    /// <summary>Shapes a part of a text, with the rest of it as context; the glyphs are in the buffer then.</summary>
    /// <param name="face">The face.</param>
    /// <param name="buffer">The buffer; what it held is gone.</param>
    /// <param name="flags">What HarfBuzz is to note.</param>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="length">How long it is, in UTF-16 code units.</param>
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

    /// <summary>Copies the glyphs of a buffer, in visual order.</summary>
    /// <param name="buffer">The buffer, shaped.</param>
    /// <param name="clusterOffset">What is added to their clusters.</param>
    /// <param name="into">Where they go: as many as the buffer has.</param>
    public static void CopyGlyphs(Buffer buffer, int clusterOffset, Span<ShapedGlyph> into)
    {
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = ToGlyph(infos[i], positions[i], clusterOffset);
        }
    }

    /// <summary>A glyph of the buffer.</summary>
    /// <param name="info">What it is.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="clusterOffset">What is added to its cluster.</param>
    public static ShapedGlyph ToGlyph(in GlyphInfo info, in GlyphPosition position, int clusterOffset) => new(
        (ushort)info.Codepoint,
        clusterOffset + (int)info.Cluster,
        position.XAdvance,
        position.XOffset,
        position.YOffset,
        (info.GlyphFlags & GlyphFlags.UnsafeToBreak) != 0,
        (info.GlyphFlags & GlyphFlags.SafeToInsertTatweel) != 0);
}
