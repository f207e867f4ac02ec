using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Decoding;

/// <summary>What the characters of a source are written in.</summary>
internal enum SourceFormat
{
    Html,
    PlainText,
}

/// <summary>A source as characters.</summary>
/// <param name="Value">The characters, without byte order mark.</param>
/// <param name="Format">HTML or plain text.</param>
/// <param name="IsXml">Whether the file follows XML's rules for empty elements.</param>
/// <param name="Name">The file's name.</param>
internal sealed record SourceText(string Value, SourceFormat Format, bool IsXml, string Name)
{
    /// <summary>Bytes to characters: refuse what is no article, find the encoding, decode, tell the format.</summary>
    /// <returns>Null when a fatal finding was added.</returns>
    public static SourceText? Decode(ArticleSource source, ReadingOptions options, FindingList findings)
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

        var extension = Path.GetExtension(source.Name);
        var text = EncodingDetector.Decode(bytes, source.Name, options.Encoding, mayDeclare: !IsTextName(extension), findings);
        if (text.AsSpan().Trim().IsEmpty)
        {
            findings.Add(FindingCatalog.EmptySource, source.Name);
            return null;
        }

        return new SourceText(text, TellFormat(extension, text, source.Name, findings), FollowsXml(extension, text), source.Name);
    }

    private static SourceFormat TellFormat(string extension, string text, string name, FindingList findings)
    {
        if (IsHtmlName(extension))
        {
            return SourceFormat.Html;
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

    private static bool IsTextName(string extension) => extension.ToUpperInvariant() is ".TXT" or ".TEXT";

    private static bool StartsWith(ReadOnlySpan<char> text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
