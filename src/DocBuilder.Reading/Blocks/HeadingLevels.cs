using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>The headings of an article that say something, with the levels that the source gives them.</summary>
internal sealed class HeadingLevels
{
    private readonly Dictionary<IElement, int> _levels = [];

    private HeadingLevels()
    {
    }

    /// <summary>The level of a heading; null for an element that is none.</summary>
    public int? LevelOf(IElement element) => _levels.TryGetValue(element, out var level) ? level : null;

    /// <summary>The level that the source gives; 0 for an element that is no heading.</summary>
    public static int SourceLevel(IElement element)
    {
        var level = Tokens.HasRole(element, "heading")
            ? int.TryParse(element.Attribute("aria-level"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) && given > 0 ? given : 2
            : element.LocalName is ['h', >= '1' and <= '6'] && !Tokens.HasRole(element, "presentation", "none") ? element.LocalName[1] - '0' : 0;
        return level > 0 && PageMarkReader.IsMark(element) ? 0 : level;
    }

    /// <summary>The headings of an article.</summary>
    /// <param name="headings">Those that are shown, without the title.</param>
    /// <param name="page">Where they stand.</param>
    /// <param name="findings">Told of those without words.</param>
    public static HeadingLevels Of(IEnumerable<IElement> headings, HtmlPage page, FindingList findings)
    {
        var levels = new HeadingLevels();
        foreach (var heading in headings)
        {
            if (TextCleaner.Fold(heading.TextContent).Length == 0 && heading.QuerySelector("img, math") is null)
            {
                findings.Add(FindingCatalog.HeadingEmpty, page.PositionOf(heading));
                continue;
            }

            levels._levels[heading] = SourceLevel(heading);
        }

        return levels;
    }
}
