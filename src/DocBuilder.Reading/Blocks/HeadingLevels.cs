using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>The levels of an article's headings, mended: the title alone has level 1, and no level is skipped on the way down.</summary>
internal sealed class HeadingLevels
{
    /// <summary>The deepest level that there is.</summary>
    public const int Deepest = 6;

    private readonly Dictionary<IElement, int> _levels = [];

    private HeadingLevels()
    {
    }

    /// <summary>The level of a heading; null for an element that is none.</summary>
    public int? LevelOf(IElement element) => _levels.TryGetValue(element, out var level) ? level : null;

    /// <summary>The level that the source gives; 0 for an element that is no heading.</summary>
    public static int SourceLevel(IElement element)
    {
        if (PageMarkReader.IsMark(element))
        {
            return 0;
        }

        if (Tokens.HasRole(element, "heading"))
        {
            return int.TryParse(element.GetAttribute("aria-level"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var level) && level > 0 ? level : 2;
        }

        return element.LocalName is ['h', >= '1' and <= '6'] && !Tokens.HasRole(element, "presentation", "none") ? element.LocalName[1] - '0' : 0;
    }

    /// <summary>Levels for the headings of an article in source order.</summary>
    /// <param name="headings">The headings that are shown, without the title.</param>
    /// <param name="page">Where they stand.</param>
    /// <param name="findings">Where changes are told.</param>
    public static HeadingLevels Mend(IEnumerable<IElement> headings, HtmlPage page, FindingList findings)
    {
        var levels = new HeadingLevels();
        // The headings that are open, from the title down: the level in the source, and the one given.
        var open = new Stack<(int Source, int Given)>();
        open.Push((0, 1));
        foreach (var heading in headings)
        {
            var words = TextCleaner.Fold(heading.TextContent);
            if (words.Length == 0 && heading.QuerySelector("img, math") is null)
            {
                // It is not shown, so nothing can stand below it.
                findings.Add(FindingCatalog.HeadingEmpty, page.PositionOf(heading));
                continue;
            }

            var source = SourceLevel(heading);
            while (open.Peek().Source >= source)
            {
                open.Pop();
            }

            var given = Math.Min(open.Peek().Given + 1, Deepest);
            open.Push((source, given));
            levels._levels[heading] = given;
            if (words.Length == 0 || given == source)
            {
                continue;
            }

            if (source == 1)
            {
                findings.Add(FindingCatalog.HeadingDemoted, page.PositionOf(heading), words, Number(given));
            }
            else
            {
                findings.Add(FindingCatalog.HeadingLevelMended, page.PositionOf(heading), words, Number(source), Number(given));
            }
        }

        return levels;
    }

    private static string Number(int level) => level.ToString(CultureInfo.InvariantCulture);
}
