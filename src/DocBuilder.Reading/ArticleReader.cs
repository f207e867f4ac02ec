using DocBuilder.Documents;
using DocBuilder.Reading.Checks;
using DocBuilder.Reading.Decoding;
using DocBuilder.Reading.Parsing;
using DocBuilder.Reading.PlainText;

namespace DocBuilder.Reading;

/// <summary>Reads the bytes of an article, in HTML or plain text, into a <see cref="Document"/>.</summary>
/// <remarks>
/// Nothing is fetched from the network and no script runs. What the source does wrong becomes findings; an exception is a mistake of
/// this library, except <see cref="OperationCanceledException"/>. An instance holds no state between articles and may be shared by threads.
/// </remarks>
public sealed class ArticleReader
{
    private readonly ReadingOptions _options;

    /// <summary>Makes a reader.</summary>
    public ArticleReader(ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Reads an article.</summary>
    /// <param name="source">The bytes with their name, and the folder that pictures may come from.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The document with what was found on the way; no document when there is a fatal finding.</returns>
    public ReadingResult Read(ArticleSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var findings = new FindingList();
        Document? document = null;
        if (SourceText.Decode(source, _options, findings) is { } text)
        {
            cancellationToken.ThrowIfCancellationRequested();
            document = text.Format == SourceFormat.Html
                ? ReadHtml(source, text, findings, cancellationToken)
                : new PlainTextReader(_options, findings).Read(source, text.Value);
        }

        if (document is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DocumentChecks.Run(document, findings);
        }

        var all = findings.ToImmutable();
        return new ReadingResult(findings.HasFatal ? null : document, all);
    }

    private Document? ReadHtml(ArticleSource source, SourceText text, FindingList findings, CancellationToken cancellationToken)
    {
        var page = HtmlPage.Parse(text, _options.Limits, findings, cancellationToken);
        return page is null ? null : new HtmlArticleReader(_options, findings, cancellationToken).Read(source, page);
    }
}
