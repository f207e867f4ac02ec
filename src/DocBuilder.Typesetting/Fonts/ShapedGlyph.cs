namespace DocBuilder.Typesetting.Fonts;

/// <summary>A glyph as HarfBuzz gave it, in font units.</summary>
/// <param name="Id">The glyph.</param>
/// <param name="Cluster">The place of its first character in the text.</param>
/// <param name="Advance">How far the line goes on after it.</param>
/// <param name="XOffset">How far to the right of its place it is drawn.</param>
/// <param name="YOffset">How far above the baseline it is drawn.</param>
/// <param name="UnsafeToBreak">Whether a line that begins with its cluster has to be shaped anew.</param>
/// <param name="SafeToInsertTatweel">Whether a kashida may stand before its cluster.</param>
internal readonly record struct ShapedGlyph(ushort Id, int Cluster, int Advance, int XOffset, int YOffset, bool UnsafeToBreak, bool SafeToInsertTatweel = false);
