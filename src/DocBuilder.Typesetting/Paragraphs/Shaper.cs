using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Unicode;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;
using Script = DocBuilder.Typesetting.Unicode.Script;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>The third step: turns items into glyphs with HarfBuzz, each paragraph once.</summary>
/// <remarks>One for a document and a thread: it keeps its buffer.</remarks>
internal sealed class Shaper : IDisposable
{
    private const char SoftHyphen = '\u00AD';

    private readonly FontSelection _fonts;
    private readonly Itemizer _itemizer;
    private readonly Buffer _buffer = new() { ClusterLevel = ClusterLevel.MonotoneCharacters };
    private readonly GlyphArena _glyphs = new();
    private readonly WordShaper _words;
    private KashidaOpportunity[] _kashidas = [];
    private readonly Dictionary<Script, HarfBuzzSharp.Script> _scripts = [];
    private readonly Dictionary<string, Language> _languages = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, SourcePosition> _missing = [];

    internal static readonly Feature[] CodeFeatures = [Feature.Parse("-liga"), Feature.Parse("-clig")];

    public Shaper(FontSelection fonts)
    {
        _fonts = fonts;
        _itemizer = new Itemizer(fonts);
        _words = new WordShaper(_buffer, _glyphs);
    }

    /// <summary>Characters that no face has, with the place where each first stood.</summary>
    public IReadOnlyDictionary<int, SourcePosition> MissingCharacters => _missing;

    /// <summary>Shapes a paragraph, whose glyphs are valid until the next is shaped.</summary>
    /// <param name="source">The paragraph.</param>
    /// <param name="objectWidth">The width that a picture or a part of a formula takes in the line, in points.</param>
    /// <param name="withKashidas">Whether to look where letters may be lengthened; a word quoted in a left-to-right text is not.</param>
    public ShapedText Shape(StyledText source, Func<TextSegment, double> objectWidth, bool withKashidas = false)
    {
        _glyphs.Clear();
        var text = source.Text;
        var levels = BidiAlgorithm.Resolve(text, source.Direction == TextDirection.RightToLeft ? 1 : 0);
        var breaks = new LineBreakOpportunity[text.Length + 1];
        LineBreaker.Find(text, breaks);

        var runs = new List<ShapedRun>();
        var advances = new double[text.Length];
        foreach (var item in _itemizer.Itemize(source, levels))
        {
            var run = item.Segment.Kind != SegmentKind.Text ? Object(item, objectWidth) : ShapeItem(source, item, text, 0, text.Length);
            runs.Add(run);
            Measure(run, advances);
        }

        return new ShapedText(source, levels, breaks, runs, advances) { Kashidas = withKashidas && source.Direction == TextDirection.RightToLeft ? KashidaFinder.Find(text, runs, ref _kashidas) : null };
    }

    /// <summary>The glyphs of a part of a run that stands alone at an end of a line, shaped anew where the cut would show.</summary>
    public ShapedRun Slice(ShapedText shaped, ShapedRun run, int start, int end)
    {
        if (start <= run.Start && end >= run.End)
        {
            return run;
        }

        start = Math.Max(start, run.Start);
        end = Math.Min(end, run.End);
        if (IsSafeToBreak(run, start) && IsSafeToBreak(run, end))
        {
            var (first, last) = run.IsRightToLeft ? (IndexOf(run, end), IndexOf(run, start)) : (IndexOf(run, start), IndexOf(run, end));
            return run with { Start = start, Length = end - start, Glyphs = run.Glyphs[first..last] };
        }

        return ShapeItem(shaped.Source, new TextItem(run.Segment, start, end - start, run.Level, run.Script, run.Face), shaped.Source.Text, start, end);
    }

    public void Dispose() => _buffer.Dispose();

    /// <summary>Whether a cut before a character leaves the glyphs on both sides as they are.</summary>
    private static bool IsSafeToBreak(ShapedRun run, int position)
    {
        if (position == run.Start || position == run.End)
        {
            return true;
        }

        // In a right-to-left run the cluster that begins here ends where the glyphs before it in the text begin.
        var index = IndexOf(run, position) - (run.IsRightToLeft ? 1 : 0);
        var glyphs = run.Glyphs.Span;
        return index >= 0 && index < glyphs.Length && glyphs[index].Cluster == position && !glyphs[index].UnsafeToBreak;
    }

    /// <summary>Where the glyphs of the characters from a position on begin, or, right to left, end.</summary>
    private static int IndexOf(ShapedRun run, int position)
    {
        var glyphs = run.Glyphs.Span;
        int low = 0, high = glyphs.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (glyphs[middle].Cluster >= position == run.IsRightToLeft)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static ShapedRun Object(TextItem item, Func<TextSegment, double> objectWidth) => new(
        item.Segment, item.Start, item.Length, item.Level, item.Script, null, objectWidth(item.Segment), default);

    /// <summary>Shapes an item, seeing as context what stands between the two places.</summary>
    private ShapedRun ShapeItem(StyledText source, TextItem item, string text, int contextStart, int contextEnd)
    {
        var style = item.Segment.Style;
        var size = _fonts.SizeFor(item.Script, item.Segment.Language, style);
        if (item.Face is null)
        {
            return Substitute(source, item, text, size);
        }

        var isRightToLeft = (item.Level & 1) == 1;
        var settings = new ShapingSettings(ScriptOf(item.Script), LanguageOf(item.Segment.Language), isRightToLeft, style.IsCode ? CodeFeatures : []);
        if (!TryShapeWords(item, text, contextStart, contextEnd, settings, out var glyphs))
        {
            glyphs = ShapeWhole(item, text, contextStart, contextEnd, settings);
        }

        if (!style.IsCode && !_fonts.WordSpace.Equals(1))
        {
            WidenSpaces(glyphs.Span, text);
        }

        return new ShapedRun(item.Segment, item.Start, item.Length, item.Level, item.Script, item.Face, size, glyphs);
    }

    private bool TryShapeWords(TextItem item, string text, int contextStart, int contextEnd, in ShapingSettings settings, out Memory<ShapedGlyph> glyphs)
    {
        var end = item.Start + item.Length;
        if ((item.Start > contextStart && MayJoin(text[item.Start - 1], text[item.Start])) || (end < contextEnd && MayJoin(text[end - 1], text[end])))
        {
            glyphs = default;
            return false;
        }

        var known = item.Face!.Words.In(new ShapingKey(item.Script, item.Segment.Language, settings.IsRightToLeft, item.Segment.Style.IsCode));
        return _words.TryShape(item.Face, known, text.AsSpan(item.Start, item.Length), settings, out glyphs, item.Start);
    }

    private Memory<ShapedGlyph> ShapeWhole(TextItem item, string text, int contextStart, int contextEnd, in ShapingSettings settings)
    {
        settings.Shape(item.Face!, _buffer, BufferFlags.ProduceSafeToInsertTatweel, text.AsSpan(contextStart, contextEnd - contextStart), item.Start - contextStart, item.Length);
        var glyphs = _glyphs.Take(_buffer.Length);
        ShapingSettings.CopyGlyphs(_buffer, contextStart, glyphs.Span);
        return glyphs;
    }

    /// <summary>Whether a character may join the next: no script that joins its letters lies below U+0600, and none joins spaces, digits and common punctuation.</summary>
    private static bool MayJoin(char first, char second) => MayJoin(first) && MayJoin(second);

    private static bool MayJoin(char character) => character switch
    {
        < '\u0300' => character == SoftHyphen,
        > '\u06FF' => true,
        _ => UnicodeProperties.GeneralCategory(character) is not (GeneralCategory.DecimalNumber or GeneralCategory.OtherPunctuation),
    };

    /// <summary>The theme decides how wide words stand apart; in code every character is as wide as the next.</summary>
    private void WidenSpaces(Span<ShapedGlyph> glyphs, string text)
    {
        foreach (ref var glyph in glyphs)
        {
            if (LineMeasure.IsStretchable(text[glyph.Cluster]))
            {
                glyph = glyph with { Advance = (int)Math.Round(glyph.Advance * _fonts.WordSpace) };
            }
        }
    }

    /// <summary>Draws something visible for every character that no face has, and remembers it; the text stays.</summary>
    private ShapedRun Substitute(StyledText source, TextItem item, string text, double size)
    {
        var (face, glyph) = FontSelection.Substitute(_fonts.For(item.Script, item.Segment.Language, item.Segment.Style));
        var glyphs = new List<ShapedGlyph>();
        for (var i = item.Start; i < item.Start + item.Length;)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            var codePoint = length == 2 ? char.ConvertToUtf32(text, i) : text[i];
            glyphs.Add(new ShapedGlyph(glyph, i, face.AdvanceOf(glyph), 0, 0, false));
            _missing.TryAdd(codePoint, item.Segment.Owner.Node?.Position ?? default);
            i += length;
        }

        if ((item.Level & 1) == 1)
        {
            glyphs.Reverse();
        }

        return new ShapedRun(item.Segment, item.Start, item.Length, item.Level, item.Script, face, size, glyphs.ToArray());
    }

    private static void Measure(ShapedRun run, double[] advances)
    {
        if (run.Face is null)
        {
            advances[run.Start] = run.Size;
            return;
        }

        var scale = run.Size / run.Face.UnitsPerEm;
        foreach (ref readonly var glyph in run.Glyphs.Span)
        {
            advances[glyph.Cluster] += glyph.Advance * scale;
        }
    }

    private HarfBuzzSharp.Script ScriptOf(Script script)
    {
        if (!_scripts.TryGetValue(script, out var tag))
        {
            tag = HarfBuzzSharp.Script.Parse(script.ToIso15924());
            _scripts.Add(script, tag);
        }

        return tag;
    }

    private Language LanguageOf(string tag)
    {
        if (!_languages.TryGetValue(tag, out var language))
        {
            language = new Language(tag);
            _languages.Add(tag, language);
        }

        return language;
    }
}
