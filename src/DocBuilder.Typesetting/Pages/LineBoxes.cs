using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Puts lines into boxes of the height that their block's language asks for, whatever else the line holds.</summary>
internal sealed class LineBoxes(Theme theme, FontSelection fonts)
{
    /// <summary>Headings are large and short: their lines stand closer than those of running text.</summary>
    public const double HeadingTightness = 0.84;

    /// <summary>Code takes the line height of its own letters, whatever the article's language is.</summary>
    public const string CodeLanguage = "zxx";

    /// <summary>The line height of a look in a language, in points.</summary>
    public double HeightOf(TextStyle style, string language) =>
        theme.TypographyFor(LanguageScripts.ScriptOf(language), language).LineHeight * style.Size;

    /// <summary>Adds a box for each line.</summary>
    public void Add(VerticalList list, IReadOnlyList<Line> lines, TextStyle style, string language, double tightness = 1, int headingLevel = 0)
    {
        var height = HeightOf(style, language) * tightness;
        var baseline = Baseline(style, language, height);
        foreach (var line in lines)
        {
            list.Add(ToBox(line, height, baseline, headingLevel));
        }
    }

    /// <summary>Adds a box for each line so that no page begins or ends with a single line of the paragraph.</summary>
    public void AddWithoutWidows(VerticalList list, IReadOnlyList<Line> lines, TextStyle style, string language)
    {
        var first = list.Boxes.Count;
        Add(list, lines, style, language);
        if (lines.Count > 1)
        {
            list.Boxes[first + 1].KeepWithPrevious = true;
            list.Boxes[^1].KeepWithPrevious = true;
        }
    }

    /// <summary>Where the baseline stands in a line, in points from its top: the face's ascent and descent in the middle of the line.</summary>
    public double Baseline(TextStyle style, string language, double height)
    {
        var script = LanguageScripts.ScriptOf(language);
        var face = fonts.For(script == Script.Common ? Script.Latin : script, language, style).Primary;
        var size = fonts.SizeFor(script, language, style);
        var ascent = size * face.Ascender / face.UnitsPerEm;
        var descent = size * -face.Descender / face.UnitsPerEm;
        return ((height - ascent - descent) / 2) + ascent;
    }

    private static VerticalBox ToBox(Line line, double height, double baseline, int headingLevel)
    {
        // A picture or formula in the line that is taller than the line makes room for itself.
        var extra = Math.Max(0, line.Rise - baseline);
        var below = Math.Max(0, line.Drop - (height - baseline));
        var pieces = new List<LinePiece>(line.Pieces.Count);
        foreach (var piece in line.Pieces)
        {
            pieces.Add(piece.Moved(0, baseline + extra));
        }

        var box = new VerticalBox { Height = height + extra + below, Pieces = pieces, Baseline = baseline + extra, HeadingLevel = headingLevel };
        box.Anchors.AddRange(line.Anchors);
        return box;
    }
}
