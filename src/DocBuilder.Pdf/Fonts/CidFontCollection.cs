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

    /// <summary>All fonts in order of first use.</summary>
    public List<CidFont> Fonts { get; } = [];

    /// <summary>Whether a run can be shown with the font of a face at a size: a composite glyph scales to less than twice the size.</summary>
    public static bool CanLead(FontFace face, double size, GlyphRun run) => ScaleOf(face, size, run) is >= 0.125 and < 2;

    /// <summary>The slots of a run, in visual order; the memory is used again for the next run.</summary>
    public ReadOnlySpan<CharacterSlot> SlotsOf(GlyphRun run)
    {
        _slots.Clear();
        BuilderOf(run.Face).Build(run, _slots);
        return CollectionsMarshal.AsSpan(_slots);
    }

    /// <summary>The same character with another advance.</summary>
    /// <param name="face">The face that draws it.</param>
    /// <param name="character">The character.</param>
    /// <param name="advance">The advance in units of the face.</param>
    public ShownCharacter WithAdvance(FontFace face, ShownCharacter character, int advance) =>
        BuilderOf(face).Characters.Of(character.Scalar, character.Outline with { Advance = advance });

    /// <summary>Where a run's glyphs are from, seen from the face and size that lead the line.</summary>
    /// <param name="leader">The leading face.</param>
    /// <param name="size">Its size in points.</param>
    /// <param name="run">The run.</param>
    /// <param name="rise">How far above the leading baseline the run stands, in points.</param>
    public FontSource SourceOf(FontFace leader, double size, GlyphRun run, double rise)
    {
        var font = _current.TryGetValue(leader, out var current) ? current : Open(leader);
        return SourceIn(font, run.Face, ScaleOf(leader, size, run), (int)Math.Round(rise * leader.UnitsPerEm / size));
    }

    /// <summary>Gives a character its CID in the font of a source.</summary>
    /// <param name="character">The character.</param>
    /// <param name="source">Where its glyphs are from.</param>
    /// <returns>The source; one like it of another font, when the font is full.</returns>
    public FontSource Show(ShownCharacter character, FontSource source)
    {
        if (!source.Font.TryShow(character, source))
        {
            source = SourceIn(Open(source.Font.Face), source.Face, source.Scale, source.Rise);
            source.Font.TryShow(character, source);
        }

        return source;
    }

    private static double ScaleOf(FontFace face, double size, GlyphRun run)
    {
        const double Unit = 16384; // F2DOT14
        return Math.Round(run.Size / size * face.UnitsPerEm / run.Face.UnitsPerEm * Unit) / Unit;
    }

    private FontSource SourceIn(CidFont font, FontFace face, double scale, int rise) =>
        font.SourceOf(face, scale, rise) ?? Open(font.Face).SourceOf(face, scale, rise)!;

    private SlotBuilder BuilderOf(FontFace face)
    {
        if (!_builders.TryGetValue(face, out var builder))
        {
            builder = new SlotBuilder(face);
            _builders.Add(face, builder);
        }

        return builder;
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
