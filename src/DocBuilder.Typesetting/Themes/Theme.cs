using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Themes;

/// <summary>How the pages look: data, nothing else.</summary>
public sealed record Theme
{
    /// <summary>The name by which the theme is chosen.</summary>
    public required string Name { get; init; }

    /// <summary>The page and its margins.</summary>
    public required PageGeometry Page { get; init; }

    /// <summary>The size of running text in points, before the script's own scale.</summary>
    public required double TextSize { get; init; }

    /// <summary>The faces and proportions of each script, the general one last (<see cref="Script.Common"/>).</summary>
    public required ImmutableArray<ScriptTypography> Scripts { get; init; }

    /// <summary>Families asked, in order, for characters that the script's own families lack.</summary>
    public required ImmutableArray<string> FallbackFamilies { get; init; }

    /// <summary>Families for code.</summary>
    public required ImmutableArray<string> CodeFamilies { get; init; }

    /// <summary>The title and the headings below it; index 0 is level 1.</summary>
    public required ImmutableArray<HeadingStyle> Headings { get; init; }

    /// <summary>Space between blocks, as a part of the line height.</summary>
    public double BlockSpace { get; init; } = 0.5;

    /// <summary>The indent of list items, quotations and code, in ems of the text size.</summary>
    public double Indent { get; init; } = 2.0;

    /// <summary>The size of notes, captions and table cells, as a part of the text size.</summary>
    public double SmallSize { get; init; } = 0.86;

    /// <summary>Whether body paragraphs are set to the full width of the column.</summary>
    public bool Justified { get; init; } = true;

    /// <summary>Whether pages carry running heads and folios.</summary>
    public bool Furniture { get; init; } = true;

    /// <summary>Running text.</summary>
    public Color TextColor { get; init; } = Color.Black;

    /// <summary>Bylines, captions, furniture: still at least 7:1 on white (WCAG 2.2 1.4.6).</summary>
    public Color SecondaryColor { get; init; } = new(0x48, 0x48, 0x48);

    /// <summary>Links: at least 7:1 on white.</summary>
    public Color LinkColor { get; init; } = new(0x14, 0x44, 0x6E);

    /// <summary>Rules and borders.</summary>
    public Color RuleColor { get; init; } = new(0x9A, 0x9A, 0x9A);

    /// <summary>The area behind code and table heads; text on it keeps 7:1.</summary>
    public Color ShadeColor { get; init; } = new(0xF2, 0xF2, 0xF0);

    /// <summary>The area behind highlighted text; text on it keeps 7:1.</summary>
    public Color MarkColor { get; init; } = new(0xFF, 0xF1, 0xA8);

    /// <summary>The print theme: a naskh serif on A4.</summary>
    public static Theme Print { get; } = new()
    {
        Name = "print",
        Page = PageGeometry.A4,
        TextSize = 11,
        Scripts =
        [
            new(Script.Arabic, "ur", ["Noto Nastaliq Urdu", "Noto Naskh Arabic", "Amiri"]) { Scale = 1.1, LineHeight = 2.5 },
            new(Script.Arabic, "fa", ["Noto Naskh Arabic", "Amiri"]) { Scale = 1.08, LineHeight = 1.9 },
            new(Script.Arabic, null, ["Amiri", "Noto Naskh Arabic"]) { Scale = 1.24, LineHeight = 2.02 },
            new(Script.Hebrew, null, ["Frank Ruhl Libre"]) { Scale = 1.1, LineHeight = 1.55 },
            new(Script.Common, null, ["Source Serif 4"]) { Scale = 1.04, Slants = true, LineHeight = 1.48 },
        ],
        FallbackFamilies =
        [
            "Source Serif 4", "Noto Sans", "Amiri", "Noto Naskh Arabic", "Frank Ruhl Libre", "Noto Sans Hebrew",
            "Noto Sans Math", "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Emoji",
        ],
        CodeFamilies = ["Noto Sans Mono", "Noto Sans Arabic", "Noto Sans Hebrew"],
        Headings =
        [
            new(2.0, 0, 0.35),
            new(1.36, 1.0, 0.3),
            new(1.16, 0.8, 0.2),
            new(1.0, 0.7, 0.1),
            new(1.0, 0.6, 0.1),
            new(1.0, 0.6, 0.1),
        ],
    };

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
/// <param name="Sides">The left and right margins.</param>
public sealed record PageGeometry(double Width, double Height, double Top, double Bottom, double Sides)
{
    /// <summary>Points to a millimetre.</summary>
    public const double PointsPerMillimetre = 72 / 25.4;

    /// <summary>ISO A4, 210 × 297 mm.</summary>
    public static PageGeometry A4 { get; } = ForPaper(210 * PointsPerMillimetre, 297 * PointsPerMillimetre);

    /// <summary>The width between the margins.</summary>
    public double ContentWidth => Width - (2 * Sides);

    /// <summary>The height between the margins.</summary>
    public double ContentHeight => Height - Top - Bottom;

    /// <summary>The page lying on its side, for what is too wide: its margins are all as wide as those at the sides of the upright page.</summary>
    public PageGeometry Turned => new(Height, Width, Sides, Sides, Sides);

    /// <summary>Margins in proportion to the paper: about a seventh of the width at the sides, a ninth and an eighth of the height above and below.</summary>
    public static PageGeometry ForPaper(double width, double height) => new(width, height, height / 9.5, height / 8.5, width / 7);
}
