using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>
/// A subset font in the making: a CID for every pair of character and outline, in order of first use. A line that mixes faces or sizes is
/// shown with one font all the same, which then has several sources: pdf.js puts a line in order only as far as one font goes.
/// </summary>
internal sealed class CidFont
{
    // What a face shows in an article.
    private const int UsualCharacters = 128;

    private readonly int _capacity;
    // The first character of every outline, and the characters that look like another one.
    private readonly Dictionary<GlyphOutline, ushort> _firstCids = new(UsualCharacters);
    private readonly Dictionary<(int Scalar, int Outline), ushort> _otherCids = [];

    /// <summary>Begins a font.</summary>
    /// <param name="face">The face that the font is named after and mostly cut from.</param>
    /// <param name="id">The Type 0 font's object.</param>
    /// <param name="resourceName">Its name in the pages' resources.</param>
    /// <param name="capacity">How many CIDs it may hold; below 65,535, since composites need glyphs of their own.</param>
    public CidFont(FontFace face, ObjectId id, string resourceName, int capacity)
    {
        (Face, Id, ResourceName, _capacity) = (face, id, resourceName, capacity);
        Sources = [new FontSource(this, 0, face, 1, 0)];
    }

    /// <summary>The face that the font is named after.</summary>
    public FontFace Face { get; }

    /// <summary>The Type 0 font's object.</summary>
    public ObjectId Id { get; }

    /// <summary>The name in the pages' resources.</summary>
    public string ResourceName { get; }

    /// <summary>Where glyphs are from; the first is the face itself.</summary>
    public List<FontSource> Sources { get; }

    /// <summary>Every different outline in the font's units, in order of first use.</summary>
    public List<GlyphOutline> Outlines { get; } = new(UsualCharacters);

    /// <summary>The characters, from CID 1 on: index 0 is CID 0, which is never shown.</summary>
    public List<(int Scalar, int Outline)> Characters { get; } = new(UsualCharacters) { default };

    /// <summary>The source that draws glyphs of a face like this; null when there can be no more sources.</summary>
    public FontSource? SourceOf(FontFace face, double scale, int rise)
    {
        foreach (var source in Sources)
        {
            if (source.Is(face, scale, rise))
            {
                return source;
            }
        }

        if (Sources.Count > byte.MaxValue)
        {
            return null;
        }

        Sources.Add(new FontSource(this, (byte)Sources.Count, face, scale, rise));
        return Sources[^1];
    }

    /// <summary>Gives a character its CID.</summary>
    /// <param name="character">The character.</param>
    /// <param name="source">Where its glyphs are from.</param>
    /// <returns>False when the font is full.</returns>
    public bool TryShow(ShownCharacter character, FontSource source)
    {
        if (!TryGetCid(character.Scalar, character.Outline.From(source), out var cid))
        {
            return false;
        }

        character.Show(source, cid, WidthOf(Outlines[Characters[cid].Outline]));
        return true;
    }

    /// <summary>The width of an outline in thousandths of an em.</summary>
    public int WidthOf(GlyphOutline outline) => (int)Math.Round(outline.Advance * 1000.0 / Face.UnitsPerEm);

    private bool TryGetCid(int scalar, GlyphOutline outline, out ushort cid)
    {
        var isKnown = _firstCids.TryGetValue(outline, out cid);
        if (isKnown && Characters[cid].Scalar == scalar)
        {
            return true;
        }

        var number = isKnown ? Characters[cid].Outline : Outlines.Count;
        if (isKnown && _otherCids.TryGetValue((scalar, number), out var other))
        {
            cid = other;
            return true;
        }

        if (Characters.Count > _capacity)
        {
            return false;
        }

        cid = (ushort)Characters.Count;
        Characters.Add((scalar, number));
        if (isKnown)
        {
            _otherCids.Add((scalar, number), cid);
        }
        else
        {
            Outlines.Add(outline);
            _firstCids.Add(outline, cid);
        }

        return true;
    }
}
