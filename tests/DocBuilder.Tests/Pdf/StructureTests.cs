using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Pdf.Structure;
using Xunit;

namespace DocBuilder.Tests.Pdf;

public class StructureTests
{
    private static readonly Model Ar = Model.Arabic;

    [Fact]
    public void The_tree_says_what_the_document_is()
    {
        var tree = Tree(Rich());
        Assert.Equal(
            [
                "Document", " H1", " H2", " P", "  Link", "  Reference", "   Lbl",
                " L", "  LI", "   Lbl", "   LBody", "  LI", "   Lbl", "   LBody", "    P", "    L", "     LI", "      Lbl", "      LBody",
                " Table", "  Caption", "  THead", "   TR", "    TH", "    TH", "  TBody", "   TR", "    TH", "    TD",
                " BlockQuote", "  P", " Div", "  P", "   Span", "   Span", " P", "  Code", " L", "  LI", "   Lbl", "   LBody",
                " Note", "  Lbl",
            ],
            Lines(tree.Root, 0).Where(line => line.Trim() != "annotation"));
    }

    [Fact]
    public void Every_element_stands_where_pdf_1_7_lets_it_stand()
    {
        Block[] all = [.. Rich().Blocks];
        var nested = Ar.Document(
            Ar.Heading(1, "title"),
            Ar.Quote(all),
            Ar.List(ListMarker.Disc, [.. Rich().Blocks]),
            Cell([.. Rich().Blocks]),
            Ar.Notes() with
            {
                Notes = [new Note { Language = "ar", Direction = TextDirection.RightToLeft, Label = "1", Anchor = "x", Blocks = [.. Rich().Blocks] }],
            },
            Figure([.. Rich().Blocks], [.. Rich().Blocks]),
            new Aside { Language = "ar", Direction = TextDirection.RightToLeft, Blocks = [.. Rich().Blocks] });
        Check(Tree(nested).Root);

        static void Check(StructureElement element)
        {
            var container = element.Container.Type;
            Assert.True(element.Type is "Div" || StructureContainment.HoldsContent(element.Type) || !element.Kids.OfType<ContentSlot>().Any(), element.Type);
            foreach (var group in element.Kids.OfType<StructureElement>().Where(kid => kid.Type != "Div").GroupBy(kid => kid.Type))
            {
                Assert.True(group.Count() <= StructureContainment.Pdf17.MostOf(container, group.Key), $"{container} holds {group.Count()} {group.Key}");
            }

            foreach (var kid in element.Kids.OfType<StructureElement>())
            {
                Check(kid);
            }
        }
    }

    [Fact]
    public void The_rules_of_containment_know_what_is_forbidden()
    {
        Assert.False(StructureContainment.Pdf17.Allows("P", "Table"));
        Assert.False(StructureContainment.Pdf17.Allows("Reference", "Code"));
        Assert.False(StructureContainment.Pdf17.Allows("Link", "Link"));
        Assert.Equal(1, StructureContainment.Pdf17.MostOf("Table", "Caption"));
        Assert.True(StructureContainment.Pdf17.Allows("Document", "H6"));
        Assert.False(StructureContainment.HoldsContent("Sect"));
    }

    [Fact]
    public void A_language_is_written_where_it_changes()
    {
        var written = WrittenPdf.Of(Ar.Document(Ar.Paragraph(Ar.Text("كلمة "), Model.English.Text("word"), Ar.Text(" أخرى"))));
        var file = written.Run("qpdf", "--qdf", "--object-streams=disable", "@", "-");
        Assert.Contains("/Lang (en)", file, StringComparison.Ordinal);
        Assert.Contains("Span", written.Run("pdfinfo", "-struct", "@"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_over_two_pages_is_one_element()
    {
        var text = string.Join(' ', Enumerable.Repeat("كلمات كثيرة تملأ الصفحة وتفيض إلى التي بعدها.", 120));
        var written = WrittenPdf.Of(Ar.Document(Ar.Heading(1, "عنوان"), Ar.Paragraph(text)));
        var structure = written.Run("pdfinfo", "-struct", "@");
        Assert.Single(structure.Split('\n'), line => line.TrimStart().StartsWith("P ", StringComparison.Ordinal));
        Assert.Contains("/MCR", written.Run("qpdf", "--qdf", "--object-streams=disable", "@", "-"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_no_page_shows_is_our_mistake()
    {
        var document = Ar.Document(Ar.Paragraph("ضائع"));
        Assert.Throws<InvalidOperationException>(() => WrittenPdf.Of(document, ExtractionTests.OnePage()));
    }

    [Fact]
    public void A_table_header_that_is_named_has_an_id()
    {
        var table = Ar.Table("", ["k", "l"], ["m", "o"]);
        var head = table.Groups[0].Rows[0];
        var named = head with { Cells = [head.Cells[0], head.Cells[1] with { Anchor = "h" }] };
        var row = table.Groups[1].Rows[0];
        var naming = row with { Cells = [row.Cells[0], row.Cells[1] with { Headers = ["h"] }] };
        var written = WrittenPdf.Of(Ar.Document(table with
        {
            Groups = [table.Groups[0] with { Rows = [named] }, table.Groups[1] with { Rows = [naming] }],
        }));
        var file = written.Run("qpdf", "--qdf", "--object-streams=disable", "@", "-");
        Assert.Contains("/ID (header1)", file, StringComparison.Ordinal);
        Assert.Contains("(header1)", file[file.IndexOf("/Headers", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("/IDTree", file, StringComparison.Ordinal);
    }

    internal static Document Rich() => Ar.Document(
        Ar.Heading(1, "A"),
        Ar.Heading(2, "B"),
        Ar.Paragraph(
            Ar.Text("c "),
            Ar.Styled(InlineStyle.Strong, Ar.Text("d")),
            Ar.Text(" e "),
            Ar.Link("https://example.org/", Ar.Text("f")),
            Ar.NoteReference("n", "1")),
        Ar.List(ListMarker.Decimal, [Ar.Paragraph("g")], [Ar.Paragraph("h"), Ar.List(ListMarker.Disc, [Ar.Paragraph("i")])]),
        Ar.Table("j", ["k", "l"], ["m", ""]),
        Ar.Quote(Ar.Paragraph("o")),
        Ar.Verse(["p", "q"]),
        Ar.Code("r"),
        Ar.Descriptions(("s", "t")),
        Ar.Notes(("n", "1", "u")));

    private static StructureTree Tree(Document document)
    {
        var links = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        links.UnionWith(document.Blocks.OfType<Paragraph>().SelectMany(p => p.Inlines).OfType<Link>());
        return new StructureBuilder(links, StructureVocabulary.Pdf17).Build(document);
    }

    private static IEnumerable<string> Lines(StructureElement element, int depth)
    {
        yield return new string(' ', depth) + element.Type;
        foreach (var line in element.Kids.OfType<StructureElement>().SelectMany(kid => Lines(kid, depth + 1)))
        {
            yield return line;
        }
    }

    private static Table Cell(ImmutableArray<Block> blocks)
    {
        var table = Ar.Table("", ["k"], ["m"]);
        var row = table.Groups[1].Rows[0];
        return table with { Groups = [table.Groups[0], table.Groups[1] with { Rows = [row with { Cells = [row.Cells[0] with { Blocks = blocks }] }] }] };
    }

    private static Figure Figure(ImmutableArray<Block> blocks, ImmutableArray<Block> caption) =>
        new() { Language = "ar", Direction = TextDirection.RightToLeft, Blocks = blocks, Caption = caption };
}
