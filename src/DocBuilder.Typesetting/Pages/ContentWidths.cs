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

    /// <summary>The widths of blocks.</summary>
    /// <param name="blocks">The blocks, one below the other.</param>
    /// <param name="style">Their look.</param>
    /// <param name="available">The room there is at most, in points.</param>
    public ContentWidth Measure(ImmutableArray<Block> blocks, TextStyle style, double available)
    {
        var width = Measure(blocks, style, available, 0);
        var longest = style.Size * LongestWord;
        return width with { Minimum = Math.Min(width.Minimum, longest), Number = width.Number > longest ? 0 : width.Number };
    }

    private ContentWidth Measure(ImmutableArray<Block> blocks, TextStyle style, double available, int nesting)
    {
        var width = default(ContentWidth);
        foreach (var block in blocks)
        {
            width = width.Over(Measure(block, style, available, nesting));
        }

        return width;
    }

    private ContentWidth Measure(Block block, TextStyle style, double available, int nesting)
    {
        var indent = style.Size * theme.Indent;
        return block switch
        {
            Paragraph paragraph => Words(paragraph.Inlines, paragraph.Direction, style),
            Heading heading => Words(heading.Inlines, heading.Direction, style with { IsBold = true, Size = style.Size * theme.Headings[Math.Clamp(heading.Level, 1, theme.Headings.Length) - 1].Size }),
            CodeBlock code => Words(code.Inlines, code.Direction, style with { IsCode = true }).With(2 * style.Size),
            MathBlock math => Words([math.Expression], math.Direction, style),
            List list => Measure([.. list.Items.SelectMany(i => i.Blocks)], style, available, nesting).With(indent),
            DescriptionList list => Measure([.. list.Items.SelectMany(i => i.Blocks)], style with { IsBold = true }, available, nesting).With(indent),
            BlockQuote quote => Measure(quote.Blocks, style, available, nesting).With(indent),
            Aside aside => Measure(aside.Blocks, style, available, nesting).With(2 * style.Size),
            Details details => Measure(details.Blocks, style, available, nesting).With(style.Size),
            Note note => Measure(note.Blocks, style, available, nesting).With(indent),
            NoteList notes => Measure([.. notes.Notes.SelectMany(n => n.Blocks)], style, available, nesting).With(indent),
            Verse verse => Lines(verse, style),
            Figure figure => Measure(figure.Blocks, style, available, nesting),
            ImageBlock { Image: { Resource: { } resource } image } => new(style.Size * NarrowestPicture, Math.Min(available, (image.Width ?? resource.PixelWidth) * FigureFormatter.PointsPerPixel), 0),
            ImageBlock image => Words([image.Image], image.Direction, style),
            Table table when nesting < NestingMeasured => Columns(table, style, available, nesting + 1),
            ThematicBreak => default,
            _ => new(style.Size * NarrowestPicture, available / 2, 0),
        };

        ContentWidth Words(ImmutableArray<Inline> inlines, TextDirection direction, TextStyle look) => paragraphs.MeasureContent(inlines, direction, look, available);
    }

    private ContentWidth Lines(Verse verse, TextStyle style)
    {
        var width = default(ContentWidth);
        foreach (var half in verse.Lines.SelectMany(l => l.Hemistichs))
        {
            width = width.Over(paragraphs.MeasureContent(half.Inlines, half.Direction, style, double.MaxValue));
        }

        return new(width.Minimum + (style.Size * theme.Indent), (2 * width.Maximum) + (3 * style.Size * theme.Indent), width.Number);
    }

    private ContentWidth Columns(Table table, TextStyle style, double available, int nesting)
    {
        var padding = 2 * TableGrid.PaddingFor(style);
        var columns = new ColumnWidths(table.ColumnCount);
        foreach (var cell in table.Groups.SelectMany(g => g.Rows).SelectMany(r => r.Cells).OrderBy(c => c.ColumnSpan))
        {
            columns.Widen(cell.Column, cell.ColumnSpan, Measure(cell.Blocks, style, available, nesting).With(padding));
        }

        return new(columns.Least, columns.Most, 0);
    }
}
