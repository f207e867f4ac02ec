using System.Text;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Paragraphs.Hyphenation;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Where the words of a document may be hyphenated, and how wide the hyphen is there.</summary>
/// <remarks>One for a document: it keeps a hyphenator for every language that was asked for.</remarks>
internal sealed class Hyphens
{
    /// <summary>What stands in the text for a hyphen that only the line's end calls for.</summary>
    public const char SoftHyphen = '\u00AD';

    /// <summary>Fewer letters than these are not worth a hyphen: the word, and what is left of it on either line.</summary>
    private const int ShortestWord = 5;
    private const int ShortestPart = 2;
    private const int ShortestRest = 3;

    private readonly Dictionary<string, Hyphenator?> _hyphenators = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a paragraph has words that are hyphenated in some language: those that run from left to right.</summary>
    public static bool MayBeIn(ShapedText text)
    {
        foreach (var run in text.Runs)
        {
            if (run is { Face: not null, IsRightToLeft: false })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the places inside a word.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="start">Where the word begins: after a space.</param>
    /// <param name="end">Where it ends: before a space.</param>
    /// <param name="places">Receives the places, in the paragraph's text.</param>
    public void Find(ShapedText text, int start, int end, List<int> places)
    {
        places.Clear();
        if (end - start is < ShortestWord or > Hyphenator.LongestWord || RunAt(text, start) is not { Face: not null } run || run.Segment.Style.IsCode || run.IsRightToLeft
            || HyphenatorOf(run.Segment.Language) is not { } hyphenator)
        {
            return;
        }

        Span<int> breaks = stackalloc int[Hyphenator.LongestWord];
        var count = hyphenator.FindBreaks(text.Source.Text.AsSpan(start, end - start), breaks);
        foreach (var place in breaks[..count])
        {
            if (place >= ShortestPart && end - start - place >= ShortestRest)
            {
                places.Add(start + place);
            }
        }
    }

    /// <summary>The width of the hyphen of a line that ends at a place, in points.</summary>
    public static double WidthAt(ShapedText text, int place) =>
        RunAt(text, place - 1) is { Face: { } face } run ? face.AdvanceOf(GlyphOf(face)) * run.Size / face.UnitsPerEm : 0;

    /// <summary>The glyph of a face for a hyphen.</summary>
    public static ushort GlyphOf(FontFace face) => face.GlyphFor(new Rune('\u2010')) is not 0 and var hyphen ? hyphen : face.GlyphFor(new Rune('-'));

    private Hyphenator? HyphenatorOf(string language)
    {
        if (!_hyphenators.TryGetValue(language, out var hyphenator))
        {
            hyphenator = Hyphenator.For(language);
            _hyphenators.Add(language, hyphenator);
        }

        return hyphenator;
    }

    private static ShapedRun? RunAt(ShapedText text, int place)
    {
        int low = 0, high = text.Runs.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var run = text.Runs[middle];
            if (place >= run.End)
            {
                low = middle + 1;
            }
            else if (place < run.Start)
            {
                high = middle - 1;
            }
            else
            {
                return run;
            }
        }

        return null;
    }
}
