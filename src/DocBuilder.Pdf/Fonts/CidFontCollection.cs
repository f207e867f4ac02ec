using System.Globalization;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>The subset fonts of a file: usually one for every face, another when one is full.</summary>
internal sealed class CidFontCollection(PdfFile file, int capacity = CidFontCollection.DefaultCapacity)
{
    /// <summary>Half of what 16 bits can count: every CID may need a composite glyph beside the glyphs that it is composed of.</summary>
    public const int DefaultCapacity = 32_000;

    private readonly Dictionary<FontFace, FaceState> _faces = new(ReferenceEqualityComparer.Instance);

    /// <summary>All fonts in order of first use.</summary>
    public List<CidFont> Fonts { get; } = [];

    /// <summary>The slots of a run, in visual order.</summary>
    public List<CharacterSlot> SlotsOf(GlyphRun run)
    {
        var state = StateOf(run.Face);
        state.Slots.Clear();
        state.Builder.Build(run, state.Slots);
        return state.Slots;
    }

    /// <summary>The font and the CID that show a slot.</summary>
    public (CidFont Font, ushort Cid) Resolve(FontFace face, CharacterSlot slot)
    {
        var state = StateOf(face);
        if (!state.Current.TryGetCid(slot.Scalar, slot.Outline, out var cid))
        {
            state.Current = Open(face);
            state.Current.TryGetCid(slot.Scalar, slot.Outline, out cid);
        }

        return (state.Current, cid);
    }

    private FaceState StateOf(FontFace face)
    {
        if (!_faces.TryGetValue(face, out var state))
        {
            state = new FaceState(new SlotBuilder(face), Open(face));
            _faces.Add(face, state);
        }

        return state;
    }

    private CidFont Open(FontFace face)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"F{Fonts.Count + 1}");
        var font = new CidFont(face, file.Reserve(), name, capacity);
        Fonts.Add(font);
        return font;
    }

    private sealed class FaceState(SlotBuilder builder, CidFont current)
    {
        public SlotBuilder Builder => builder;

        public List<CharacterSlot> Slots { get; } = [];

        public CidFont Current { get; set; } = current;
    }
}
