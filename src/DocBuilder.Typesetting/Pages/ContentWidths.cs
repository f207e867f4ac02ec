using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>How narrow and how wide blocks can be set (CSS 2.2 17.5.2.2: minimum and maximum content width), in points.</summary>
internal sealed class ContentWidths(ParagraphSetter paragraphs, Theme theme)
{
    /// <summary>What has more ems than this is no word but an address or a key, and may be broken inside.</summary>
    private const double LongestWord = 18;

    /// <summary>A picture is not made narrower than this many ems.</summary>
    private const double NarrowestPicture = 3;

    /// <summary>Tables inside tables are measured to this depth; what lies deeper is taken to want half the room.</summary>
    private const int NestingMeasured = 2;

    /// <summary>The width of the longest word, and the width at which nothing needs to be broken.</summary>
    /// <param name="blocks">The blocks, one below the other.</param>
    /// <param name="style">Their look.</param>
    /// <param name="available">The room there is at most, in points.</param>
    public (double Minimum, double Maximum) Measure(ImmutableArray<Block> blocks, TextStyle style, double available)
    {
        var (minimum, maximum) = Measure(blocks, style, available, 0);
        return (Math.Min(minimum, style.Size * LongestWord), maximum);
    }

    private (double Minimum, double Maximum) Measure(ImmutableArray<Block> blocks, TextStyle style, double available, int nesting)
    {
        double minimum = 0, maximum = 0;
        foreach (var block in blocks)
        {
            var width = Measure(block, style, available, nesting);
            minimum = Math.Max(minimum, width.Minimum);
            maximum = Math.Max(maximum, width.Maximum);
        }

        return (minimum, maximum);
    }

    private (double Minimum, double Maximum) Measure(Block block, TextStyle style, double available, int nesting)
    {
        var indent = style.Size * theme.Indent;
        return block switch
        {
            Paragraph paragraph => Words(paragraph.Inlines, paragraph.Direction, style),
            Heading heading => Words(heading.Inlines, heading.Direction, style with { IsBold = true, Size = style.Size * theme.Headings[Math.Clamp(heading.Level, 1, theme.Headings.Length) - 1].Size }),
            CodeBlock code => Wider(Words(code.Inlines, code.Direction, style with { IsCode = true }), 2 * style.Size),
            MathBlock math => Words([math.Expression], math.Direction, style),
            List list => Wider(Measure([.. list.Items.SelectMany(i => i.Blocks)], style, available, nesting), indent),
            DescriptionList list => Wider(Measure([.. list.Items.SelectMany(i => i.Blocks)], style with { IsBold = true }, available, nesting), indent),
            BlockQuote quote => Wider(Measure(quote.Blocks, style, available, nesting), indent),
            Aside aside => Wider(Measure(aside.Blocks, style, available, nesting), 2 * style.Size),
            Details details => Wider(Measure(details.Blocks, style, available, nesting), style.Size),
            Note note => Wider(Measure(note.Blocks, style, available, nesting), indent),
            NoteList notes => Wider(Measure([.. notes.Notes.SelectMany(n => n.Blocks)], style, available, nesting), indent),
            Verse verse => Lines(verse, style),
            Figure figure => Measure(figure.Blocks, style, available, nesting),
            ImageBlock { Image: { Resource: { } resource } image } => (style.Size * NarrowestPicture, Math.Min(available, (image.Width ?? resource.PixelWidth) * FigureFormatter.PointsPerPixel)),
            ImageBlock image => Words([image.Image], image.Direction, style),
            Table table when nesting < NestingMeasured => Columns(table, style, available, nesting + 1),
            ThematicBreak => default,
            _ => (style.Size * NarrowestPicture, available / 2),
        };

        (double Minimum, double Maximum) Words(ImmutableArray<Inline> inlines, TextDirection direction, TextStyle look) => paragraphs.MeasureContent(inlines, direction, look, available);

        static (double Minimum, double Maximum) Wider((double Minimum, double Maximum) width, double by) => (width.Minimum + by, width.Maximum + by);
    }

    private (double Minimum, double Maximum) Lines(Verse verse, TextStyle style)
    {
        double minimum = 0, maximum = 0;
        foreach (var half in verse.Lines.SelectMany(l => l.Hemistichs))
        {
            var width = paragraphs.MeasureContent(half.Inlines, half.Direction, style, double.MaxValue);
            minimum = Math.Max(minimum, width.Minimum);
            maximum = Math.Max(maximum, width.Maximum);
        }

        return (minimum + (style.Size * theme.Indent), (2 * maximum) + (3 * style.Size * theme.Indent));
    }

    private (double Minimum, double Maximum) Columns(Table table, TextStyle style, double available, int nesting)
    {
        var padding = 2 * TableGrid.PaddingFor(style);
        var columns = new ColumnWidths(table.ColumnCount);
        foreach (var cell in table.Groups.SelectMany(g => g.Rows).SelectMany(r => r.Cells).OrderBy(c => c.ColumnSpan))
        {
            var (minimum, maximum) = Measure(cell.Blocks, style, available, nesting);
            columns.Widen(cell.Column, cell.ColumnSpan, minimum + padding, maximum + padding);
        }

        return (columns.Least, columns.Most);
    }
}
