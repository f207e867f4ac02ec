using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocBuilder.Tests.Building;
using Xunit;

namespace DocBuilder.Tests.Books;

/// <summary>A book that was just bound of files, with what is in its EPUB.</summary>
internal sealed class BoundBook
{
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private readonly Dictionary<string, byte[]> _entries = [];

    private BoundBook(BookResult result, string target)
    {
        Result = result;
        Pdf = File.Exists(target + ".pdf") ? File.ReadAllBytes(target + ".pdf") : [];
        Epub = File.Exists(target + ".epub") ? File.ReadAllBytes(target + ".epub") : [];
        if (Epub.Length == 0)
        {
            return;
        }

        using var archive = new ZipArchive(new MemoryStream(Epub));
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            _entries.Add(entry.FullName, content.ToArray());
        }
    }

    internal BookResult Result { get; }

    internal byte[] Pdf { get; }

    internal byte[] Epub { get; }

    internal IReadOnlyCollection<string> Names => _entries.Keys;

    internal IEnumerable<string> Codes => Result.All.SelectMany(static result => result.Findings).Select(static finding => finding.Code);

    /// <summary>Binds articles of a folder into the book <c>out/book</c> there.</summary>
    internal static BoundBook Of(TemporaryFolder folder, BuildOptions options, params string[] articles)
    {
        var target = folder["out/book"];
        var inputs = articles.Select(article => ArticleInput.FromPath(folder[article]));
        return new BoundBook(new ArticleBuilder(options).Bind(inputs, target, cancellationToken: TestContext.Current.CancellationToken), target);
    }

    internal static BoundBook Of(TemporaryFolder folder, params string[] articles) =>
        Of(folder, new BuildOptions { Editions = [Edition.Epub], Title = "كتاب", Epub = new EpubEdition { HasPageList = false, HasFonts = false, Cover = EpubCover.None } }, articles);

    /// <summary>The content document of an article, from 1; 0 is the title page.</summary>
    internal XElement Chapter(int number) => XDocument.Parse(Encoding.UTF8.GetString(_entries[$"EPUB/text/section-{number + 1:00}.xhtml"])).Root!;

    internal XDocument Package => XDocument.Parse(Encoding.UTF8.GetString(_entries["EPUB/package.opf"]));

    internal IEnumerable<XElement> Elements(int number, string name) => Chapter(number).Descendants(Xhtml + name);

    /// <summary>The addresses of an article's links, in order.</summary>
    internal string[] Links(int number) => [.. Elements(number, "a").Select(static link => link.Attribute("href")!.Value)];

    /// <summary>The element that an address in an article leads to.</summary>
    internal XElement At(int from, string address)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var file = hash == 0 ? Chapter(from) : XDocument.Parse(Encoding.UTF8.GetString(_entries["EPUB/text/" + address[..hash]])).Root!;
        return file.Descendants().Single(element => element.Attribute("id")?.Value == address[(hash + 1)..]);
    }
}
