using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Epub.Content;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Epub.Cover;

/// <summary>
/// Sets the words of a cover as pages are set, with the same shaping, line breaking and fonts, so that they are right on every device: the
/// title as large as it fits, the authors below it, the publisher at the foot.
/// </summary>
internal sealed class CoverText(Document document, Theme theme, FontLibrary fonts)
{
    /// <summary>The width of a cover in points.</summary>
    public const double Width = 600;

    /// <summary>The height of a cover in points.</summary>
    public const double Height = 800;

    /// <summary>The margin at the sides in points.</summary>
    public const double Side = 58;

    /// <summary>Where the words begin, in points from the top.</summary>
    public const double Top = 120;

    // The title and the authors stay above the ornament.
    private const double Bottom = 300;
    private const double FootTop = 725;
    private const double SmallSize = 21;

    // Lines of a title are few, and set tighter than a text of many.
    private const double Tightness = 0.8;
    private const int LongestTitle = 240;
    private const int LongestLine = 90;

    private static readonly double[] TitleSizes = [70, 60, 52, 45, 39, 34, 30, 26, 22];

    /// <summary>Everything that is drawn, at its place.</summary>
    public IEnumerable<TextFragment> Set() => [.. SetTitle(), .. SetFoot()];

    /// <summary>The authors in one line; empty when they are unknown.</summary>
    public static string Authors(Document document)
    {
        var comma = document.Direction == TextDirection.RightToLeft && LanguageTag.Primary(document.Language) is not ("he" or "iw" or "yi") ? "، " : ", ";
        return PlainText.Fold(string.Join(comma, document.Metadata.Authors));
    }

    private IEnumerable<TextFragment> SetTitle()
    {
        var title = Shortened(PlainText.Fold(document.Metadata.Title), LongestTitle);
        var authors = Shortened(Authors(document), LongestLine);
        IReadOnlyList<TextFragment> set = [];
        foreach (var size in TitleSizes)
        {
            var words = Heading(title);
            Block[] blocks = authors.Length == 0 ? [words] : [words, Line(authors)];
            set = Lay(blocks, size, Top, Bottom, out var fits);
            if (fits && set.All(fragment => IsWhole(fragment, title)))
            {
                break;
            }
        }

        return set;
    }

    private List<TextFragment> SetFoot() => document.Metadata.Publisher is { } publisher && PlainText.Fold(publisher) is { Length: > 0 } name
        ? Lay([Line(Shortened(name, LongestLine))], SmallSize, FootTop, 0, out _)
        : [];

    private List<TextFragment> Lay(Block[] blocks, double titleSize, double top, double bottom, out bool fits)
    {
        var style = theme with
        {
            Page = new PageGeometry(Width, Height, top, bottom, Side, Side),
            TextSize = SmallSize,
            MinimumSize = 0,
            Furniture = false,
            Justified = false,
            Headings = [new HeadingStyle(titleSize / SmallSize, 0, 0.9), .. theme.Headings[1..]],
            Scripts = [.. theme.Scripts.Select(static row => row with { LineHeight = row.LineHeight * Tightness })],
        };
        var words = document with { Blocks = [.. blocks], Parts = [] };
        var pages = PageLayout.Lay(words, style, fonts, new LayoutOptions { HasContents = false, Kashida = KashidaExtent.None, Notes = NotePlacement.End }).Pages;
        var fragments = pages[0].Items.OfType<TextFragment>().ToList();
        fits = pages.Length == 1 && fragments.All(static fragment => fragment.X >= Side - 1 && fragment.X + fragment.Width <= Width - Side + 1);
        return fragments;
    }

    /// <summary>Whether the title's words are not cut to fit the width.</summary>
    private static bool IsWhole(TextFragment fragment, string title) =>
        fragment.Owner.Node is not Text { Value: var words } || words != title || fragment.TextStart == 0
        || char.IsWhiteSpace(words[fragment.TextStart - 1]) || words[fragment.TextStart - 1] is '-' or '\u2010' or '/' or '–' or '—' or '\u200B'
        || !char.IsLetterOrDigit(words[fragment.TextStart - 1]);

    private Heading Heading(string words) => new() { Language = Language, Direction = document.Direction, Level = 1, Inlines = Words(words) };

    private Paragraph Line(string words) => new() { Language = Language, Direction = document.Direction, Role = ParagraphRole.Subtitle, Inlines = Words(words) };

    private ImmutableArray<Inline> Words(string words) => [new Text { Language = Language, Direction = document.Direction, Value = words }];

    private string Language => document.Blocks.FirstOrDefault()?.Language ?? document.Language;

    private static string Shortened(string words, int longest)
    {
        if (words.Length <= longest)
        {
            return words;
        }

        var end = words.LastIndexOf(' ', longest);
        end = end > longest / 2 ? end : longest - (char.IsHighSurrogate(words[longest - 1]) ? 1 : 0);
        return words[..end].TrimEnd() + "…";
    }
}
