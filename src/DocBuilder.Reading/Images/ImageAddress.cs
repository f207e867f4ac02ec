using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Images;

/// <summary>Finds the addresses of a picture: what scripts would put there, <c>src</c>, <c>srcset</c>, and the sources of <c>picture</c>.</summary>
internal static class ImageAddress
{
    private static readonly FindingPhrase WithoutAddress = new("without an address");
    private static readonly FindingPhrase Embedded = new("in a data: address");
    private static readonly string[] LazyAttributes = ["data-src", "data-original", "data-lazy-src", "data-lazy", "data-original-src", "data-hi-res-src", "data-full-url"];
    private static readonly string[] LazySets = ["data-srcset", "data-lazy-srcset"];

    /// <summary>Kinds that some browser may show and no edition can.</summary>
    private static readonly string[] UnreadKinds = ["image/avif", "image/jxl", "image/heic", "image/heif", "image/tiff", "image/vnd.ms-photo"];

    private static readonly string[] ShapeTags = ["<path", "<circle", "<rect", "<polygon", "<polyline", "<line", "<ellipse", "<text", "<use", "<image"];

    /// <summary>The address that is tried first; null when there is none.</summary>
    public static string? Of(IElement image) => All(image).FirstOrDefault();

    /// <summary>
    /// The addresses, the most promising first: scripts would take the place of <c>src</c>, which is then often a blurred stand-in; the largest of a set
    /// comes before the smaller ones.
    /// </summary>
    public static List<string> All(IElement image)
    {
        var source = image.Attribute("src")?.Trim() ?? "";
        var candidates = LazyAttributes.Select(name => image.GetAttribute(name)?.Trim() ?? "")
            .Concat(LazySets.SelectMany(name => SourceSet.LargestFirst(image.GetAttribute(name))))
            .Append(source)
            .Concat(SourceSet.LargestFirst(image.Attribute("srcset")));
        if (image.ParentElement is { LocalName: "picture" } picture)
        {
            candidates = candidates.Concat(picture.Children
                .Where(static child => child.LocalName == "source" && !UnreadKinds.Contains(child.Attribute("type")?.Trim().ToLowerInvariant()))
                .SelectMany(static child => SourceSet.LargestFirst(child.Attribute("srcset") ?? child.Attribute("data-srcset"))));
        }

        var all = candidates.Where(static address => address.Length > 0 && !IsPlaceholder(address)).Distinct().ToList();
        return all.Count == 0 && source.Length > 0 ? [source] : all;
    }

    /// <summary>The address as a message shows it: with its folder, as the source writes it.</summary>
    public static FindingArgument InMessage(string? address) =>
        string.IsNullOrEmpty(address) ? WithoutAddress
        : address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? Embedded
        : address;

    /// <summary>The file's name in an address.</summary>
    public static string NameOf(string address)
    {
        var end = address.AsSpan().IndexOfAny("?#");
        var path = (end < 0 ? address : address[..end]).TrimEnd('/');
        return path[(path.LastIndexOfAny(['/', '\\']) + 1)..] is { Length: > 0 } name ? name : address;
    }

    public static bool IsOnNetwork(string address)
    {
        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            return true;
        }

        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && address.AsSpan(0, colon).ToString().ToLowerInvariant() is "http" or "https" or "ftp" or "blob" or "about";
    }

    /// <summary>Whether the address is of a picture of one pixel that stands there until a script puts the real one in its place.</summary>
    public static bool IsPlaceholder(string address) =>
        (address.StartsWith("data:image/gif;base64,R0lGOD", StringComparison.OrdinalIgnoreCase) && address.Length < 120)
        || (address.StartsWith("data:image/svg+xml", StringComparison.OrdinalIgnoreCase) && address.Length < 300 && !IsDrawing(address))
        || address is "about:blank" or "#";

    /// <summary>Whether a short drawing draws anything; those that keep a place have a size and nothing else.</summary>
    private static bool IsDrawing(string address)
    {
        var text = DataAddress.Decode(address, 1000) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : "";
        return ShapeTags.Any(shape => text.Contains(shape, StringComparison.OrdinalIgnoreCase));
    }
}
