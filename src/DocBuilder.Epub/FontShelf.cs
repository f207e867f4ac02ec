using System.Collections.Concurrent;
using System.Text;
using DocBuilder.Epub.Container;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Epub;

/// <summary>
/// Subsets of fonts that books of a run have in common, ready for their containers. For all threads; what stands on it changes how long books take,
/// never what is in them.
/// </summary>
public sealed class FontShelf
{
    // Some sixty faces, or twenty kinds of book. Then all are put away, since the next books may be in another language.
    private const long MostBytes = 4 * 1024 * 1024;

    // What a face that is too heavy takes: its characters, as do all.
    private const int BytesOfEntry = 512;

    private readonly ConcurrentDictionary<(FontFace Face, string Characters), PackedFile?> _subsets = new();
    private long _bytes;

    /// <summary>How many subsets stand on it.</summary>
    internal int Count => _subsets.Count;

    /// <summary>A subset of a face; made now unless it is there.</summary>
    /// <param name="face">The face.</param>
    /// <param name="characters">The characters, in ascending order, each once.</param>
    /// <param name="heaviest">How many bytes it may have; the same for every book.</param>
    /// <returns>The subset; null when it is too heavy.</returns>
    /// <exception cref="InvalidDataException">The font is too broken to be subset.</exception>
    internal PackedFile? Subset(FontFace face, IReadOnlyCollection<Rune> characters, int heaviest)
    {
        var key = (face, string.Concat(characters));
        if (_subsets.TryGetValue(key, out var known))
        {
            return known;
        }

        var file = FontSubsetter.SubsetCharacters(face, characters);
        var subset = file.Length > heaviest ? null : PackedFile.Deflate(file).Trimmed();
        Keep(key, subset);
        return subset;
    }

    private void Keep((FontFace Face, string Characters) key, PackedFile? subset)
    {
        var bytes = BytesOfEntry + (subset?.Bytes.Length ?? 0);
        if (Interlocked.Add(ref _bytes, bytes) > MostBytes)
        {
            _subsets.Clear();
            Interlocked.Exchange(ref _bytes, bytes);
        }

        _subsets[key] = subset;
    }
}
