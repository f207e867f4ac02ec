namespace DocBuilder.Pdf.Fonts;

/// <summary>
/// The characters that a document shows with a face, each once. It is asked for every character of every page, so it is no more than a hash
/// table whose chains go through the characters themselves.
/// </summary>
internal sealed class CharacterTable
{
    // A face seldom shows more in one article; a book's body text does.
    private ShownCharacter?[] _chains = new ShownCharacter?[256];
    private int _count;

    /// <summary>The character that looks like this.</summary>
    /// <param name="scalar">The Unicode scalar value.</param>
    /// <param name="outline">What it looks like, in the units of the face.</param>
    public ShownCharacter Of(int scalar, in GlyphOutline outline)
    {
        for (var known = ChainOf(scalar, outline); known is not null; known = known.Next)
        {
            if (known.Scalar == scalar && known.Outline.Equals(outline))
            {
                return known;
            }
        }

        if (_count == _chains.Length)
        {
            Grow();
        }

        ref var chain = ref ChainOf(scalar, outline);
        _count++;
        return chain = new ShownCharacter(scalar, outline) { Next = chain };
    }

    private ref ShownCharacter? ChainOf(int scalar, in GlyphOutline outline) =>
        ref _chains[(outline.GetHashCode() ^ scalar) & (_chains.Length - 1)];

    private void Grow()
    {
        var old = _chains;
        _chains = new ShownCharacter?[2 * old.Length];
        foreach (var first in old)
        {
            for (var character = first; character is not null;)
            {
                var next = character.Next;
                ref var chain = ref ChainOf(character.Scalar, character.Outline);
                character.Next = chain;
                chain = character;
                character = next;
            }
        }
    }
}
