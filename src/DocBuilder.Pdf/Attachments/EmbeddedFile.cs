using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Pdf.Attachments;

/// <summary>A file inside the PDF (ISO 32000-1 7.11.4).</summary>
/// <param name="Name">Its name, unique in the PDF.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Relationship">What it is to the article (ISO 32000-2 Table 43, AFRelationship).</param>
/// <param name="Description">What it is, in words.</param>
internal sealed record EmbeddedFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes, string Relationship, string Description)
{
    /// <summary>The sources and every picture that the document shows, each once, in reading order.</summary>
    public static IReadOnlyList<EmbeddedFile> Of(Document document, ImmutableArray<PdfSource> sources)
    {
        var words = AttachmentWords.In(document.Language);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<EmbeddedFile> files = [.. sources.Select(source => new EmbeddedFile(Unique(source.Name, names), source.MediaType, source.Bytes, "Source", words.Source))];
        var seen = new HashSet<ImageResource>(ReferenceEqualityComparer.Instance);
        foreach (var image in NodeTree.SelfAndDescendants(document).OfType<Image>())
        {
            if (image.Resource is { } resource && seen.Add(resource))
            {
                var isDescribed = !image.LacksDescription && !string.IsNullOrWhiteSpace(image.AlternativeText);
                var description = isDescribed ? image.AlternativeText : words.Picture;
                files.Add(new(Unique(resource.Name, names), resource.MediaType, resource.Bytes, "Supplement", description));
            }
        }

        return files;
    }

    /// <summary>The name, or the name with a number before its extension: pictures of different folders may be called alike.</summary>
    private static string Unique(string name, HashSet<string> names)
    {
        var unique = name;
        for (var i = 2; !names.Add(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}-{i}{Path.GetExtension(name)}");
        }

        return unique;
    }
}
