using System.Globalization;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>A picture's file in the book.</summary>
/// <param name="Name">Its path in the content folder.</param>
/// <param name="Resource">The picture.</param>
internal sealed record ImageFile(string Name, ImageResource Resource);

/// <summary>Gives every picture one file with a name that is safe on every file system and says what the source called it.</summary>
internal sealed class ImageFiles
{
    private readonly Dictionary<ImageResource, ImageFile> byResource = new(ReferenceEqualityComparer.Instance);

    /// <summary>Names the pictures of a document in reading order.</summary>
    public ImageFiles(Document document)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var image in NodeTree.SelfAndDescendants(document).OfType<Image>())
        {
            if (image.Resource is { } resource && Extension(resource.MediaType) is { } extension && !byResource.ContainsKey(resource))
            {
                var file = new ImageFile($"images/{UniqueStem(resource.Name, names)}.{extension}", resource);
                byResource.Add(resource, file);
                All.Add(file);
            }
        }
    }

    /// <summary>The files in the order in which they are first shown.</summary>
    public List<ImageFile> All { get; } = [];

    /// <summary>The file of a picture; null when it is missing or not of a core media type (EPUB 3.3, 3.2).</summary>
    public ImageFile? Of(Image image) => image.Resource is { } resource ? byResource.GetValueOrDefault(resource) : null;

    /// <summary>The extension for a core media type (EPUB 3.3, 3.2); null for any other.</summary>
    public static string? Extension(string mediaType) => mediaType switch
    {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/gif" => "gif",
        "image/webp" => "webp",
        "image/svg+xml" => "svg",
        _ => null,
    };

    private static string UniqueStem(string name, HashSet<string> names)
    {
        var stem = new StringBuilder();
        foreach (var c in Path.GetFileNameWithoutExtension(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                stem.Append(char.ToLowerInvariant(c));
            }
            else if (stem.Length > 0 && stem[^1] != '-')
            {
                stem.Append('-');
            }
        }

        stem.Length = Math.Min(stem.Length, 40);
        // The prefix keeps clear of names that Windows reserves (con, nul) and of empty ones.
        var safe = "image-" + stem.ToString().Trim('-');
        safe = safe.TrimEnd('-');
        var unique = safe;
        for (var number = 2; !names.Add(unique); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{safe}-{number}");
        }

        return unique;
    }
}
