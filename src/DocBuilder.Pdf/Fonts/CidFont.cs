using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>A face that a font takes glyphs from, and how they are drawn.</summary>
/// <param name="Face">The face.</param>
/// <param name="Scale">Font units of the font to one of the face; a multiple of 1/16384, as composite glyphs have it.</param>
/// <param name="Rise">How far above the baseline, in units of the font: superscripts, subscripts.</param>
internal readonly record struct FontSource(FontFace Face, double Scale, int Rise = 0)
{
    /// <inheritdoc />
    public bool Equals(FontSource other) => ReferenceEquals(Face, other.Face) && Scale.Equals(other.Scale) && Rise == other.Rise;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Face, Scale, Rise);
}

/// <summary>
/// A subset font in the making: a CID for every pair of character and outline, in order of first use. A line that mixes faces or sizes is
/// shown with one font all the same, which then has several sources: pdf.js puts a line in order only as far as one font goes.
/// </summary>
/// <param name="face">The face that the font is named after and mostly cut from.</param>
/// <param name="id">The Type 0 font's object.</param>
/// <param name="resourceName">Its name in the pages' resources.</param>
/// <param name="capacity">How many CIDs it may hold; below 65,535, since composites need glyphs of their own.</param>
internal sealed class CidFont(FontFace face, ObjectId id, string resourceName, int capacity)
{
    private readonly Dictionary<ShownGlyph, (ushort Cid, int Width)> _knownGlyphs = [];
    private readonly Dictionary<(int Scalar, int Outline), ushort> _cids = [];
    private readonly Dictionary<GlyphOutline, int> _outlineNumbers = [];
    private int _lastSource;

    /// <summary>The face that the font is named after.</summary>
    public FontFace Face => face;

    /// <summary>The Type 0 font's object.</summary>
    public ObjectId Id => id;

    /// <summary>The name in the pages' resources.</summary>
    public string ResourceName => resourceName;

    /// <summary>Where glyphs are from; the first is the face itself.</summary>
    public List<FontSource> Sources { get; } = [new FontSource(face, 1)];

    /// <summary>Every different outline in the font's units, in order of first use.</summary>
    public List<GlyphOutline> Outlines { get; } = [];

    /// <summary>The characters, from CID 1 on: index 0 is CID 0, which is never shown.</summary>
    public List<(int Scalar, int Outline)> Characters { get; } = [default];

    /// <summary>The CID of a character; false when the font is full.</summary>
    /// <param name="scalar">The character.</param>
    /// <param name="outline">What it looks like, in the units of the source's face.</param>
    /// <param name="source">Where its glyphs are from.</param>
    /// <param name="cid">The CID.</param>
    /// <param name="width">Its width in thousandths of an em, as the W array has it.</param>
    public bool TryGetCid(int scalar, in GlyphOutline outline, in FontSource source, out ushort cid, out int width)
    {
        if (TryGetSource(source, out var number))
        {
            // Nearly every character is one glyph, and comes again and again.
            var isGlyph = outline.IsSingle(out var glyph);
            var shown = new ShownGlyph(glyph.Placed, (uint)outline.Advance | ((ulong)(uint)scalar << 32) | ((ulong)number << 56));
            if (isGlyph && _knownGlyphs.TryGetValue(shown, out var known))
            {
                (cid, width) = known;
                return true;
            }

            if (TryAdd(scalar, outline.From(number, source), out cid))
            {
                width = WidthOf(Outlines[Characters[cid].Outline]);
                if (isGlyph)
                {
                    _knownGlyphs.Add(shown, (cid, width));
                }

                return true;
            }
        }

        (cid, width) = (0, 0);
        return false;
    }

    /// <summary>The width of an outline in thousandths of an em.</summary>
    public int WidthOf(GlyphOutline outline) => (int)Math.Round(outline.Advance * 1000.0 / face.UnitsPerEm);

    private bool TryGetSource(in FontSource source, out byte number)
    {
        var index = source.Equals(Sources[_lastSource]) ? _lastSource : Sources.IndexOf(source);
        if (index < 0 && Sources.Count <= byte.MaxValue)
        {
            index = Sources.Count;
            Sources.Add(source);
        }

        number = (byte)index;
        _lastSource = Math.Max(index, 0);
        return index >= 0;
    }

    private bool TryAdd(int scalar, GlyphOutline outline, out ushort cid)
    {
        cid = 0;
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

        if (!_cids.TryGetValue((scalar, number), out cid))
        {
            cid = (ushort)Characters.Count;
            Characters.Add((scalar, number));
            _cids.Add((scalar, number), cid);
        }

        return true;
    }

    /// <summary>A character that is drawn as one glyph.</summary>
    /// <param name="Placed">The glyph, in the units of the source's face.</param>
    /// <param name="Rest">The source (bits 56 on), the character (bits 32 on), and the advance.</param>
    private readonly record struct ShownGlyph(ulong Placed, ulong Rest)
    {
        // HashCode.Combine would take longer than all the rest of finding it.
        public override int GetHashCode() => (int)(((Placed * 0x9E37_79B9_7F4A_7C15) ^ (Rest * 0xC2B2_AE3D_27D4_EB4F)) >> 32);
    }
}
