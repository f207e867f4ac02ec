using System.Text;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Epub.Styles;

/// <summary>The faces that characters have in one style of a book. Each character is met once, so the length of a text hardly matters.</summary>
/// <param name="use">Text in the style.</param>
internal sealed class StyleFaces(FontUse use)
{
    // Characters below U+0700, nearly all of most books, by a bit each.
    private const int BitsOfWord = 64;
    private readonly ulong[] _met = new ulong[0x700 / BitsOfWord];
    private readonly Dictionary<int, FontFace?> _faces = [];
    private readonly Dictionary<(Alphabet Row, FontFace Face), int> _rows = [];

    /// <summary>Text in the style.</summary>
    public FontUse Use { get; } = use;

    /// <summary>The rows that the style has enough of in one face to be given the others.</summary>
    public IEnumerable<(Alphabet Row, FontFace Face)> Rows => _rows.Where(static entry => entry.Value >= entry.Key.Row.Least).Select(static entry => entry.Key);

    /// <summary>Finds the next character of a text that may have no face yet.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <returns>Its place; the end of the text when there is none.</returns>
    public int Next(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        while (at < text.Length && text[at] / BitsOfWord is var word && word < _met.Length && (_met[word] & (1UL << (text[at] % BitsOfWord))) != 0)
        {
            at++;
        }

        return at;
    }

    /// <summary>Gives a character its face.</summary>
    /// <param name="rune">The character, which has none yet.</param>
    /// <param name="face">The face; null when none has it.</param>
    /// <param name="row">Its row; null when it is in none.</param>
    public void Add(Rune rune, FontFace? face, Alphabet? row)
    {
        _faces.Add(rune.Value, face);
        if (rune.Value / BitsOfWord is var word && word < _met.Length)
        {
            _met[word] |= 1UL << (rune.Value % BitsOfWord);
        }

        if (face is not null && row is not null)
        {
            _rows[(row, face)] = _rows.GetValueOrDefault((row, face)) + 1;
        }
    }

    /// <summary>The face of a character that was added.</summary>
    public FontFace? Of(Rune rune) => _faces[rune.Value];

    /// <summary>Whether a character was added, and its face.</summary>
    public bool TryGet(Rune rune, out FontFace? face) => _faces.TryGetValue(rune.Value, out face);
}
