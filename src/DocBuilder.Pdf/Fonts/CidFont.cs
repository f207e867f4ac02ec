using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>A subset font in the making: a CID for every pair of character and outline, in order of first use.</summary>
/// <param name="face">The face that it is cut from.</param>
/// <param name="id">The Type 0 font's object.</param>
/// <param name="resourceName">Its name in the pages' resources.</param>
/// <param name="capacity">How many CIDs it may hold; below 65,535, since composites need glyphs of their own.</param>
internal sealed class CidFont(FontFace face, ObjectId id, string resourceName, int capacity)
{
    private readonly Dictionary<(int Scalar, GlyphOutline Outline), ushort> _cids = [];
    private readonly Dictionary<GlyphOutline, int> _outlineNumbers = [];

    /// <summary>The face.</summary>
    public FontFace Face => face;

    /// <summary>The Type 0 font's object.</summary>
    public ObjectId Id => id;

    /// <summary>The name in the pages' resources.</summary>
    public string ResourceName => resourceName;

    /// <summary>Every different outline, in order of first use.</summary>
    public List<GlyphOutline> Outlines { get; } = [];

    /// <summary>The characters, from CID 1 on: index 0 is CID 0, which is never shown.</summary>
    public List<(int Scalar, int Outline)> Characters { get; } = [default];

    /// <summary>The CID of a character; false when the font is full.</summary>
    public bool TryGetCid(int scalar, GlyphOutline outline, out ushort cid)
    {
        if (_cids.TryGetValue((scalar, outline), out cid))
        {
            return true;
        }

        if (Characters.Count > capacity)
        {
            return false;
        }

        if (!_outlineNumbers.TryGetValue(outline, out var number))
        {
            number = Outlines.Count;
            Outlines.Add(outline);
            _outlineNumbers.Add(outline, number);
        }

        cid = (ushort)Characters.Count;
        Characters.Add((scalar, number));
        _cids.Add((scalar, outline), cid);
        return true;
    }

    /// <summary>The width of an outline in thousandths of an em, as the W array has it.</summary>
    public int WidthOf(GlyphOutline outline) => (int)Math.Round(outline.Advance * 1000.0 / face.UnitsPerEm);
}
