using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Reading.Saved;

namespace DocBuilder.Reading.Decoding;

/// <summary>What the characters of a source are written in.</summary>
internal enum SourceFormat
{
    Html,
    Markdown,
    PlainText,
}

/// <summary>A source as characters.</summary>
/// <param name="Value">The characters, without byte order mark.</param>
/// <param name="Format">HTML, Markdown or plain text.</param>
/// <param name="IsXml">Whether the file follows XML's rules for empty elements.</param>
/// <param name="Name">The file's name.</param>
internal sealed record SourceText(string Value, SourceFormat Format, bool IsXml, string Name)
{
    /// <summary>Whether the label of the encoding says that letters stand in visual order.</summary>
    public bool SaysVisualOrder { get; init; }

    /// <summary>The address that the page was saved from; null when nothing says it.</summary>
    public string? Address { get; init; }

    /// <summary>The web archive that the page lies in; null when it is a file of its own.</summary>
    public PageArchive? Archive { get; init; }

    /// <summary>Bytes to characters: refuse what is no article, open an archive, find the encoding, decode, tell the format.</summary>
    /// <returns>Null when a fatal finding was added.</returns>
    public static SourceText? Decode(ArticleSource source, ReadingOptions options, FindingList findings, CancellationToken cancellationToken)
    {
        var bytes = source.Bytes.Span;
        if (bytes.Length > options.Limits.SourceBytes)
        {
            findings.Add(FindingCatalog.SourceTooLarge, source.Name, Number(bytes.Length), Number(options.Limits.SourceBytes));
            return null;
        }

        if (options.Encoding is { } asked && EncodingNames.Find(asked) is null)
        {
            findings.Add(FindingCatalog.UnknownEncoding, asked);
            return null;
        }

        if (FileKind.OfOtherFile(bytes, options.Encoding is not null) is { } kind)
        {
            findings.Add(FindingCatalog.NotAnArticle, source.Name, new FindingPhrase(kind));
            return null;
        }

        PageArchive? archive = null;
        if (PageArchive.IsOne(source))
        {
            archive = PageArchive.Open(source, cancellationToken);
            if (archive is null)
            {
                findings.Add(FindingCatalog.ArchiveWithoutPage, source.Name);
                return null;
            }

            bytes = archive.Page.Span;
        }

        return Decode(source.Name, bytes, archive, options, findings);
    }

    private static SourceText? Decode(string name, ReadOnlySpan<byte> bytes, PageArchive? archive, ReadingOptions options, FindingList findings)
    {
        var extension = archive is null ? Path.GetExtension(name) : ".html";
        var mayDeclare = !IsTextName(extension) && !IsMarkdownName(extension);
        var declared = archive?.EncodingLabel ?? (mayDeclare ? DeclaredEncoding.Find(bytes) : null);
        var text = new EncodingDetector(name, findings).Decode(bytes, options.Encoding, declared, mayDeclare);
        if (text.AsSpan().Trim().IsEmpty)
        {
            findings.Add(FindingCatalog.EmptySource, name);
            return null;
        }

        return new SourceText(text, TellFormat(extension, text, name, findings), FollowsXml(extension, text), name)
        {
            SaysVisualOrder = EncodingNames.SaysVisualOrder(options.Encoding ?? declared),
            Address = archive?.Address ?? SavedFrom.AddressIn(text),
            Archive = archive,
        };
    }

    private static SourceFormat TellFormat(string extension, string text, string name, FindingList findings)
    {
        if (IsHtmlName(extension))
        {
            return SourceFormat.Html;
        }

        if (IsMarkdownName(extension))
        {
            return SourceFormat.Markdown;
        }

        var start = text.AsSpan(0, Math.Min(text.Length, 2048)).TrimStart();
        var startsAsHtml = StartsWith(start, "<!doctype html") || StartsWith(start, "<html") || StartsWith(start, "<?xml")
            || start.Contains("<body", StringComparison.OrdinalIgnoreCase);
        if (IsTextName(extension))
        {
            if (startsAsHtml)
            {
                findings.Add(FindingCatalog.TextIsHtml, name);
            }

            return startsAsHtml ? SourceFormat.Html : SourceFormat.PlainText;
        }

        var startsWithTag = start.Length > 2 && start[0] == '<' && (char.IsAsciiLetter(start[1]) || start[1] == '!');
        return startsAsHtml || startsWithTag || start.Contains("<p", StringComparison.OrdinalIgnoreCase) ? SourceFormat.Html : SourceFormat.PlainText;
    }

    private static bool FollowsXml(string extension, string text) =>
        extension.Equals(".xhtml", StringComparison.OrdinalIgnoreCase) || extension.Equals(".xht", StringComparison.OrdinalIgnoreCase)
        || StartsWith(text.AsSpan().TrimStart(), "<?xml");

    private static bool IsHtmlName(string extension) =>
        extension.ToUpperInvariant() is ".HTML" or ".HTM" or ".XHTML" or ".XHT" or ".SHTML";

    private static bool IsMarkdownName(string extension) => extension.ToUpperInvariant() is ".MD" or ".MARKDOWN";

    private static bool IsTextName(string extension) => extension.ToUpperInvariant() is ".TXT" or ".TEXT";

    private static bool StartsWith(ReadOnlySpan<char> text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
