using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Themes;

/// <summary>How the pages look: data, nothing else. Themes are JSON: see <see cref="ThemeFile"/>.</summary>
public sealed record Theme
{
    /// <summary>The name by which the theme is chosen.</summary>
    public required string Name { get; init; }

    /// <summary>The file that a user's theme came from, as named by the user; null for the themes that come with DocBuilder.</summary>
    public string? Source { get; init; }

    /// <summary>The page and its margins; <see cref="ForPaper"/> makes them for other paper.</summary>
    public required PageGeometry Page { get; init; }

    /// <summary>The margins as parts of the paper.</summary>
    public required PageMargins Margins { get; init; }

    /// <summary>The size of running text in points, before the script's own scale.</summary>
    public required double TextSize { get; init; }

    /// <summary>The size in points that no text is smaller than, except raised and lowered text; 0 for none.</summary>
    public required double MinimumSize { get; init; }

    /// <summary>The size of notes, captions and table cells, as a part of the text size.</summary>
    public required double SmallSize { get; init; }

    /// <summary>The size of superscripts, subscripts and note marks, as a part of the size of the text they stand in.</summary>
    public required double RaisedSize { get; init; }

    /// <summary>The width of a word space before justification, as a multiple of the face's own.</summary>
    public required double WordSpace { get; init; }

    /// <summary>Space between blocks, as a part of the line height.</summary>
    public required double BlockSpace { get; init; }

    /// <summary>The indent of list items, quotations and code, in ems of the text size.</summary>
    public required double Indent { get; init; }

    /// <summary>Whether body paragraphs are set to the full width of the column.</summary>
    public required bool Justified { get; init; }

    /// <summary>Whether links are underlined; note marks, which stand apart already, never are.</summary>
    public required bool UnderlinedLinks { get; init; }

    /// <summary>Whether pages carry running heads and folios.</summary>
    public required bool Furniture { get; init; }

    /// <summary>The faces and proportions of each script, the general one last (<see cref="Script.Common"/>).</summary>
    public required ImmutableArray<ScriptTypography> Scripts { get; init; }

    /// <summary>Families asked, in order, for characters that the script's own families lack.</summary>
    public required ImmutableArray<string> FallbackFamilies { get; init; }

    /// <summary>Families for code.</summary>
    public required ImmutableArray<string> CodeFamilies { get; init; }

    /// <summary>The title and the headings below it; index 0 is level 1.</summary>
    public required ImmutableArray<HeadingStyle> Headings { get; init; }

    /// <summary>Running text: at least 7:1 on white (WCAG 2.2 1.4.6), as all text.</summary>
    public required Color TextColor { get; init; }

    /// <summary>Bylines, captions, furniture.</summary>
    public required Color SecondaryColor { get; init; }

    /// <summary>Links.</summary>
    public required Color LinkColor { get; init; }

    /// <summary>Rules and borders.</summary>
    public required Color RuleColor { get; init; }

    /// <summary>The area behind code and table heads; text on it keeps 7:1.</summary>
    public required Color ShadeColor { get; init; }

    /// <summary>The area behind highlighted text; text on it keeps 7:1.</summary>
    public required Color MarkColor { get; init; }

    /// <summary>The print theme on A4: a naskh serif.</summary>
    public static Theme Print => ShippedThemes.Named("print")!;

    /// <summary>The theme on paper of another size.</summary>
    /// <param name="width">The paper's width in points.</param>
    /// <param name="height">The paper's height in points.</param>
    public Theme ForPaper(double width, double height) => this with { Page = Margins.On(width, height, this) };

    /// <summary>A size made smaller, but not smaller than <see cref="MinimumSize"/>.</summary>
    /// <param name="size">The size in points.</param>
    /// <param name="part">The part of it that is wanted.</param>
    public double Reduced(double size, double part) => Math.Max(size * part, Math.Min(size, MinimumSize));

    /// <summary>The size of running heads and folios, in points.</summary>
    public double FurnitureSize => Reduced(TextSize, 0.82);

    /// <summary>The typography for a script in a language: the first row that fits.</summary>
    public ScriptTypography TypographyFor(Script script, string language)
    {
        foreach (var row in Scripts)
        {
            if (row.Script == script && (row.Language is null || LanguageTag.Primary(language) == row.Language))
            {
                return row;
            }
        }

        return Scripts[^1];
    }
}

/// <summary>The faces and proportions of a script.</summary>
/// <param name="Script">The script; <see cref="Script.Common"/> stands for every script without a row of its own.</param>
/// <param name="Language">The primary language subtag that the row is for; null for any.</param>
/// <param name="Families">Families in order of preference.</param>
public sealed record ScriptTypography(Script Script, string? Language, ImmutableArray<string> Families)
{
    /// <summary>How much larger than the theme's text size the script is set, so that scripts look equally large beside one another.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The line height of a block mainly in this script, as a multiple of the text size before <see cref="Scale"/>.</summary>
    public double LineHeight { get; init; } = 1.45;

    /// <summary>Whether emphasis slants; a script that does not slant emphasises by weight.</summary>
    public bool Slants { get; init; }
}

/// <summary>How a level of heading is set.</summary>
/// <param name="Size">The size, as a multiple of the text size.</param>
/// <param name="SpaceBefore">The space above, in line heights of the text.</param>
/// <param name="SpaceAfter">The space below, in line heights of the text.</param>
public readonly record struct HeadingStyle(double Size, double SpaceBefore, double SpaceAfter);

/// <summary>A page and its margins, in points.</summary>
/// <param name="Width">The page's width.</param>
/// <param name="Height">The page's height.</param>
/// <param name="Top">The top margin, which holds the running head.</param>
/// <param name="Bottom">The bottom margin, which holds the folio.</param>
/// <param name="Inner">The margin at the binding edge.</param>
/// <param name="Outer">The margin away from it.</param>
public sealed record PageGeometry(double Width, double Height, double Top, double Bottom, double Inner, double Outer)
{
    /// <summary>Points to a millimetre.</summary>
    public const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>ISO A4, 210 × 297 mm.</summary>
    public static PageGeometry A4 { get; } = ForPaper(210 * PointsPerMillimetre, 297 * PointsPerMillimetre);

    /// <summary>The width between the margins.</summary>
    public double ContentWidth => Width - Inner - Outer;

    /// <summary>The height between the margins.</summary>
    public double ContentHeight => Height - Top - Bottom;

    /// <summary>
    /// The page lying on its side, for what is too wide. Its binding edge is its upper or its lower one, so all its margins are as wide as
    /// those of the upright page are on average, and not narrower than the inner one.
    /// </summary>
    public PageGeometry Turned
    {
        get
        {
            var margin = Math.Max(Inner, (Inner + Outer) / 2);
            return new(Height, Width, margin, margin, margin, margin);
        }
    }

    /// <summary>The left margin: the outer one of a left-hand page, which is bound at its right edge, and the inner one of a right-hand page.</summary>
    /// <param name="isLeftHand">Whether the page is the left one of a spread.</param>
    public double Left(bool isLeftHand) => isLeftHand ? Outer : Inner;

    /// <summary>The page with a wider inner margin.</summary>
    /// <param name="gutter">What the binding takes, in points.</param>
    public PageGeometry WithGutter(double gutter) => this with { Inner = Inner + gutter };

    /// <summary>Margins in proportion to the paper: about a seventh of the width at the sides, a ninth and an eighth of the height above and below.</summary>
    public static PageGeometry ForPaper(double width, double height) => new(width, height, height / 9.5, height / 8.5, width / 7, width / 7);
}
