using System.Xml;
using System.Xml.Linq;
using DocBuilder.Documents;
using DocBuilder.Epub.Container;

namespace DocBuilder.Epub.Inspection;

/// <summary>A resource of the manifest (EPUB 3.3, 5.6.2).</summary>
internal sealed record ManifestItem(string Id, string File, string MediaType, IReadOnlySet<string> Properties);

/// <summary>A package document (EPUB 3.3, 5; OPF 2.0 too), as far as it says what is read and in which order.</summary>
internal sealed record BookPackage
{
    public required string File { get; init; }

    public string Version { get; init; } = "";

    public string? Title { get; init; }

    public string? Language { get; init; }

    public required IReadOnlyDictionary<string, ManifestItem> Manifest { get; init; }

    /// <summary>What is read, in order; items that are not linear are left to links.</summary>
    public required IReadOnlyList<ManifestItem> Spine { get; init; }

    /// <summary>The navigation document of EPUB 3; null when there is none.</summary>
    public ManifestItem? Navigation { get; init; }

    /// <summary>The NCX of EPUB 2; null when there is none.</summary>
    public ManifestItem? Ncx { get; init; }
}

/// <summary>Reads the container file and the package document. Names are compared without their namespaces, which old books get wrong.</summary>
internal sealed class PackageReader(OcfReader container, List<Finding> findings)
{
    private const string ContainerFile = "META-INF/container.xml";

    /// <summary>The package; null after a fatal finding.</summary>
    public BookPackage? Read()
    {
        if (FindPackage() is not { } file)
        {
            findings.Add(EpubInspectionFindings.NoPackage());
            return null;
        }

        if (Load(file) is not { Root: { } root })
        {
            findings.Add(EpubInspectionFindings.PackageBroken(file));
            return null;
        }

        var manifest = Manifest(root, file);
        var spine = root.Descendants().FirstOrDefault(element => element.Name.LocalName == "spine");
        return new()
        {
            File = file,
            Version = Attribute(root, "version") ?? "",
            Title = Metadata(root, "title"),
            Language = Metadata(root, "language"),
            Manifest = manifest,
            Spine = Spine(spine, manifest),
            Navigation = manifest.Values.FirstOrDefault(item => item.Properties.Contains("nav")),
            Ncx = manifest.GetValueOrDefault(Attribute(spine, "toc") ?? "") ?? manifest.Values.FirstOrDefault(item => item.MediaType == "application/x-dtbncx+xml"),
        };
    }

    private string? FindPackage()
    {
        if (container.Has(ContainerFile) && Load(ContainerFile) is { } document)
        {
            foreach (var rootFile in document.Descendants().Where(element => element.Name.LocalName == "rootfile"))
            {
                if (Attribute(rootFile, "full-path") is not { Length: > 0 } path)
                {
                    continue;
                }

                if (BookPath.Resolve("", path) is not { } inside)
                {
                    findings.Add(EpubInspectionFindings.AddressLeadsOut(path, ContainerFile));
                }
                else if (container.Has(inside.File))
                {
                    return inside.File;
                }
            }
        }

        return null;
    }

    private Dictionary<string, ManifestItem> Manifest(XElement root, string file)
    {
        var items = new Dictionary<string, ManifestItem>(StringComparer.Ordinal);
        foreach (var item in root.Descendants().Where(element => element.Name.LocalName == "item"))
        {
            if (Attribute(item, "id") is not { } id || Attribute(item, "href") is not { } address || BookPath.IsElsewhere(address))
            {
                continue;
            }

            if (BookPath.Resolve(file, address) is { } inside)
            {
                items.TryAdd(id, new(id, inside.File, Attribute(item, "media-type") ?? "", Words(Attribute(item, "properties"))));
            }
            else
            {
                findings.Add(EpubInspectionFindings.AddressLeadsOut(address, file));
            }
        }

        return items;
    }

    private List<ManifestItem> Spine(XElement? spine, Dictionary<string, ManifestItem> manifest)
    {
        var items = new List<ManifestItem>();
        foreach (var reference in spine?.Elements().Where(element => element.Name.LocalName == "itemref") ?? [])
        {
            var id = Attribute(reference, "idref") ?? "";
            if (manifest.TryGetValue(id, out var item))
            {
                items.Add(item);
            }
            else if (findings.Count < EpubInspectionFindings.Most)
            {
                findings.Add(EpubInspectionFindings.UnknownSpineItem(id));
            }
        }

        return items;
    }

    private XDocument? Load(string file)
    {
        if (container.Read(file) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var reader = LenientXml.Open(bytes, []);
            return ShallowXml.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Metadata(XElement root, string name) => root.Descendants()
        .FirstOrDefault(element => element.Name.LocalName == name && element.Name.NamespaceName.StartsWith("http://purl.org/dc/elements/1.", StringComparison.Ordinal))
        ?.Value.Trim() is { Length: > 0 } value ? value : null;

    private static string? Attribute(XElement? element, string name) => element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    private static HashSet<string> Words(string? list) => [.. (list ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
