using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DocBuilder.Conformance.Epub;

/// <summary>What an EPUB says, read from its spine: our own reader, which knows ZIP, XML and nothing of the writer.</summary>
internal static class EpubText
{
    private static readonly XNamespace Container = "urn:oasis:names:tc:opendocument:xmlns:container";
    private static readonly XNamespace Package = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Ops = "http://www.idpf.org/2007/ops";

    // Elements that stand within a line; all others begin a new one.
    private static readonly HashSet<string> Inline =
    [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt", "ruby",
        "s", "samp", "small", "span",
        "strong", "sub", "sup", "time", "u", "var", "wbr",
    ];

    /// <summary>The text of the spine's documents in order, without the navigation document, covers, and links back from notes.</summary>
    /// <param name="path">The EPUB.</param>
    /// <param name="isLeftOut">What else is left out; null for nothing.</param>
    public static string Read(string path, Func<XElement, bool>? isLeftOut = null)
    {
        using var archive = ZipFile.OpenRead(path);
        var text = new StringBuilder();
        foreach (var (_, body) in Spine(archive))
        {
            if (isLeftOut is not null)
            {
                body.Descendants().Where(isLeftOut).ToList().ForEach(static element => element.Remove());
            }

            Append(body, text);
        }

        return text.ToString();
    }

    /// <summary>The addresses of the content documents without the cover, in the order of the spine.</summary>
    public static IReadOnlyList<string> Names(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return [.. Spine(archive).Where(static file => !file.Body.DescendantsAndSelf().Any(static element => Has(element.Attribute("role"), "doc-cover"))).Select(static file => file.Name)];
    }

    /// <summary>The content documents in the order of the spine, by their addresses from the package document; without the navigation document.</summary>
    public static IEnumerable<(string Name, XElement Body)> Spine(ZipArchive archive)
    {
        var packagePath = Parse(archive, "META-INF/container.xml").Descendants(Container + "rootfile").First()
            .Attribute("full-path")!.Value;
        var package = Parse(archive, packagePath);
        var items = package.Descendants(Package + "item").ToDictionary(item => item.Attribute("id")!.Value);
        foreach (var reference in package.Descendants(Package + "itemref"))
        {
            var item = items[reference.Attribute("idref")!.Value];
            if (!Has(item.Attribute("properties"), "nav"))
            {
                var folder = packagePath.Contains('/', StringComparison.Ordinal) ? packagePath[..(packagePath.LastIndexOf('/') + 1)] : "";
                var name = item.Attribute("href")!.Value;
                yield return (name, Parse(archive, folder + Uri.UnescapeDataString(name)).Root!.Element(Xhtml + "body")!);
            }
        }
    }

    /// <summary>A file of the book.</summary>
    public static XDocument Parse(ZipArchive archive, string name)
    {
        using var stream = archive.GetEntry(name)?.Open() ?? throw new InvalidDataException("The EPUB has no " + name);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static void Append(XElement element, StringBuilder text)
    {
        if (IsSilent(element))
        {
            return;
        }

        var isBlock = !Inline.Contains(element.Name.LocalName);
        Break(isBlock, text);
        foreach (var node in element.Nodes())
        {
            if (node is XText said)
            {
                text.Append(said.Value);
            }
            else if (node is XElement below)
            {
                Append(below, text);
            }
        }

        Break(isBlock, text);
    }

    private static bool IsSilent(XElement element) =>
        element.Name.LocalName is "script" or "style" or "svg" or "math" or "nav" || Has(element.Attribute("role"), "doc-backlink")
            || Has(element.Attribute("role"), "doc-cover")
            || Has(element.Attribute(Ops + "type"), "cover") || element.Attribute("hidden") is not null;

    private static bool Has(XAttribute? attribute, string token) => attribute?.Value.Split(' ').Contains(token) == true;

    private static void Break(bool isBlock, StringBuilder text)
    {
        if (isBlock)
        {
            text.Append('\n');
        }
    }
}
