using System.Collections.Concurrent;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Epub.Container;
using DocBuilder.Epub.Styles;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Epub;

/// <summary>
/// What books of a run have in common: subsets of fonts and stylesheets, ready for their containers, and the grounds of covers. For all threads; what is
/// kept changes how long books take, never what is in them.
/// </summary>
public sealed class SharedParts
{
    // Of each half, in bytes: some forty faces, more than articles of one kind use.
    private const int MostBytes = 2 * 1024 * 1024;

    // What a subset takes besides its bytes: mostly its characters, by which it is found.
    private const int BytesOfEntry = 512;

    // They differ by the faces and the languages of books: the articles of one site have a handful. Each takes some 10 KB.
    private const int MostStylesheets = 24;

    private readonly Lock _gate = new();

    // What was asked for lately, and what was before that. When the first is full it takes the place of the second, so what is asked for again and again stays.
    private Dictionary<(FontFace Face, string Characters), PackedFile?> _recent = [];
    private Dictionary<(FontFace Face, string Characters), PackedFile?> _older = [];
    private int _bytes;

    // Four at most: for either direction one with a star and one with rings.
    private readonly ConcurrentDictionary<(TextDirection Direction, bool HasStar), byte[]> _grounds = new();

    private readonly ConcurrentDictionary<Stylesheet, PackedFile> _stylesheets = [];

    /// <summary>How many subsets are kept.</summary>
    internal int SubsetCount
    {
        get
        {
            lock (_gate)
            {
                return _recent.Keys.Union(_older.Keys).Count();
            }
        }
    }

    /// <summary>Finds a subset, or makes it and keeps it.</summary>
    /// <param name="face">The face.</param>
    /// <param name="characters">The characters, each once, always in the same order.</param>
    /// <param name="make">Makes the subset, the same for the same face and characters; null says that there is none.</param>
    internal PackedFile? Subset(FontFace face, string characters, Func<PackedFile?> make)
    {
        var key = (face, characters);
        lock (_gate)
        {
            if (_recent.TryGetValue(key, out var known))
            {
                return known;
            }

            if (_older.TryGetValue(key, out known))
            {
                Keep(key, known);
                return known;
            }
        }

        // Two threads that want the same at once make the same.
        var made = make();
        lock (_gate)
        {
            Keep(key, made);
        }

        return made;
    }

    /// <summary>Finds what is on every cover, or draws it and keeps it.</summary>
    /// <param name="direction">To which side the ornament goes.</param>
    /// <param name="hasStar">Whether the ornament is a star.</param>
    /// <param name="draw">Draws it.</param>
    internal byte[] CoverGround(TextDirection direction, bool hasStar, Func<byte[]> draw) => _grounds.GetOrAdd((direction, hasStar), _ => draw());

    /// <summary>Finds a stylesheet as the container has it, or compresses it and keeps it while there is room.</summary>
    /// <param name="stylesheet">The stylesheet.</param>
    internal PackedFile Packed(Stylesheet stylesheet)
    {
        if (!_stylesheets.TryGetValue(stylesheet, out var packed))
        {
            packed = PackedFile.Deflate(Encoding.UTF8.GetBytes(stylesheet.Beginning + Stylesheet.Rules + stylesheet.End));
            if (_stylesheets.Count < MostStylesheets)
            {
                _stylesheets.TryAdd(stylesheet, packed);
            }
        }

        return packed;
    }

    private void Keep((FontFace Face, string Characters) key, PackedFile? subset)
    {
        var bytes = BytesOfEntry + (subset?.Bytes.Length ?? 0);
        if (_bytes + bytes > MostBytes)
        {
            (_older, _recent, _bytes) = (_recent, [], 0);
        }

        if (_recent.TryAdd(key, subset))
        {
            _bytes += bytes;
        }
    }
}
