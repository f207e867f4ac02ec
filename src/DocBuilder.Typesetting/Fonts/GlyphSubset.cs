namespace DocBuilder.Typesetting.Fonts;

/// <summary>A font file with some of a face's glyphs.</summary>
/// <param name="FontFile">The file.</param>
/// <param name="NewIds">
/// From a glyph of the face to the glyph of the file, in the order of the face: those asked for, glyph 0, and the parts of composites.
/// New glyphs keep the order of the old ones and have no gaps.
/// </param>
public sealed record GlyphSubset(byte[] FontFile, IReadOnlyDictionary<ushort, ushort> NewIds);
