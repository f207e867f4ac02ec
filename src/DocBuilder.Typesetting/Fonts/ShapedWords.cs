using System.Collections.Concurrent;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>Where a word stands in the text that is shaped at once.</summary>
internal enum WordPlace
{
    /// <summary>Between two spaces.</summary>
    Middle,

    /// <summary>At the beginning of the text, others after it.</summary>
    First,

    /// <summary>At the end of the text, others before it.</summary>
    Last,

    /// <summary>It is the text.</summary>
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
/// The words that a face has shaped, with the space before each. Languages repeat themselves: most words of an article, and nearly all of a folder
/// of articles, were met before. For all threads; what it holds changes how long shaping takes, never what comes out.
/// </summary>
/// <param name="isWorthKeeping">False for a face that does not shape the same word in the same way every time.</param>
internal sealed class KnownWords(bool isWorthKeeping = true)
{
    // What is kept, in glyphs, a word and a way of shaping themselves counted as some: 8 MB or so. Then all is forgotten, since the next article
    // may be about other things.
    private const int MostGlyphs = 200_000;
    private const int GlyphsToAWord = 8;
    private const int GlyphsToAWay = 500;

    private readonly ConcurrentDictionary<ShapingKey, ShapedWords> _ways = new();
    private int _glyphs;

    /// <summary>Whether any word is worth keeping.</summary>
    public bool AreWorthKeeping => isWorthKeeping;

    /// <summary>How many words are kept.</summary>
    public int Count => _ways.Values.Sum(static words => words.Count);

    /// <summary>The words that were shaped in one way.</summary>
    /// <param name="key">The way.</param>
    public ShapedWords In(ShapingKey key)
    {
        if (_ways.TryGetValue(key, out var words))
        {
            return words;
        }

        Grow(GlyphsToAWay);
        return _ways.GetOrAdd(key, static (_, owner) => new ShapedWords(owner), this);
    }

    /// <summary>Makes room for a word.</summary>
    /// <param name="glyphs">How many glyphs it has.</param>
    internal void GrowByWord(int glyphs) => Grow(glyphs + GlyphsToAWord);

    private void Grow(int glyphs)
    {
        if (Interlocked.Add(ref _glyphs, glyphs) <= MostGlyphs)
        {
            return;
        }

        Interlocked.Exchange(ref _glyphs, glyphs);
        foreach (var words in _ways.Values)
        {
            words.Clear();
        }

        _ways.Clear();
    }
}

/// <summary>The words that a face has shaped in one way.</summary>
internal sealed class ShapedWords
{
    /// <summary>The longest word that is kept, in UTF-16 code units.</summary>
    public const int LongestWord = 48;

    /// <summary>So many texts, and hardly one in which words do not depend on what follows: it is the face.</summary>
    private const int EnoughTexts = 16;

    private readonly KnownWords _owner;
    private readonly WordTable[] _words = [new(), new(), new(), new()];
    private int _separable;
    private int _inseparable;

    /// <summary>Begins with none.</summary>
    /// <param name="owner">All words of the face.</param>
    public ShapedWords(KnownWords owner)
    {
        _owner = owner;
    }

    /// <summary>Whether it is worth trying: in some faces every word depends on what stands beyond the space.</summary>
    public bool AreWorthKeeping => _owner.AreWorthKeeping && (_inseparable < EnoughTexts || _inseparable < _separable);

    /// <summary>How many words are kept.</summary>
    public int Count => _words.Sum(static words => words.Count);

    /// <summary>Finds a word.</summary>
    /// <param name="word">The word with the space before it.</param>
    /// <param name="place">Where it stands.</param>
    public ShapedWord Find(ReadOnlySpan<char> word, WordPlace place) => _words[(int)place].TryFind(word, out var shaped) ? shaped : new ShapedWord(WordKind.Unknown, []);

    /// <summary>Keeps a word.</summary>
    /// <param name="word">The word with the space before it.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="shaped">What became of it.</param>
    public void Add(ReadOnlySpan<char> word, WordPlace place, ShapedWord shaped)
    {
        _owner.GrowByWord(shaped.Glyphs.Length);
        _words[(int)place].Add(word, shaped);
    }

    /// <summary>Forgets all words.</summary>
    public void Clear()
    {
        foreach (var words in _words)
        {
            words.Clear();
        }
    }

    /// <summary>Notes whether the words of a text could be shaped one by one.</summary>
    /// <param name="separable">False when one depended on what followed.</param>
    public void Note(bool separable) => Interlocked.Increment(ref separable ? ref _separable : ref _inseparable);
}

/// <summary>What shaping depends on besides the text and the face.</summary>
/// <param name="Script">The script.</param>
/// <param name="Language">The language, a BCP 47 tag.</param>
/// <param name="IsRightToLeft">Whether glyphs run from right to left.</param>
/// <param name="IsCode">Whether letters stay single, as in code.</param>
internal readonly record struct ShapingKey(Unicode.Script Script, string Language, bool IsRightToLeft, bool IsCode);
