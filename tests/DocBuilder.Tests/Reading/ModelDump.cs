using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Tests.Reading;

/// <summary>Writes a document as short text, so that a test shows the model it expects: a block a line, two spaces for each level.</summary>
internal static class ModelDump
{
    /// <summary>The blocks. Language and direction are written where they differ from what is around.</summary>
    public static string Blocks(Document document)
    {
        var writer = new Writer();
        foreach (var block in document.Blocks)
        {
            writer.Write(block, 0, document);
        }

        return writer.ToString();
    }

    /// <summary>The blocks after the title and its paragraphs.</summary>
    public static string Body(Document document)
    {
        var writer = new Writer();
        foreach (var block in document.Blocks.Skip(1).Where(static block => block is not Paragraph { Role: not ParagraphRole.Body }))
        {
            writer.Write(block, 0, document);
        }

        return writer.ToString();
    }

    /// <summary>What the document says, a line a block; cells and hemistichs a line each.</summary>
    public static List<string> TextLines(Document document)
    {
        var lines = new List<string>();
        foreach (var block in document.Blocks)
        {
            AddLines(block, lines);
        }

        return lines;
    }

    private static void AddLines(Block block, List<string> lines)
    {
        switch (block)
        {
            case Heading heading: AddLine(heading.Inlines, lines); break;
            case Paragraph paragraph: AddLine(paragraph.Inlines, lines); break;
            case List list: AddLines(list.Items, lines); break;
            case ListItem item: AddLines(item.Blocks, lines); break;
            case DescriptionList list: AddLines(list.Items, lines); break;
            case DescriptionItem item: AddLines(item.Blocks, lines); break;
            case BlockQuote quote: AddLines(quote.Blocks, lines); break;
            case Aside aside: AddLines(aside.Blocks, lines); break;
            case Details details: AddLine(details.Summary, lines); AddLines(details.Blocks, lines); break;
            case CodeBlock code: AddLine(code.Inlines, lines); break;
            case Verse verse: AddLines(verse.Lines, lines); break;
            case VerseLine line: AddLines(line.Hemistichs, lines); break;
            case Hemistich half: AddLine(half.Inlines, lines); break;
            case Figure { CaptionFirst: true } figure: AddLines(figure.Caption, lines); AddLines(figure.Blocks, lines); break;
            case Figure figure: AddLines(figure.Blocks, lines); AddLines(figure.Caption, lines); break;
            case NoteList notes: AddLines(notes.Notes, lines); break;
            case Note note: AddLines(note.Blocks, lines); break;
            case Table table: AddLines(table.Caption, lines); AddLines(table.Groups, lines); break;
            case TableRowGroup group: AddLines(group.Rows, lines); break;
            case TableRow row: AddLines(row.Cells, lines); break;
            case TableCell cell: AddLines(cell.Blocks, lines); break;
            default: break;
        }
    }

    private static void AddLines<TBlock>(ImmutableArray<TBlock> blocks, List<string> lines)
        where TBlock : Block
    {
        foreach (var block in blocks)
        {
            AddLines(block, lines);
        }
    }

    private static void AddLine(ImmutableArray<Inline> inlines, List<string> lines)
    {
        var text = new StringBuilder();
        AddText(inlines, text);
        var line = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > 0)
        {
            lines.Add(line);
        }
    }

    private static void AddText(ImmutableArray<Inline> inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
        {
            _ = inline switch
            {
                Text words => text.Append(words.Value),
                LineBreak => text.Append('\n'),
                NoteReference note => text.Append(note.Label),
                MathExpression math => text.Append(math.AlternativeText),
                _ => text,
            };
            switch (inline)
            {
                case InlineContainer container: AddText(container.Inlines, text); break;
                case Ruby ruby: AddText(ruby.Base, text); AddText(ruby.Annotation, text); break;
                default: break;
            }
        }
    }

    private sealed class Writer
    {
        private readonly StringBuilder _text = new();

        public override string ToString() => _text.ToString().TrimEnd('\n');

        public void Write(Block block, int depth, Node around)
        {
            switch (block)
            {
                case Heading heading: Line(depth, $"h{heading.Level}", heading, around, heading.Inlines); break;
                case Paragraph { Role: ParagraphRole.Body } paragraph: Line(depth, "p", paragraph, around, paragraph.Inlines); break;
                case Paragraph paragraph: Line(depth, paragraph.Role.ToString().ToLowerInvariant(), paragraph, around, paragraph.Inlines); break;
                case List list: Container(depth, "list " + list.Marker, list, around, list.Items); break;
                case ListItem { Ordinal: 0 } item: Container(depth, "item", item, around, item.Blocks); break;
                case ListItem item: Container(depth, Number("item ", item.Ordinal), item, around, item.Blocks); break;
                case DescriptionList list: Container(depth, "dl", list, around, list.Items); break;
                case DescriptionItem item: Container(depth, item.IsTerm ? "term" : "description", item, around, item.Blocks); break;
                case BlockQuote quote: Container(depth, quote.SourceUrl is null ? "quote" : $"quote<{quote.SourceUrl}>", quote, around, quote.Blocks); break;
                case Aside aside: Container(depth, "aside", aside, around, aside.Blocks); break;
                case Details details:
                    Line(depth, "details", details, around, details.Summary);
                    Children(depth, details, details.Blocks);
                    break;
                case CodeBlock code: Line(depth, code.CodeLanguage is null ? "code" : $"code({code.CodeLanguage})", code, around, code.Inlines); break;
                case Verse verse: Container(depth, "verse", verse, around, verse.Lines); break;
                case VerseLine line:
                    Begin(depth, line.StartsStanza ? "stanza" : "line", line, around);
                    _text.Append(' ').AppendJoin(" // ", line.Hemistichs.Select(half => Inlines(half.Inlines, half))).Append('\n');
                    break;
                case Figure figure:
                    Container(depth, figure.CaptionFirst ? "figure caption-first" : "figure", figure, around, figure.Blocks);
                    if (figure.Caption.Length > 0)
                    {
                        Indent(depth + 1).Append("caption\n");
                        Children(depth + 1, figure, figure.Caption);
                    }

                    break;
                case ImageBlock image:
                    Begin(depth, Inlines([image.Image], image), image, around);
                    _text.Append('\n');
                    break;
                case MathBlock math:
                    Begin(depth, "math " + math.Expression.AlternativeText, math, around);
                    _text.Append('\n');
                    break;
                case ThematicBreak rule:
                    Begin(depth, "rule", rule, around);
                    _text.Append('\n');
                    break;
                case NoteList notes: Container(depth, "notes", notes, around, notes.Notes); break;
                case Note note: Container(depth, "note " + note.Label, note, around, note.Blocks); break;
                case Table table:
                    Begin(depth, Number("table ", table.ColumnCount), table, around);
                    _text.Append('\n');
                    if (table.Caption.Length > 0)
                    {
                        Indent(depth + 1).Append("caption\n");
                        Children(depth + 1, table, table.Caption);
                    }

                    Children(depth, table, table.Groups);
                    break;
                case TableRowGroup group: Container(depth, group.Kind.ToString().ToLowerInvariant(), group, around, group.Rows); break;
                case TableRow row:
                    Begin(depth, "row", row, around);
                    _text.Append(' ').AppendJoin(" | ", row.Cells.Select(cell => Cell(cell, row))).Append('\n');
                    break;
                default: throw new InvalidOperationException(block.GetType().Name);
            }
        }

        private static string Cell(TableCell cell, Node around)
        {
            var text = new StringBuilder();
            if (cell.Scope != TableHeaderScope.None)
            {
                text.Append("th-").Append(cell.Scope.ToString().ToLowerInvariant()).Append(' ');
            }

            if (cell.ColumnSpan > 1 || cell.RowSpan > 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"{cell.ColumnSpan}x{cell.RowSpan} ");
            }

            if (cell.Headers.Length > 0)
            {
                text.Append('{').AppendJoin(' ', cell.Headers).Append("} ");
            }

            text.Append(Context(cell, around));
            if (cell.Blocks is [Paragraph paragraph])
            {
                text.Append(Inlines(paragraph.Inlines, paragraph));
            }
            else
            {
                var inner = new Writer();
                foreach (var block in cell.Blocks)
                {
                    inner.Write(block, 0, cell);
                }

                text.Append(inner.ToString().Replace("\n", " ¶ ", StringComparison.Ordinal));
            }

            return text.ToString().TrimEnd();
        }

        private void Line(int depth, string name, Node node, Node around, ImmutableArray<Inline> inlines)
        {
            Begin(depth, name, node, around);
            _text.Append(' ').Append(Inlines(inlines, node)).Append('\n');
        }

        private void Container<TBlock>(int depth, string name, Node node, Node around, ImmutableArray<TBlock> blocks)
            where TBlock : Block
        {
            Begin(depth, name, node, around);
            _text.Append('\n');
            Children(depth, node, blocks);
        }

        private void Children<TBlock>(int depth, Node node, ImmutableArray<TBlock> blocks)
            where TBlock : Block
        {
            foreach (var block in blocks)
            {
                Write(block, depth + 1, node);
            }
        }

        private void Begin(int depth, string name, Node node, Node around)
        {
            Indent(depth).Append(name).Append(Context(node, around).TrimEnd());
            if (node.Anchor is not null)
            {
                _text.Append('#').Append(node.Anchor);
            }
        }

        private StringBuilder Indent(int depth) => _text.Append(' ', depth * 2);

        private static string Inlines(ImmutableArray<Inline> inlines, Node around) => string.Concat(inlines.Select(inline => Inline(inline, around)));

        private static string Inline(Inline inline, Node around)
        {
            var context = Context(inline, around).TrimEnd() + (inline.Anchor is null ? "" : "#" + inline.Anchor);
            return inline switch
            {
                Text text => context + text.Value,
                LineBreak => "⏎",
                WordBreakOpportunity => "‿",
                Styled styled => $"<{styled.Style.ToString().ToLowerInvariant()}{context}>{Inlines(styled.Inlines, styled)}</>",
                Link link => $"<link{context} {link.Target}{(link.Title is null ? "" : $" \"{link.Title}\"")}>{Inlines(link.Inlines, link)}</>",
                Quotation quotation => $"<q{context}{(quotation.SourceUrl is null ? "" : " " + quotation.SourceUrl)}>{Inlines(quotation.Inlines, quotation)}</>",
                Abbreviation abbreviation => $"<abbr{context} {abbreviation.Expansion}>{Inlines(abbreviation.Inlines, abbreviation)}</>",
                Time time => $"<time{context} {time.DateTime}>{Inlines(time.Inlines, time)}</>",
                Span { Bidi: BidiIsolation.None } span => $"<span{context}>{Inlines(span.Inlines, span)}</>",
                Span span => $"<{span.Bidi.ToString().ToLowerInvariant()}{context}>{Inlines(span.Inlines, span)}</>",
                Ruby ruby => $"<ruby{context}>{Inlines(ruby.Base, ruby)}^{Inlines(ruby.Annotation, ruby)}</>",
                NoteReference note => $"<note {note.Label} #{note.NoteAnchor}>",
                MathExpression math => $"<math{context} {math.AlternativeText}>",
                Image { IsDecorative: true } image => $"<image{context} decorative{Resource(image)}>",
                Image image => $"<image{context} \"{image.AlternativeText}\"{Resource(image)}>",
                _ => throw new InvalidOperationException(inline.GetType().Name),
            };
        }

        private static string Resource(Image image) => image.Resource is { } resource
            ? string.Create(CultureInfo.InvariantCulture, $" {resource.MediaType} {resource.PixelWidth}x{resource.PixelHeight}") : "";

        private static string Number(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);

        private static string Context(Node node, Node around)
        {
            var parts = new List<string>();
            if (node.Language != around.Language)
            {
                parts.Add(node.Language);
            }

            if (node.Direction != around.Direction)
            {
                parts.Add(node.Direction == TextDirection.RightToLeft ? "rtl" : "ltr");
            }

            return parts.Count == 0 ? "" : $"[{string.Join(',', parts)}] ";
        }
    }
}
