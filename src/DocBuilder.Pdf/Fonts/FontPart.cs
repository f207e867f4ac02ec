using System.Numerics;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>What one face gives to a font file: glyph 0, the glyphs that are taken and their components, in the order of the face.</summary>
/// <param name="face">The face.</param>
internal sealed class FontPart(FontFace face)
{
    private const int Bits = 64;

    private readonly bool _isTrueType = face.HasTrueTypeOutlines;

    // A bit for every glyph of the face, and how many bits are set before each of the numbers that hold them.
    private readonly ulong[] _taken = new ulong[(face.GlyphCount / Bits) + 1];
    private readonly int[] _takenBefore = new int[(face.GlyphCount / Bits) + 1];

    private TrueTypeOutlines? _outlines;

    /// <summary>The face.</summary>
    public FontFace Face => face;

    /// <summary>The glyphs that it gives, once all are taken.</summary>
    public ushort[] Glyphs { get; private set; } = [];

    /// <summary>Where its glyphs begin in the file.</summary>
    public int FirstGlyph { get; set; }

    /// <summary>The tables that describe the glyphs, once all are taken.</summary>
    public TrueTypeOutlines Outlines => _outlines ?? throw new InvalidOperationException("The glyphs are still being taken.");

    /// <summary>Takes a glyph.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The face has no such glyph.</exception>
    public void Take(ushort glyph)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(glyph, face.GlyphCount);
        _taken[glyph / Bits] |= 1UL << (glyph % Bits);
    }

    /// <summary>Ends the taking: adds glyph 0 and the components of what is taken.</summary>
    public void Close()
    {
        Take(0);
        if (_isTrueType)
        {
            _outlines = new TrueTypeOutlines(face.Tables);
            TakeComponents();
        }

        var count = 0;
        for (var i = 0; i < _taken.Length; i++)
        {
            _takenBefore[i] = count;
            count += BitOperations.PopCount(_taken[i]);
        }

        Glyphs = Taken(count);
        _outlines ??= new TrueTypeOutlines(Sfnt.Parse(CubicOutlines.Convert(face, Glyphs)));
    }

    /// <summary>A glyph of the face as a glyph of the file; glyph 0 of the face for one that was not taken.</summary>
    public ushort GlyphFor(ushort glyph) => (ushort)(FirstGlyph + PlaceOf(glyph));

    /// <summary>A glyph's description. Glyph 0 stands for what a face has not, which is never shown, and is blank.</summary>
    public GlyphDescription DescriptionOf(ushort glyph) => glyph == 0 ? default : Outlines.DescriptionOf(NumberOf(glyph));

    /// <summary>A glyph's advance and left side bearing.</summary>
    public (int Advance, int Bearing) MetricsOf(ushort glyph) => Outlines.MetricsOf(NumberOf(glyph));

    /// <summary>Points, contours and nesting of a glyph.</summary>
    /// <param name="glyph">The glyph.</param>
    /// <param name="description">Its description.</param>
    public GlyphComplexity ComplexityOf(ushort glyph, GlyphDescription description) => Outlines.ComplexityOf(NumberOf(glyph), description);

    /// <summary>The table <c>maxp</c>, of version 1.0, without what hints ask for: of the twilight zone on, up to the size of instructions.</summary>
    public byte[] MaxpWithoutHints()
    {
        const int MaxZones = 14, AfterHints = 28;
        var maxp = Outlines.Maxp.ToArray();
        if (_isTrueType && maxp.Length >= AfterHints)
        {
            maxp.AsSpan(MaxZones..AfterHints).Clear();
            maxp[MaxZones + 1] = 1;
        }

        return maxp;
    }

    // Cubic outlines are converted for the glyphs only that are taken.
    private int NumberOf(ushort glyph) => _isTrueType ? glyph : PlaceOf(glyph);

    private int PlaceOf(ushort glyph)
    {
        if (glyph >= face.GlyphCount || !IsTaken(glyph))
        {
            return 0;
        }

        var before = _taken[glyph / Bits] & ((1UL << (glyph % Bits)) - 1);
        return _takenBefore[glyph / Bits] + BitOperations.PopCount(before);
    }

    private void TakeComponents()
    {
        var unread = new Stack<ushort>(Taken(_taken.Sum(static bits => BitOperations.PopCount(bits))));
        while (unread.TryPop(out var glyph))
        {
            var description = DescriptionOf(glyph);
            if (description.IsBlank || !description.IsComposite)
            {
                continue;
            }

            for (var component = description.FirstComponent; component > 0; component = description.ComponentAfter(component))
            {
                var part = description.GlyphOf(component);
                if (part < face.GlyphCount && !IsTaken(part))
                {
                    Take(part);
                    unread.Push(part);
                }
            }
        }
    }

    private bool IsTaken(ushort glyph) => (_taken[glyph / Bits] & (1UL << (glyph % Bits))) != 0;

    private ushort[] Taken(int count)
    {
        var glyphs = new ushort[count];
        for (int i = 0, n = 0; i < _taken.Length; i++)
        {
            for (var left = _taken[i]; left != 0; left &= left - 1)
            {
                glyphs[n++] = (ushort)((i * Bits) + BitOperations.TrailingZeroCount(left));
            }
        }

        return glyphs;
    }
}
