using System.Globalization;
using System.Runtime.InteropServices;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>The subset fonts of a file: usually one for every face that leads a line, another when one is full.</summary>
internal sealed class CidFontCollection(PdfFile file, int capacity = CidFontCollection.DefaultCapacity)
{
    /// <summary>Half of what 16 bits can count: every CID may need a composite glyph beside the glyphs that it is composed of.</summary>
    public const int DefaultCapacity = 32_000;

    private readonly Dictionary<FontFace, SlotBuilder> _builders = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FontFace, CidFont> _current = new(ReferenceEqualityComparer.Instance);
    private readonly List<CharacterSlot> _slots = [];
    private CidFont? _lastUsed;

    /// <summary>All fonts in order of first use.</summary>
    public List<CidFont> Fonts { get; } = [];

    /// <summary>Whether a run can be shown with the font of a face at a size: a composite glyph scales to less than twice the size.</summary>
    public static bool CanLead(FontFace face, double size, GlyphRun run) => SourceOf(face, size, run).Scale is >= 0.125 and < 2;

    /// <summary>The slots of a run, in visual order; the memory is used again for the next run.</summary>
    public ReadOnlySpan<CharacterSlot> SlotsOf(GlyphRun run)
    {
        if (!_builders.TryGetValue(run.Face, out var builder))
        {
            builder = new SlotBuilder(run.Face);
            _builders.Add(run.Face, builder);
        }

        _slots.Clear();
        builder.Build(run, _slots);
        return CollectionsMarshal.AsSpan(_slots);
    }

    /// <summary>Where a run's glyphs are from, seen from the face and size that lead the line.</summary>
    /// <param name="face">The leading face.</param>
    /// <param name="size">Its size in points.</param>
    /// <param name="run">The run.</param>
    /// <param name="rise">How far above the leading baseline the run stands, in points.</param>
    public static FontSource SourceOf(FontFace face, double size, GlyphRun run, double rise = 0)
    {
        const double Unit = 16384; // F2DOT14
        var scale = run.Size / size * face.UnitsPerEm / run.Face.UnitsPerEm;
        return new FontSource(run.Face, Math.Round(scale * Unit) / Unit, (int)Math.Round(rise * face.UnitsPerEm / size));
    }

    /// <summary>The font and the CID that show a slot, and the CID's width in thousandths of an em.</summary>
    public (CidFont Font, ushort Cid, int Width) Resolve(FontFace leader, in FontSource source, in CharacterSlot slot)
    {
        // One font shows nearly a whole page.
        var font = _lastUsed is { } last && ReferenceEquals(last.Face, leader) ? last
            : _current.TryGetValue(leader, out var current) ? current
            : Open(leader);

        if (!font.TryGetCid(slot.Scalar, slot.Outline, source, out var cid, out var width))
        {
            font = Open(leader);
            font.TryGetCid(slot.Scalar, slot.Outline, source, out cid, out width);
        }

        _lastUsed = font;
        return (font, cid, width);
    }

    private CidFont Open(FontFace face)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"F{Fonts.Count + 1}");
        var font = new CidFont(face, file.Reserve(), name, capacity);
        Fonts.Add(font);
        _current[face] = font;
        return font;
    }
}
