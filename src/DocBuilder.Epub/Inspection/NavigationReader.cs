using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using DocBuilder.Documents.Announcements;
using DocBuilder.Epub.Container;

namespace DocBuilder.Epub.Inspection;

/// <summary>What leads through a book: its contents, and the pages of print.</summary>
internal sealed record BookNavigation(ImmutableArray<NavigationEntry> Contents, ImmutableArray<string> Pages)
{
    public static BookNavigation None { get; } = new([], []);
}

/// <summary>Reads the navigation document (EPUB 3.3, 7) and the NCX of EPUB 2.</summary>
internal sealed class NavigationReader(OcfReader container)
{
    private const string Ops = "http://www.idpf.org/2007/ops";

    /// <summary>The navigation in a file; nothing when it cannot be read.</summary>
    /// <param name="file">The navigation document or the NCX.</param>
    /// <param name="links">Takes the links, to be followed later.</param>
    public BookNavigation Read(string file, List<InnerLink> links)
    {
        if (container.Read(file) is not { } bytes)
        {
            return BookNavigation.None;
        }

        try
        {
            using var reader = LenientXml.Open(bytes, []);
            var document = ShallowXml.Load(reader);
            var contents = ImmutableArray.CreateBuilder<NavigationEntry>();
            var pages = ImmutableArray.CreateBuilder<string>();
            foreach (var (element, isPage) in Entries(document))
            {
                var (text, address) = Entry(element);
                if (isPage)
                {
                    pages.Add(text);
                }
                else
                {
                    contents.Add(new(LevelOf(element), text, address ?? ""));
                }

                if (address is { Length: > 0 } && !BookPath.IsElsewhere(address))
                {
                    links.Add(new(file, address));
                }
            }

            return new(contents.ToImmutable(), pages.ToImmutable());
        }
        catch (XmlException)
        {
            return BookNavigation.None;
        }
    }

    /// <summary>The list items of <c>nav</c> of type toc or page-list; the points and page targets of an NCX.</summary>
    private static IEnumerable<(XElement Element, bool IsPage)> Entries(XDocument document)
    {
        foreach (var element in document.Descendants())
        {
            switch (element.Name.LocalName)
            {
                case "navPoint" or "pageTarget":
                    yield return (element, element.Name.LocalName == "pageTarget");
                    break;
                case "li" when TypeOf(element) is "toc" or "page-list":
                    yield return (element, TypeOf(element) == "page-list");
                    break;
            }
        }
    }

    private static (string Text, string? Address) Entry(XElement entry)
    {
        if (entry.Name.LocalName == "li")
        {
            var label = entry.Elements().FirstOrDefault(element => element.Name.LocalName is "a" or "span");
            return (Fold(label?.Value), label?.Attribute("href")?.Value);
        }

        var text = entry.Elements().FirstOrDefault(element => element.Name.LocalName == "navLabel")?.Value;
        return (Fold(text), entry.Elements().FirstOrDefault(element => element.Name.LocalName == "content")?.Attribute("src")?.Value);
    }

    private static int LevelOf(XElement entry) => entry.AncestorsAndSelf().Count(element => element.Name.LocalName == entry.Name.LocalName);

    private static string? TypeOf(XElement item) => item.Ancestors().FirstOrDefault(element => element.Name.LocalName == "nav")?.Attribute(XName.Get("type", Ops))?.Value;

    private static string Fold(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
