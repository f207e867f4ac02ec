using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocBuilder.Documents;
using DocBuilder.Epub;
using DocBuilder.Epub.Cover;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Epub;

/// <summary>An EPUB that was just written, opened again.</summary>
internal sealed class Book
{
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    public static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";
    public static readonly XNamespace Opf = "http://www.idpf.org/2007/opf";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    private readonly Dictionary<string, byte[]> entries = [];

    private Book(byte[] bytes, ImmutableArray<Finding> findings)
    {
        Bytes = bytes;
        Findings = findings;
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            entries.Add(entry.FullName, content.ToArray());
        }
    }

    public static EpubOptions Options { get; } = new()
    {
        Theme = Theme.Print,
        Fonts = FontLibrary.Shipped,
        Date = new DateTimeOffset(2026, 3, 12, 10, 0, 0, TimeSpan.FromHours(2)),
        Identifier = "urn:uuid:12345678-1234-5234-9234-123456789abc",
        EmbedFonts = false,
        Cover = CoverChoice.None,
    };

    public byte[] Bytes { get; }

    public ImmutableArray<Finding> Findings { get; }

    public IReadOnlyCollection<string> Names => entries.Keys;

    public XDocument Package => Xml("EPUB/package.opf");

    public XElement Body => Xml("EPUB/text/article.xhtml").Root!.Element(Xhtml + "body")!;

    public string Style => Encoding.UTF8.GetString(entries["EPUB/styles/book.css"]);

    public static Book Of(Document document, EpubOptions? options = null)
    {
        using var output = new MemoryStream();
        var findings = EpubWriter.Write(document, options ?? Options, output, TestContext.Current.CancellationToken);
        return new Book(output.ToArray(), findings);
    }

    /// <summary>The body of a one-file article with these blocks after the title.</summary>
    public static XElement BodyOf(params Block[] blocks) => Of(Model.Article(blocks)).Body;

    public byte[] Entry(string name) => entries[name];

    public XDocument Xml(string name)
    {
        using var reader = XmlReader.Create(new MemoryStream(entries[name]), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The content documents in the order of the spine.</summary>
    public IEnumerable<(string Name, XElement Body)> Spine()
    {
        var items = Package.Descendants(Opf + "item").ToDictionary(item => item.Attribute("id")!.Value, item => item.Attribute("href")!.Value);
        return Package.Descendants(Opf + "itemref").Select(reference => items[reference.Attribute("idref")!.Value])
            .Select(name => (name, Xml("EPUB/" + name).Root!.Element(Xhtml + "body")!));
    }

    public IEnumerable<string> Meta(string property) =>
        Package.Descendants(Opf + "meta").Where(meta => meta.Attribute("property")?.Value == property).Select(meta => meta.Value);
}

internal static class XmlQueries
{
    public static XElement One(this XElement element, string name) => Assert.Single(element.Descendants(Book.Xhtml + name));

    public static IEnumerable<XElement> All(this XElement element, string name) => element.Descendants(Book.Xhtml + name);

    public static string? At(this XElement element, string name) => element.Attribute(name)?.Value;

    /// <summary>The element as XML on one line, without namespace declarations.</summary>
    public static string Markup(this XElement element)
    {
        var copy = new XElement(element);
        foreach (var part in copy.DescendantsAndSelf())
        {
            part.Name = part.Name.LocalName;
            part.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
            part.ReplaceAttributes(part.Attributes().Where(attribute => attribute.Name != XNamespace.Xml + "lang")
                .Select(attribute => new XAttribute(attribute.Name.LocalName, attribute.Value)).ToArray());
        }

        return copy.ToString(SaveOptions.DisableFormatting).Replace("\n", "", StringComparison.Ordinal);
    }
}
