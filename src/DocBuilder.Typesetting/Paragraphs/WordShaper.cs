using System.Text;
using DocBuilder.Typesetting.Fonts;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>
/// Shapes a text word by word, each word of a face once. HarfBuzz itself says whether that is right: words that were not met before are
/// shaped side by side with walls between them, and its note that glyphs depend on each other (HB_GLYPH_FLAG_UNSAFE_TO_CONCAT) must reach
/// no wall. A word that depends on the one before it, as Amiri draws kaf nearer to a reh before the space, makes one word with the end of that,
/// from the last place where HarfBuzz lets it be cut: words are many, but they end alike. Where words depend on what follows, as in faces that
/// kern over spaces, the text is to be shaped as a whole.
/// </summary>
internal sealed class WordShaper(Buffer buffer, GlyphArena arena)
{
    /// <summary>A noncharacter: no font has a glyph for it, and it joins no letter.</summary>
    private const char Wall = '\uFFFF';

    /// <summary>Before a word among others. Two, for a rule that looks back marks one glyph more than it saw.</summary>
    private const string WallsBefore = "\uFFFF\uFFFF";

    /// <summary>After a word among others: the space that follows it, and a wall.</summary>
    private const string WallAfter = " \uFFFF";

    /// <summary>Words that depend on the one before, one after another, are too rare to go on for longer.</summary>
    private const int MostRounds = 4;

    /// <summary>So many words at once that were not met before come from no paragraph that anybody wrote.</summary>
    private const int MostUnknown = 1000;

    /// <summary>Numbers and signs, which run against their script, are as short as this; longer ones seldom come again.</summary>
    private const int LongestKeptWhole = 8;

    private const GlyphFlags UnsafeToConcat = (GlyphFlags)2;
    private const BufferFlags ProduceUnsafeToConcat = (BufferFlags)0x40;

    private readonly List<Word> _words = [];
    private readonly List<int> _unknown = [];
    private readonly StringBuilder _line = new();

    /// <summary>Shapes a text.</summary>
    /// <param name="face">The face.</param>
    /// <param name="known">The words that it has shaped with these settings.</param>
    /// <param name="text">The text, with nothing before or after it that it joins with.</param>
    /// <param name="settings">How.</param>
    /// <param name="glyphs">The glyphs in visual order.</param>
    /// <param name="clusterOffset">The cluster of the text's first character.</param>
    /// <returns>False when the text has to be shaped as a whole.</returns>
    public bool TryShape(FontFace face, ShapedWords known, ReadOnlySpan<char> text, in ShapingSettings settings, out Memory<ShapedGlyph> glyphs, int clusterOffset = 0)
    {
        glyphs = default;
        var isShaped = known.AreWorthKeeping && !text.Contains(Wall)
            && (RunsAgainstItsScript(settings) ? TryFindWhole(face, known, text, settings) : TryFindAll(face, known, text, settings));
        if (isShaped)
        {
            glyphs = Join(settings.IsRightToLeft, clusterOffset);
        }

        return isShaped;
    }

    /// <summary>HarfBuzz turns such a text around before it shapes it, and sees the walls after a word before it.</summary>
    private static bool RunsAgainstItsScript(in ShapingSettings settings) =>
        settings.Script.HorizontalDirection != (settings.IsRightToLeft ? Direction.RightToLeft : Direction.LeftToRight);

    /// <summary>Finds the words, and shapes those that were not met before.</summary>
    private bool TryFindAll(FontFace face, ShapedWords known, ReadOnlySpan<char> text, in ShapingSettings settings)
    {
        var found = TryFind(known, text, settings.IsRightToLeft);
        for (var round = 0; found && _unknown.Count > 0; round++)
        {
            if (round == MostRounds || _unknown.Count > MostUnknown)
            {
                return false;
            }

            if (ShapeUnknown(face, known, text, settings))
            {
                break;
            }

            found = TryFind(known, text, settings.IsRightToLeft);
        }

        return found;
    }

    /// <summary>Cuts before every space, and looks the words up.</summary>
    /// <returns>False when a word is too long, or depends on what follows it.</returns>
    private bool TryFind(ShapedWords known, ReadOnlySpan<char> text, bool isRightToLeft)
    {
        _words.Clear();
        _unknown.Clear();
        for (var start = 0; start < text.Length;)
        {
            var space = text[(start + 1)..].IndexOf(' ');
            var end = space < 0 ? text.Length : start + 1 + space;
            var first = start;
            ShapedWord shaped;
            while (true)
            {
                if (end - first > ShapedWords.LongestWord)
                {
                    return false;
                }

                shaped = known.Find(text[first..end], PlaceOf(text, first, end));
                if (shaped.Kind != WordKind.BoundToPrevious)
                {
                    break;
                }

                first = TakeEndOfLast(isRightToLeft);
            }

            if (shaped.Kind == WordKind.BoundToNext)
            {
                known.Note(separable: false);
                return false;
            }

            if (shaped.Kind == WordKind.Unknown)
            {
                _unknown.Add(_words.Count);
            }

            _words.Add(new Word(first, end, shaped.Glyphs));
            start = end;
        }

        known.Note(separable: true);
        return true;
    }

    /// <summary>Takes the last word away from where it may be cut last; all of it where it may not, or was not shaped yet.</summary>
    /// <returns>Where the part begins that was taken away.</returns>
    private int TakeEndOfLast(bool isRightToLeft)
    {
        var (start, _, glyphs) = _words[^1];
        _words.RemoveAt(_words.Count - 1);
        if (_unknown.Count > 0 && _unknown[^1] == _words.Count)
        {
            _unknown.RemoveAt(_unknown.Count - 1);
            return start;
        }

        var all = glyphs.Span;
        for (var taken = 1; taken < all.Length; taken++)
        {
            // Glyphs of one cluster stand together; of those that are taken, the last is the one at the cut.
            var (cut, kept) = isRightToLeft ? (all[taken - 1], all[taken]) : (all[^taken], all[^(taken + 1)]);
            if (cut.Cluster != kept.Cluster && !cut.UnsafeToBreak)
            {
                _words.Add(new Word(start, start + cut.Cluster, isRightToLeft ? glyphs[taken..] : glyphs[..^taken]));
                return start + cut.Cluster;
            }
        }

        return start;
    }

    private static WordPlace PlaceOf(ReadOnlySpan<char> text, int start, int end) => (start == 0, end == text.Length) switch
    {
        (true, true) => WordPlace.Only,
        (true, false) => WordPlace.First,
        (false, true) => WordPlace.Last,
        (false, false) => WordPlace.Middle,
    };

    /// <summary>Takes a short text as one word.</summary>
    private bool TryFindWhole(FontFace face, ShapedWords known, ReadOnlySpan<char> text, in ShapingSettings settings)
    {
        if (text.Length > LongestKeptWhole)
        {
            return false;
        }

        var shaped = known.Find(text, WordPlace.Only);
        if (shaped.Kind == WordKind.Unknown)
        {
            settings.Shape(face, buffer, BufferFlags.ProduceSafeToInsertTatweel, text, 0, text.Length);
            var glyphs = new ShapedGlyph[buffer.Length];
            ShapingSettings.CopyGlyphs(buffer, 0, glyphs);
            shaped = new ShapedWord(WordKind.Free, glyphs);
            known.Add(text, WordPlace.Only, shaped);
        }

        _words.Clear();
        _words.Add(new Word(0, text.Length, shaped.Glyphs));
        return true;
    }

    /// <summary>Shapes the words that were not met before, side by side.</summary>
    /// <returns>Whether all words have their glyphs now; else some depend on others, and the text is to be looked through again.</returns>
    private bool ShapeUnknown(FontFace face, ShapedWords known, ReadOnlySpan<char> text, in ShapingSettings settings)
    {
        _line.Clear();
        foreach (var index in _unknown)
        {
            var word = _words[index];
            _line.Append(Before(word)).Append(text[word.Start..word.End]).Append(After(word, text));
        }

        var line = _line.ToString();
        settings.Shape(face, buffer, BufferFlags.ProduceSafeToInsertTatweel | ProduceUnsafeToConcat, line, 0, line.Length);
        var glyphs = new LogicalGlyphs(buffer.GetGlyphInfoSpan(), buffer.GetGlyphPositionSpan(), settings.IsRightToLeft);
        var position = 0;
        var areFree = true;
        foreach (var index in _unknown)
        {
            var word = _words[index];
            var isFree = Before(word).Length == 0 || glyphs.AreWalls(ref position, 2);
            var start = position;
            position += word.End - word.Start;
            var shaped = glyphs.Take(start, position);
            isFree = isFree && (Before(word).Length == 0 || BeginsApart(shaped, settings.IsRightToLeft));
            var leavesFree = After(word, text).Length == 0 || EndsApart(face, ref glyphs, ref position);
            known.Add(text[word.Start..word.End], PlaceOf(text, word.Start, word.End), (leavesFree, isFree) switch
            {
                (false, _) => new ShapedWord(WordKind.BoundToNext, []),
                (_, false) => new ShapedWord(WordKind.BoundToPrevious, []),
                _ => new ShapedWord(WordKind.Free, shaped),
            });
            areFree &= leavesFree && isFree;
            _words[index] = word with { Glyphs = shaped };
        }

        return areFree;
    }

    /// <summary>A rule that matched a wall before a word marks the word alone.</summary>
    private static bool BeginsApart(ShapedGlyph[] word, bool isRightToLeft) =>
        word.Length > 0 && word[isRightToLeft ? ^1 : 0] is { Cluster: 0, UnsafeToBreak: false };

    /// <summary>Whether a word left no trace on the space after it, nor reached the wall. Both are passed, whatever was found.</summary>
    private static bool EndsApart(FontFace face, ref LogicalGlyphs glyphs, ref int position)
    {
        var isPlain = glyphs.IsPlainSpace(face, ref position);
        var isUnreached = glyphs.AreWalls(ref position, 1);
        return isPlain && isUnreached;
    }

    private static string Before(in Word word) => word.Start == 0 ? "" : WallsBefore;

    /// <summary>A text's last word sees that the text ends.</summary>
    private static string After(in Word word, ReadOnlySpan<char> text) => word.End == text.Length ? "" : WallAfter;

    private Memory<ShapedGlyph> Join(bool isRightToLeft, int clusterOffset)
    {
        var count = 0;
        foreach (var word in _words)
        {
            count += word.Glyphs.Length;
        }

        var joined = arena.Take(count);
        var all = joined.Span;
        var next = isRightToLeft ? count : 0;
        foreach (var (start, _, glyphs) in _words)
        {
            next -= isRightToLeft ? glyphs.Length : 0;
            var word = glyphs.Span;
            for (var i = 0; i < word.Length; i++)
            {
                all[next + i] = word[i] with { Cluster = clusterOffset + start + word[i].Cluster };
            }

            next += isRightToLeft ? 0 : glyphs.Length;
        }

        return joined;
    }

    private readonly record struct Word(int Start, int End, ReadOnlyMemory<ShapedGlyph> Glyphs);

    /// <summary>What HarfBuzz made of a line, taken from its first character to its last.</summary>
    private ref struct LogicalGlyphs(ReadOnlySpan<GlyphInfo> infos, ReadOnlySpan<GlyphPosition> positions, bool isRightToLeft)
    {
        private readonly ReadOnlySpan<GlyphInfo> _infos = infos;
        private readonly ReadOnlySpan<GlyphPosition> _positions = positions;
        private readonly bool _isRightToLeft = isRightToLeft;
        private int _next;

        /// <summary>The glyphs up to a character, in visual order, their clusters counted from another.</summary>
        public ShapedGlyph[] Take(int start, int end)
        {
            var (first, last) = Skip(end);
            var glyphs = new ShapedGlyph[last - first];
            for (var i = 0; i < glyphs.Length; i++)
            {
                glyphs[i] = ShapingSettings.ToGlyph(_infos[first + i], _positions[first + i], -start);
            }

            return glyphs;
        }

        /// <summary>Whether the next character is a space on which the word before it left no trace.</summary>
        public bool IsPlainSpace(FontFace face, ref int position)
        {
            position++;
            var (first, last) = Skip(position);
            var space = face.GlyphFor(new Rune(' '));
            return last == first + 1 && _infos[first].Codepoint == space && (_infos[first].GlyphFlags & GlyphFlags.UnsafeToBreak) == 0
                && _positions[first] is { XOffset: 0, YOffset: 0 } place && place.XAdvance == face.AdvanceOf(space);
        }

        /// <summary>Whether the next characters are walls, and no word has reached the first.</summary>
        public bool AreWalls(ref int position, int count)
        {
            var start = position;
            position += count;
            var (first, last) = Skip(position);
            var wall = _isRightToLeft ? last - 1 : first;
            return last == first + count && _infos[wall].Cluster == start && (_infos[wall].GlyphFlags & (GlyphFlags.UnsafeToBreak | UnsafeToConcat)) == 0;
        }

        private (int First, int Last) Skip(int end)
        {
            var begin = _next;
            while (_next < _infos.Length && _infos[At(_next)].Cluster < end)
            {
                _next++;
            }

            return _isRightToLeft ? (_infos.Length - _next, _infos.Length - begin) : (begin, _next);
        }

        private readonly int At(int index) => _isRightToLeft ? _infos.Length - 1 - index : index;
    }
}
