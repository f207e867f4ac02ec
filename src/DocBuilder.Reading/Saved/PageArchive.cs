using DocBuilder.Reading.Inlines;
using MimeKit;

namespace DocBuilder.Reading.Saved;

/// <summary>A web page with its pictures in one file, as browsers save it: MHTML (RFC 2557).</summary>
internal sealed class PageArchive
{
    private static readonly string[] Extensions = [".mhtml", ".mht"];

    private readonly Dictionary<string, MimePart> _parts = new(StringComparer.Ordinal);
    private readonly Uri? _base;

    private PageArchive(MimePart page, string? address)
    {
        Page = Content(page);
        EncodingLabel = page.ContentType.Charset;
        Address = LinkResolver.AbsoluteWeb(address);
        _base = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;
    }

    /// <summary>The bytes of the page.</summary>
    public ReadOnlyMemory<byte> Page { get; }

    /// <summary>The encoding that the archive names for the page; null when it names none.</summary>
    public string? EncodingLabel { get; }

    /// <summary>The address that the page was saved from; null when it was no web address.</summary>
    public string? Address { get; }

    /// <summary>Whether a file is a web archive, by its name or its first header.</summary>
    public static bool IsOne(ArticleSource source)
    {
        var start = source.Bytes.Span;
        return start.StartsWith("From: <Saved by"u8) || start.StartsWith("MIME-Version:"u8) || start.StartsWith("Snapshot-Content-Location:"u8)
            || Array.Exists(Extensions, extension => source.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) && !StartsWithTag(start);
    }

    /// <summary>Opens an archive.</summary>
    /// <returns>Null when there is no page in it.</returns>
    public static PageArchive? Open(ArticleSource source, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(source.Bytes.ToArray(), writable: false);
        MimeMessage message;
        try
        {
            message = MimeMessage.Load(ParserOptions.Default, stream, persistent: false, cancellationToken);
        }
        catch (FormatException)
        {
            return null;
        }

        var parts = message.BodyParts.OfType<MimePart>().Where(static part => part.Content is not null).ToList();
        var page = (message.Body as MultipartRelated)?.Root as MimePart;
        page = page is not null && IsPage(page) && page.Content is not null ? page : parts.Find(IsPage);
        if (page is null)
        {
            return null;
        }

        var archive = new PageArchive(page, Location(page) ?? message.Headers["Snapshot-Content-Location"]);
        foreach (var part in parts)
        {
            archive.Add(part);
        }

        return archive;
    }

    /// <summary>The file that an address of the page names; null when it is not in the archive.</summary>
    public byte[]? Find(string address)
    {
        var part = _parts.GetValueOrDefault(address) ?? (Absolute(address) is { } absolute ? _parts.GetValueOrDefault(absolute) : null);
        return part is null ? null : Content(part);
    }

    private void Add(MimePart part)
    {
        if (part.ContentId is { Length: > 0 } id)
        {
            _parts.TryAdd("cid:" + id, part);
        }

        if (Location(part) is { } location)
        {
            _parts.TryAdd(location, part);
            if (Absolute(location) is { } absolute)
            {
                _parts.TryAdd(absolute, part);
            }
        }
    }

    private string? Absolute(string address) =>
        _base is null ? null : Uri.TryCreate(_base, address, out var uri) ? uri.GetLeftPart(UriPartial.Query) : null;

    private static string? Location(MimePart part) => part.Headers["Content-Location"]?.Trim() is { Length: > 0 } location ? location : null;

    private static bool IsPage(MimePart part) => part.ContentType.IsMimeType("text", "html") || part.ContentType.IsMimeType("application", "xhtml+xml");

    private static byte[] Content(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return bytes.ToArray();
    }

    private static bool StartsWithTag(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
}
