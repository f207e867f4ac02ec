using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;
using DocBuilder.Typesetting.Unicode;
using Xunit;

namespace DocBuilder.Conformance.Epub;

/// <summary>Page 7 of the EPUB is page 7 of the PDF, to the very word.</summary>
public sealed class PageListTests(ThemedEditions editions)
{
    // So many letters after a mark tell that it stands where it should.
    private const int Context = 16;

    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";
    private static readonly XNamespace Ncx = "http://www.daisy.org/z3986/2005/ncx/";

    [Theory, MemberData(nameof(Themes))]
    public async Task The_words_that_begin_a_printed_page_stand_after_its_mark(string theme)
    {
        var paths = new Dictionary<string, string>();
        foreach (var article in Repository.Articles)
        {
            paths.Add(article, await editions.Pdf(article, theme));
        }

        var pages = await PrintPages.Read(paths.Values);
        var wrong = new List<string>();
        var count = 0;
        foreach (var (article, path) in paths)
        {
            using var book = ZipFile.OpenRead(await editions.Epub(article, theme));
            var nav = EpubText.Parse(book, "EPUB/nav.xhtml");
            var entries = PageList(nav).Select(link => (Label: link.Value, Target: link.Attribute("href")!.Value)).ToList();
            Assert.Equal(pages[path].Select(page => page.Label), entries.Select(entry => entry.Label));
            for (var i = 0; i < entries.Count; i++)
            {
                count++;
                var page = pages[path][i];
                var before = i == 0 ? "" : pages[path][i - 1].Ends;
                var after = After(book, entries[i].Target);
                if (!Follows(page.Begins, after, before) && !Follows(page.BeginsUnlabelled, after, before))
                {
                    wrong.Add($"{article} {entries[i].Label}: PDF '{page.Begins}', EPUB '{after}'");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(count > Repository.Articles.Count);
    }

    [Theory, ClassData(typeof(ArticlesInThemes))]
    public async Task Every_mark_is_listed_in_order_and_names_its_page(string article, string theme)
    {
        using var book = ZipFile.OpenRead(await editions.Epub(article, theme));
        var nav = EpubText.Parse(book, "EPUB/nav.xhtml");
        var listed = PageList(nav).Select(link => link.Attribute("href")!.Value).Distinct().ToList();
        var marks = EpubText.Spine(book).SelectMany(file => file.Body.Descendants().Where(IsMark).Select(mark => (Address: file.Name + "#" + mark.Attribute("id")!.Value, Mark: mark))).ToList();
        Assert.Equal(marks.Select(mark => mark.Address), listed);
        Assert.All(marks, mark => Assert.True(mark.Mark.IsEmpty || mark.Mark.Value.Length == 0));
        Assert.All(marks, mark => Assert.Contains(
            PageList(nav), link => link.Attribute("href")!.Value == mark.Address && link.Value == mark.Mark.Attribute("title")!.Value));
        var targets = EpubText.Parse(book, "EPUB/toc.ncx").Descendants(Ncx + "pageTarget").ToList();
        Assert.Equal(PageList(nav).Select(link => (link.Value, link.Attribute("href")!.Value)), targets.Select(target => (target.Element(Ncx + "navLabel")!.Value, target.Element(Ncx + "content")!.Attribute("src")!.Value)));
    }

    [Theory, ClassData(typeof(Articles))]
    public async Task The_source_of_the_pages_is_the_print_edition_of_the_theme_by_its_identifier(string article)
    {
        var sources = new HashSet<string>();
        foreach (var theme in ThemedEditions.Themes)
        {
            using var book = ZipFile.OpenRead(await editions.Epub(article, theme));
            var source = EpubText.Parse(book, "EPUB/package.opf").Descendants().Single(meta => meta.Attribute("property")?.Value == "pageBreakSource").Value;
            Assert.Equal(XmpPacket.Of(await PdfFile.Open(await editions.Pdf(article, theme))).Value(XmpPacket.DublinCore + "identifier"), source);
            Assert.True(sources.Add(source), $"{theme} has the pages of another theme");
        }
    }

    public static TheoryData<string> Themes() => new(ThemedEditions.Themes);

    /// <summary>A word that the page's end divides is not divided in the book: its mark stands before all of it.</summary>
    private static bool Follows(string begins, string after, string before)
    {
        var line = Letters(begins.Split('\r')[0]);
        begins = Letters(begins);
        begins = begins[..Math.Min(Context, begins.Length)];
        var letters = Letters(after);
        if (letters.StartsWith(begins, StringComparison.Ordinal))
        {
            return true;
        }

        // Lines of both directions PDFium may read in another order: then the whole line has the same letters.
        if (line.Length > 0 && letters.Length >= line.Length && letters[..line.Length].Order().SequenceEqual(line.Order()))
        {
            return true;
        }

        var isDivided = before.TrimEnd() is [.., '-' or '\u2010' or '\u00AD' or '\uFFFE'];
        var firstWord = Letters(after.TrimStart().Split((char[]?)null, 2)[0]);
        var at = letters.IndexOf(begins, StringComparison.Ordinal);
        return isDivided && at > 0 && at < firstWord.Length;
    }

    /// <summary>The running text after a mark, as far as is needed.</summary>
    private static string After(ZipArchive book, string target)
    {
        var (file, id) = (target.Split('#')[0], target.Split('#')[1]);
        var text = new StringBuilder();
        var mark = EpubText.Parse(book, "EPUB/" + file).Descendants().Single(element => element.Attribute("id")?.Value == id);
        foreach (var node in mark.NodesAfterSelf().Concat(mark.Ancestors().SelectMany(ancestor => ancestor.NodesAfterSelf())))
        {
            Append(node, text);
        }

        return text.ToString();
    }

    private static void Append(XNode node, StringBuilder text)
    {
        if (text.Length > 8 * Context)
        {
            return;
        }

        if (node is XText words)
        {
            text.Append(words.Value);
        }
        else if (node is XElement element && !IsAside(element))
        {
            foreach (var child in element.Nodes())
            {
                Append(child, text);
            }
        }
    }

    private static bool IsAside(XElement element) =>
        element.Name.LocalName is "figure" or "caption" or "math" or "img"
        || element.Attribute("role")?.Value is "doc-footnote" or "doc-endnotes" or "doc-noteref";

    private static bool IsMark(XElement element) => element.Attribute("role")?.Value == "doc-pagebreak";

    private static IEnumerable<XElement> PageList(XDocument nav) =>
        nav.Descendants(Xhtml + "nav").Single(list => list.Attribute(Ops + "type")!.Value == "page-list").Descendants(Xhtml + "a");

    /// <summary>Letters and digits: what readers make of marks, brackets and spaces differs.</summary>
    private static string Letters(string text) => string.Concat(Normalization.ToNfc(text).Where(c => char.IsLetterOrDigit(c) && c != 'ـ'));
}
