using System.Text;
using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>
/// Finds verse that no element is said to be: neighbours that are each a line with its halves in elements of their own (as Ganjoor has them), containers
/// of headings that are half a line each (as Aldiwan has them), and paragraphs of divided lines.
/// </summary>
internal sealed class VerseRuns(ArticleState state)
{
    /// <summary>So many headings in a row, with nothing between them, head nothing.</summary>
    private const int FewestHeadings = 4;

    private const int LongestHalf = 80;

    private readonly HashSet<IElement> _prose = [];

    private enum Shape
    {
        None,
        Couplet,
        Paragraph,
    }

    /// <summary>The neighbours from this one on that are one poem; none when it begins no poem.</summary>
    public List<IElement> From(INode node)
    {
        if (node is not IElement first || ShapeOf(first) is var shape && shape == Shape.None || _prose.Contains(first))
        {
            return [];
        }

        var run = new List<IElement> { first };
        for (var next = node.NextSibling; next is not null; next = next.NextSibling)
        {
            if (next is IElement element && (ShapeOf(element) == shape || (shape == Shape.Couplet && Tokens.HasClass(element, "b2"))))
            {
                run.Add(element);
            }
            else if (next is IElement || (next is IText text && !string.IsNullOrWhiteSpace(text.Data)))
            {
                break;
            }
        }

        if (shape == Shape.Paragraph && !DividedLine.AreVerse([.. run.SelectMany(static paragraph => LinesOf(paragraph)!)]))
        {
            _prose.UnionWith(run);
            return [];
        }

        return run;
    }

    /// <summary>Whether an element is verse by itself.</summary>
    public bool IsVerse(IElement element) => ShapeOf(element) switch
    {
        Shape.Couplet => true,
        Shape.Paragraph => DividedLine.AreVerse(LinesOf(element)!),
        _ => false,
    };

    /// <summary>The halves of lines that are headings in pairs, or words of a container that is called a line; null when an element is no such container.</summary>
    public static List<IElement>? PairsIn(IElement element)
    {
        var isCalledLine = IsCalledLine(element);
        if (element.LocalName != "div" || !(isCalledLine || element.FirstElementChild is { } child && HeadingLevels.SourceLevel(child) > 0))
        {
            return null;
        }

        var halves = element.Children.Where(static child => child.LocalName != "br").ToList();
        var level = halves.Count == 0 ? 0 : HeadingLevels.SourceLevel(halves[0]);
        if (halves.Count == 0 || halves.Count % 2 != 0 || (!isCalledLine && halves.Count < FewestHeadings)
            || halves.Exists(half => HeadingLevels.SourceLevel(half) != level || half.QuerySelector("a, img, h1, h2, h3, h4, h5, h6, ul, table") is not null)
            || element.ChildNodes.Any(static node => node is IText text && !string.IsNullOrWhiteSpace(text.Data)))
        {
            return null;
        }

        var lines = new List<DividedLine>();
        for (var i = 0; i < halves.Count; i += 2)
        {
            var (first, second) = (TextCleaner.Fold(halves[i].TextContent), TextCleaner.Fold(halves[i + 1].TextContent));
            if (first.Length > LongestHalf || second.Length > LongestHalf || DividedLine.AreHalves(first, second, isCalledLine) is not { } line)
            {
                return null;
            }

            lines.Add(line);
        }

        return isCalledLine || DividedLine.Rhyme(lines) ? halves : null;
    }

    private static bool IsCalledLine(IElement element) =>
        element.Attribute("class") is { } value && value.Contains('b', StringComparison.Ordinal) && value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Any(static token => token is "bet" or "bayt" or "beyt" or "bait" || (token.StartsWith("bet-", StringComparison.Ordinal) && token.Length > 4 && char.IsAsciiDigit(token[4])));

    private Shape ShapeOf(IElement element)
    {
        var shape = element.LocalName switch
        {
            "p" when LinesOf(element) is not null => Shape.Paragraph,
            "div" or "li" when element.ChildElementCount == 2 && HasHalves(element.FirstElementChild!, element.LastElementChild!) => Shape.Couplet,
            "div" when PairsIn(element) is not null => Shape.Couplet,
            _ => Shape.None,
        };
        return shape == Shape.None || state.IsLeftOut(element) || state.TitleBlock.Holds(element) || state.Notes.IsNote(element) ? Shape.None : shape;
    }

    private static bool HasHalves(IElement first, IElement second) =>
        (Tokens.HasClass(first, "m1") && Tokens.HasClass(second, "m2"))
        || (Tokens.HasClass(first, "sadr", "صدر") && Tokens.HasClass(second, "ajuz", "ajz", "عجز"))
        || (Tokens.HasClass(first, "hemistich", "misra", "shatr", "شطر") && Tokens.HasClass(second, "hemistich", "misra", "shatr", "شطر"));

    /// <summary>The lines of a paragraph; null when one of them is not divided.</summary>
    private static List<DividedLine>? LinesOf(IElement element)
    {
        if (!element.ChildNodes.Any(static node => node is IText text && DividedLine.MayBeIn(text.Data)))
        {
            return null;
        }

        var line = new StringBuilder();
        var lines = new List<DividedLine>();
        foreach (var node in element.ChildNodes)
        {
            if (node is IElement { LocalName: "br" })
            {
                if (!EndsLine())
                {
                    return null;
                }
            }
            else if (node is IElement child && ElementKinds.IsBlock(child))
            {
                return null;
            }
            else
            {
                line.Append(node.TextContent);
            }
        }

        return EndsLine() && lines.Count > 0 ? lines : null;

        bool EndsLine()
        {
            var words = line.ToString();
            line.Clear();
            if (string.IsNullOrWhiteSpace(words))
            {
                return true;
            }

            if (DividedLine.Of(words) is not { } divided)
            {
                return false;
            }

            lines.Add(divided);
            return true;
        }
    }
}
