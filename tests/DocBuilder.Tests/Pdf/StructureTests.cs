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
                "Document", " H1", " Sect", "  H2", "  P", "   Link", "   Reference", "    Lbl",
                "  L", "   LI", "    Lbl", "    LBody", "   LI", "    Lbl", "    LBody", "     P", "     L", "      LI", "       Lbl", "       LBody",
                "  Table", "   Caption", "   THead", "    TR", "     TH", "     TH", "   TBody", "    TR", "     TH", "     TD",
                "  BlockQuote", "   P", "  Div", "   P", "    Span", "    Span", "  P", "   Code", "  L", "   LI", "    Lbl", "    LBody",
                " Note", "  Lbl",
            ],
            Lines(tree.Root, 0));
    }

    [Fact]
    public void In_pdf_2_0_the_title_is_no_heading_and_notes_point_back()
    {
        var tree = Tree(Rich(), StructureVocabulary.Pdf20);
        Assert.Equal(
            ["Document", " Title", " Sect", "  H1", "  P", "   Strong", "   Link", "   Reference", "    Lbl"],
            Lines(tree.Root, 0).Take(9));
        var note = Assert.Single(All(tree.Root), element => element.Type == "FENote");
        var call = Assert.Single(All(tree.Root), element => element.Type == "Reference");
        Assert.Equal([call], note.References);
        Assert.Equal([note], call.References);
        Assert.Equal("Description", All(tree.Root).Last(element => element.Type == "L").ListNumbering);
    }

    [Fact]
    public void Sections_nest_as_their_headings_do()
    {
        var tree = Tree(Ar.Document(
            Ar.Heading(1, "a"), Ar.Paragraph("b"), Ar.Heading(2, "c"), Ar.Heading(3, "d"), Ar.Paragraph("e"), Ar.Heading(2, "f"), Ar.Notes(("n", "1", "g"))));
        Assert.Equal(
            ["Document", " H1", " P", " Sect", "  H2", "  Sect", "   H3", "   P", " Sect", "  H2", " Note", "  Lbl"],
            Lines(tree.Root, 0));
    }

    [Fact]
    public void Headers_that_span_are_named_by_the_cells_below_them()
    {
        var table = Ar.Table("", ["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]);
        var top = table.Groups[0].Rows[0];
        var wide = top with { Cells = [top.Cells[0], top.Cells[1] with { ColumnSpan = 2 }] };
        var tree = Tree(Ar.Document(table with { Groups = [table.Groups[0] with { Rows = [wide] }, table.Groups[1]] }));
        var cells = All(tree.Root).Where(element => element.Type == "TD").ToList();
        Assert.All(cells, cell => Assert.Equal(2, cell.Cell!.Headers.Count));
        Assert.Equal(cells[0].Cell!.Headers[0], cells[1].Cell!.Headers[0]);
        Assert.Equal(cells[0].Cell!.Headers[0], All(tree.Root).Where(element => element.Type == "TH").ElementAt(1).Id);
    }

    [Fact]
    public void A_header_amid_the_data_takes_the_place_of_the_one_above()
    {
        var table = Ar.Table("", ["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]);
        var body = table.Groups[1];
        var row = body.Rows[1];
        var amid = row with { Cells = [row.Cells[0], row.Cells[1] with { Scope = TableHeaderScope.Column }] };
        var tree = Tree(Ar.Document(table with { Groups = [table.Groups[0], body with { Rows = [body.Rows[0], amid, body.Rows[2]] }] }));
        var headers = All(tree.Root).Where(element => element.Type == "TD").Select(cell => cell.Cell!.Headers[0]).ToList();
        Assert.Equal(2, headers.Distinct().Count());
        Assert.All(All(tree.Root).Where(element => element.Type == "TD"), cell => Assert.Equal(2, cell.Cell!.Headers.Count));
    }

    [Fact]
    public void Where_scope_says_it_all_no_headers_are_named() =>
        Assert.All(All(Tree(Rich()).Root).Where(element => element.Cell is not null), cell => Assert.Empty(cell.Cell!.Headers));

    [Theory, InlineData(false), InlineData(true)]
    public void Every_element_stands_where_its_version_of_pdf_lets_it_stand(bool isPdf20)
    {
        var vocabulary = isPdf20 ? StructureVocabulary.Pdf20 : StructureVocabulary.Pdf17;
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
        Check(Tree(nested, vocabulary).Root);

        void Check(StructureElement element)
        {
            var container = element.Container.Type;
            Assert.True(element.Type is "Div" || StructureContainment.HoldsContent(element.Type) || !element.Kids.OfType<ContentSlot>().Any(), element.Type);
            foreach (var group in element.Kids.OfType<StructureElement>().Where(kid => kid.Type != "Div").GroupBy(kid => kid.Type))
            {
                Assert.True(group.Count() <= vocabulary.Containment.MostOf(container, group.Key), $"{container} holds {group.Count()} {group.Key}");
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
        Assert.True(StructureContainment.Pdf20.Allows("P", "Table"));
        Assert.False(StructureContainment.Pdf20.Allows("Reference", "Link"));
        Assert.False(StructureContainment.Pdf20.Allows("Aside", "Aside"));
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

    private static StructureTree Tree(Document document, StructureVocabulary? vocabulary = null)
    {
        var links = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        links.UnionWith(document.Blocks.OfType<Paragraph>().SelectMany(p => p.Inlines).OfType<Link>());
        return new StructureBuilder(links, vocabulary ?? StructureVocabulary.Pdf17).Build(document);
    }

    private static IEnumerable<StructureElement> All(StructureElement element) =>
        element.Kids.OfType<StructureElement>().SelectMany(All).Prepend(element);

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
