using System.Collections.Concurrent;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>Where a word stands in the text that is shaped at once.</summary>
internal enum WordPlace
{
    /// <summary>Between two spaces.</summary>
    Middle,

    /// <summary>Before the first space.</summary>
    First,

    /// <summary>After the last space.</summary>
    Last,

    /// <summary>The text has no space but at its beginning.</summary>
    Only,
}

/// <summary>What a word depends on.</summary>
internal enum WordKind
{
    /// <summary>It was not met before.</summary>
    Unknown,

    /// <summary>On nothing but itself and the space before it.</summary>
    Free,

    /// <summary>On the word before it.</summary>
    BoundToPrevious,

    /// <summary>On the word after it, or it changes the space after it.</summary>
    BoundToNext,
}

/// <summary>A word that was shaped.</summary>
/// <param name="Kind">What it depends on.</param>
/// <param name="Glyphs">Its glyphs in visual order, clusters counted from its first character; none unless it is free.</param>
internal readonly record struct ShapedWord(WordKind Kind, ShapedGlyph[] Glyphs);

/// <summary>
/// The words of one script, language and direction that a face has shaped, with the space before each. Languages repeat themselves: most words of an
/// article, and nearly all of a folder of articles, were met before. For all threads; what it holds changes how long shaping takes, never what comes out.
/// </summary>
internal sealed class ShapedWords
{
    /// <summary>The longest word that is kept, in UTF-16 code units.</summary>
    public const int LongestWord = 48;

    /// <summary>How many are kept: some 4 MB. Then all are forgotten, since the next article may be about other things.</summary>
    private const int MostWords = 8192;

    /// <summary>So many texts, and hardly one in which words do not depend on each other: it is the face.</summary>
    private const int EnoughTexts = 16;

    private readonly ConcurrentDictionary<string, ShapedWord>[] _words = [New(), New(), New(), New()];
    private readonly ConcurrentDictionary<string, ShapedWord>.AlternateLookup<ReadOnlySpan<char>>[] _bySpan;
    private int _count;
    private int _separable;
    private int _inseparable;

    public ShapedWords() => _bySpan = [.. _words.Select(words => words.GetAlternateLookup<ReadOnlySpan<char>>())];

    /// <summary>Whether it is worth trying: in some faces every word depends on what stands beyond the space.</summary>
    public bool AreWorthKeeping => _inseparable < EnoughTexts || _inseparable < _separable;

    /// <summary>Finds a word.</summary>
    /// <param name="word">The word with the space before it.</param>
    /// <param name="place">Where it stands.</param>
    public ShapedWord Find(ReadOnlySpan<char> word, WordPlace place) => _bySpan[(int)place].TryGetValue(word, out var shaped) ? shaped : new ShapedWord(WordKind.Unknown, []);

    /// <summary>Keeps a word.</summary>
    public void Add(ReadOnlySpan<char> word, WordPlace place, ShapedWord shaped)
    {
        if (Interlocked.Increment(ref _count) > MostWords)
        {
            Interlocked.Exchange(ref _count, 0);
            foreach (var words in _words)
            {
                words.Clear();
            }
        }

        _bySpan[(int)place][word] = shaped;
    }

    /// <summary>Counts a text whose words could, or could not, be shaped one by one.</summary>
    public void Count(bool separable) => Interlocked.Increment(ref separable ? ref _separable : ref _inseparable);

    private static ConcurrentDictionary<string, ShapedWord> New() => new(StringComparer.Ordinal);
}

/// <summary>What shaping depends on besides the text and the face.</summary>
internal readonly record struct ShapingKey(Unicode.Script Script, string Language, bool IsRightToLeft, bool IsCode);
