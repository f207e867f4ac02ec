using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Reading.Checks;
using DocBuilder.Reading.Decoding;
using DocBuilder.Reading.LogicalText;
using DocBuilder.Reading.Markdown;
using DocBuilder.Reading.Parsing;
using DocBuilder.Reading.PlainText;
using DocBuilder.Reading.Semantics;

namespace DocBuilder.Reading;

/// <summary>Reads the bytes of an article, in HTML, MHTML, Markdown or plain text, into a <see cref="Document"/>.</summary>
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
        var anchors = ImmutableDictionary<string, string>.Empty;
        if (SourceText.Decode(source, _options, findings, cancellationToken) is { } text)
        {
            cancellationToken.ThrowIfCancellationRequested();
            document = text.Format switch
            {
                SourceFormat.Html => ReadHtml(source, text, _options, findings, out anchors, cancellationToken),
                SourceFormat.Markdown => ReadMarkdown(source, text, findings, out anchors, cancellationToken),
                _ => ReadPlainText(source, text, findings),
            };
        }

        if (document is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DocumentChecks.Run(document, findings);
        }

        var all = findings.ToImmutable();
        return new ReadingResult(findings.HasFatal ? null : document, all) { LinkedAnchors = anchors };
    }

    private static Document? ReadHtml(ArticleSource source, SourceText text, ReadingOptions options, FindingList findings, out ImmutableDictionary<string, string> anchors, CancellationToken cancellationToken)
    {
        anchors = ImmutableDictionary<string, string>.Empty;
        var page = HtmlPage.Parse(text, options.Limits, findings, cancellationToken);
        if (page is null)
        {
            return null;
        }

        AccessibleRoles.Apply(page);
        AmpElements.Apply(page);
        FormulaPictures.Apply(page);
        ClassStyles.Apply(page);
        WordLists.Apply(page);
        GoogleDocsLists.Apply(page);
        LogicalOrder.Mend(page, text.SaysVisualOrder, findings);
        AccessibleNames.Apply(page);
        cancellationToken.ThrowIfCancellationRequested();
        var reader = new HtmlArticleReader(options, findings, cancellationToken);
        var document = reader.Read(source, page);
        anchors = reader.LinkedAnchors;
        return document;
    }

    // A Markdown file is an article and nothing else.
    private Document? ReadMarkdown(ArticleSource source, SourceText text, FindingList findings, out ImmutableDictionary<string, string> anchors, CancellationToken cancellationToken)
    {
        if (MarkdownPage.Write(text) is { } html)
        {
            return ReadHtml(source, text with { Value = html }, _options with { Scope = ArticleScope.WholePage }, findings, out anchors, cancellationToken);
        }

        anchors = ImmutableDictionary<string, string>.Empty;
        findings.Add(FindingCatalog.NestedTooDeep, "128");
        return ReadPlainText(source, text, findings);
    }

    private Document? ReadPlainText(ArticleSource source, SourceText text, FindingList findings) =>
        new PlainTextReader(_options, findings).Read(source, LogicalOrder.Mend(text.Value, text.SaysVisualOrder, findings));
}
