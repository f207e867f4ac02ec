using System.Text;
using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("> [!WARNING]\n> Hot.\n", "quote\n  p <strong>Warning</>\n  p Hot.")]
    [InlineData("> [!note]\n>\n> هذه ملاحظة قصيرة عن الطقس في المدينة.\n", "quote\n  p <strong>ملاحظة</>\n  p هذه ملاحظة قصيرة عن الطقس في المدينة.")]
    [InlineData("> [!WARNING] is how it begins.\n", "quote\n  p [!WARNING] is how it begins.")]
    [InlineData("See https://e.example/a، and https://e.example/b؟\n", "p See <link https://e.example/a>https://e.example/a</>، and <link https://e.example/b>https://e.example/b</>؟")]
    [InlineData("[TOC]\n\nText of [TOC].\n", "p Text of [TOC].")]
    public void What_sites_write_for_their_own_use_is_read_as_they_do(string text, string expected) => Assert.Equal(expected, ModelDump.Body(Markdown("# T\n\n" + text).Document!));

    [Fact]
    public void Calls_to_notes_side_by_side_are_two() => Assert.Equal(
        "h1 T\np Twice<note 1 #anchor-1><note 2 #anchor-2> read, <link https://e.example/>text</> and <code>[^a][^b]</>.\nnotes\n  note 1#anchor-1\n    p First.\n  note 2#anchor-2\n    p Second.",
        ModelDump.Blocks(Markdown("# T\n\nTwice[^a][^b] read, [text][ref] and `[^a][^b]`.\n\n[^a]: First.\n\n[^b]: Second.\n\n[ref]: https://e.example/\n").Document!));

    [Fact]
    public void Front_matter_in_toml_describes_the_article()
    {
        var result = Markdown("+++\ntitle = \"Notes\"\ndate = 2021-10-05\ntags = [\"a\", \"b\"]\n[author]\nname = \"Hala Badr\"\nurl = \"https://e.example\"\n+++\n\nText.\n\n![](missing.png)\n");
        Assert.Equal("Notes", result.Document!.Metadata.Title);
        Assert.Equal(["Hala Badr"], result.Document.Metadata.Authors);
        Assert.Equal(2021, result.Document.Metadata.Published!.Value.Year);
        Assert.Equal(["a", "b"], result.Document.Metadata.Keywords);
        Assert.Equal("p Text.", ModelDump.Body(result.Document));
    }

    [Theory]
    [InlineData("+++\nThis text stands between ornaments.\n+++\n\n# T\n\nText.\n")]
    [InlineData("---\nThis text stands between rules.\n\n---\n\n# T\n\nText.\n")]
    public void Ornaments_around_a_text_are_no_front_matter(string text) =>
        Assert.Contains("This text stands between", ModelDump.Blocks(Markdown(text).Document!), StringComparison.Ordinal);

    [Theory]
    [InlineData("author:\n  - name: Sara Lee\n    affiliation: X\n  - Ahmad\n", "Sara Lee,Ahmad")]
    [InlineData("author:\n  name: Sara Lee\n  email: a@b.example\n", "Sara Lee")]
    public void An_author_of_whom_more_is_said_is_named(string author, string expected) =>
        Assert.Equal(expected.Split(','), Markdown($"---\ntitle: T\n{author}---\n\nText.\n").Document!.Metadata.Authors);

    [Fact]
    public void Addresses_in_markdown_are_links() => Assert.Contains("https://e.example/a", ModelDump.Body(Markdown("# T\n\nSee https://e.example/a for more.\n").Document!), StringComparison.Ordinal);

    [Fact]
    public void Braces_are_read_and_a_heading_takes_its_id_from_them()
    {
        var result = Read.Bytes(System.Text.Encoding.UTF8.GetBytes("# T\n\n## Part {#p .c}\n\nPut {name} and {x=1} [there](#p).\n\n## الفصل الثاني\n\n[هنا](#الفصل-الثاني)\n"), "a.md");
        var dump = ModelDump.Blocks(result.Document!);
        Assert.Contains("Put {name} and {x=1}", dump, StringComparison.Ordinal);
        Assert.Contains("h2#p Part", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("{#p", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("DB1402", Read.Codes(result));
    }

    [Fact]
    public void Front_matter_describes_the_article()
    {
        var document = Markdown("---\ntitle: 'A title'\nauthors:\n  - A. Writer\n  - B. Other\ndate: 2026-03-12\nlang: en-GB\ntags: [one, two]\ncategory: Science\n---\n\nText.").Document!;
        Assert.Equal("A title", document.Metadata.Title);
        Assert.Equal(["A. Writer", "B. Other"], document.Metadata.Authors);
        Assert.Equal(new DateTimeOffset(2026, 3, 12, 0, 0, 0, TimeSpan.Zero), document.Metadata.Published);
        Assert.Equal("en-GB", document.Language);
        Assert.Equal(["one", "two"], document.Metadata.Keywords);
        Assert.Equal("Science", document.Metadata.Section);
    }

    [Fact]
    public void Tables_notes_and_definitions_are_what_they_are_in_html() =>
        Assert.Equal(
            Read.Lines(
                "p Text<note 1 #anchor-1> and code <code>x</>.",
                "table 2", "  head", "    row th-column a | th-column b", "  body", "    row 1 | 2",
                "dl", "  term", "    p Term", "  description", "    p What it is.",
                "notes", "  note 1#anchor-1", "    p The note."),
            ModelDump.Body(Markdown("# T\n\nText[^n] and code `x`.\n\n[^n]: The note.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTerm\n:   What it is.\n").Document!));

    [Fact]
    public void A_list_of_tasks_says_which_are_done()
    {
        var result = Markdown("# T\n\n- [x] written\n- [ ] printed\n");
        Assert.Equal(Read.Lines("list None", "  item", "    p ☑ written", "  item", "    p ☐ printed"), ModelDump.Body(result.Document!));
        Assert.DoesNotContain(result.Findings, static finding => finding.Rule == FindingCatalog.ControlLeftOut);
    }

    [Fact]
    public void Findings_tell_the_line_of_the_markdown()
    {
        var result = Markdown("# T\n\ntext\n\n### Too deep\n\nmore\n");
        var finding = Assert.Single(result.Findings, static finding => finding.Code == "DB1202");
        Assert.Equal(5, finding.Position.Line);
    }

    [Theory]
    [InlineData('>')]
    [InlineData('*')]
    [InlineData('[')]
    [InlineData('_')]
    [InlineData('`')]
    [InlineData('!')]
    public void Twenty_thousand_marks_are_read_in_seconds(char mark)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotNull(Markdown("# T\n\n" + new string(mark, 20_000) + " x\n").Document);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    private static ReadingResult Markdown(string text) => Read.Bytes(Encoding.UTF8.GetBytes(text), "a.md", new ReadingOptions { Direction = TextDirection.LeftToRight });
}
