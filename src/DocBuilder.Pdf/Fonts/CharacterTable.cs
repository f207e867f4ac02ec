namespace DocBuilder.Pdf.Fonts;

/// <summary>
/// The characters that a document shows with a face, each once. It is asked for every character of every page, so it is no more than a hash
/// table whose chains go through the characters themselves.
/// </summary>
internal sealed class CharacterTable
{
    // A face seldom shows more in one article; a book's body text does.
    private ShownCharacter?[] _chains = new ShownCharacter?[256];
    private readonly Dictionary<(int Scalar, GlyphOutline Outline), ShownCharacter> _composed = [];
    private int _count;

    /// <summary>The character that looks like this.</summary>
    /// <param name="scalar">The Unicode scalar value.</param>
    /// <param name="outline">What it looks like, in the units of the face.</param>
    public ShownCharacter Of(int scalar, in GlyphOutline outline)
    {
        if (outline.IsSingle(out var glyph))
        {
            return Of(scalar, glyph, outline.Advance);
        }

        if (!_composed.TryGetValue((scalar, outline), out var known))
        {
            known = new ShownCharacter(scalar, outline);
            _composed.Add((scalar, outline), known);
        }

        return known;
    }

    /// <summary>The character that is one glyph.</summary>
    /// <param name="scalar">The Unicode scalar value.</param>
    /// <param name="glyph">The glyph, in the units of the face.</param>
    /// <param name="advance">The advance in units of the face.</param>
    public ShownCharacter Of(int scalar, in GlyphComponent glyph, int advance)
    {
        var (placed, said) = (glyph.Placed, ShownCharacter.SaidOf(scalar, advance));
        for (var known = ChainOf(placed, said); known is not null; known = known.Next)
        {
            if (known.Placed == placed && known.Said == said)
            {
                return known;
            }
        }

        if (_count++ == _chains.Length)
        {
            Grow();
        }

        ref var chain = ref ChainOf(placed, said);
        return chain = new ShownCharacter(scalar, new GlyphOutline(advance, glyph)) { Next = chain };
    }

    // The best of a product are its upper bits. HashCode.Combine would take longer than all the rest.
    private ref ShownCharacter? ChainOf(ulong placed, ulong said) =>
        ref _chains[(int)(((placed * 0x9E37_79B9_7F4A_7C15) ^ (said * 0xC2B2_AE3D_27D4_EB4F)) >> 40) & (_chains.Length - 1)];

    private void Grow()
    {
        var old = _chains;
        _chains = new ShownCharacter?[2 * old.Length];
        foreach (var first in old)
        {
            for (var character = first; character is not null;)
            {
                var next = character.Next;
                ref var chain = ref ChainOf(character.Placed, character.Said);
                character.Next = chain;
                chain = character;
                character = next;
            }
        }
    }
}
