using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Checks;
using DocBuilder.Reading.Describing;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Images;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Languages;
using DocBuilder.Reading.Parsing;
using Document = DocBuilder.Documents.Document;

namespace DocBuilder.Reading;

/// <summary>From a parsed page to a document: find the article, read what the page says of itself, read the content, mend, describe.</summary>
internal sealed class HtmlArticleReader(ReadingOptions options, FindingList findings, CancellationToken cancellationToken)
{
    /// <summary>The anchors of the ids that other articles link to, once the article is read.</summary>
    public ImmutableDictionary<string, string> LinkedAnchors { get; private set; } = ImmutableDictionary<string, string>.Empty;

    public Document? Read(ArticleSource source, HtmlPage page)
    {
        if (!TextMeasure.IsAnyVisible(page.Body) && page.Body.QuerySelector("img, picture, svg, math") is null)
        {
            findings.Add(FindingCatalog.NoText, source.Name);
            return null;
        }

        var metadata = PageMetadata.Read(page, findings);
        var root = new ArticleFinder(page, findings, cancellationToken).Find(options.Scope, source.Name);
        var boilerplate = options.Scope == ArticleScope.WholePage ? Boilerplate.None() : Boilerplate.Find(root, page, findings);
        var language = new PageLanguage(options, findings).Resolve(page, root, metadata);
        var state = Prepare(source, page, root, metadata, boilerplate, language);
        var context = new ReadContext { Language = language.Language, Direction = language.Direction };

        var content = new ContentReader(state);
        var flow = state.BlockFlow(context);
        if (options.Scope != ArticleScope.WholePage && LeadImage.Find(page, root, metadata.Image) is { } lead)
        {
            findings.Add(FindingCatalog.LeadImageAdded, page.PositionOf(lead));
            content.Read(lead, flow, context);
        }

        content.ReadChildren(root, flow, context);
        content.ReadOutstandingNotes(flow, context);
        var body = new FakeHeadings(findings).Mend(flow.Finish());
        if (body.Length == 0 && state.TitleBlock.Title is null && !state.TitleBlock.Paragraphs.Any())
        {
            findings.Add(FindingCatalog.NoText, source.Name);
            return null;
        }

        PageChecks.Run(root, state);
        return Assemble(source, state, metadata, content, context, body);
    }

    private ArticleState Prepare(
        ArticleSource source, HtmlPage page, IElement root, PageMetadata metadata, Boilerplate boilerplate, PageLanguage.Result language)
    {
        var anchors = new Anchors();
        var links = new LinkResolver(page.Nodes.Having("href").Find(static element => element.LocalName == "base")?.Attribute("href")?.Trim(), metadata.Url, anchors, findings, source);
        var shown = TitleFinder.Headings(root, boilerplate.IsLeftOut);
        var title = TitleFinder.Find(shown, root, page.Body, metadata.Title, boilerplate.IsLeftOut);
        var order = new DocumentOrder(page);
        var notes = NoteIndex.Build(root, page.Nodes, order, links, anchors);
        WantLinkedAnchors(root, page.Nodes, order, links, anchors);
        foreach (var id in source.LinkedIds.Where(id => order.Find(id) is { } target && root.Contains(target) && target != root))
        {
            anchors.Want(id);
        }

        var headings = shown.Where(heading => heading != title);
        var titleBlock = new TitleBlock(title, TitleBlockFinder.Find(root, title, metadata.Authors, boilerplate.IsLeftOut));
        var state = new ArticleState
        {
            Page = page,
            Root = root,
            Options = options,
            Findings = findings,
            Contexts = new ContextResolver(page, findings, language.PageGivesDirection),
            Anchors = anchors,
            Links = links,
            Notes = notes,
            Headings = HeadingLevels.Of(headings, page, findings),
            TitleBlock = titleBlock,
            Boilerplate = boilerplate,
            Pages = new PageMarkReader(page, findings),
            Images = new ImageLoader(source, page, options.Limits, findings),
            CancellationToken = cancellationToken,
        };
        titleBlock.Attach(state);
        return state;
    }

    /// <summary>Ids that links and table cells of the article name, when the article has them.</summary>
    private static void WantLinkedAnchors(IElement root, PageNodes nodes, DocumentOrder order, LinkResolver links, Anchors anchors)
    {
        foreach (var link in nodes.Having("href").Where(static element => element.LocalName == "a"))
        {
            if (link.Attribute("href")!.Contains('#', StringComparison.Ordinal) && root.Contains(link) && links.FragmentOf(link.Attribute("href")) is { } id && order.Find(id) is { } target && root.Contains(target) && target != root)
            {
                anchors.Want(id);
            }
        }

        foreach (var cell in nodes.Having("headers").Where(cell => cell.LocalName is "td" or "th" && root.Contains(cell)))
        {
            foreach (var id in cell.Attribute("headers")!.Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (order.Find(id) is { LocalName: "th" or "td" } header && root.Contains(header))
                {
                    anchors.Want(id);
                }
            }
        }
    }

    private Document Assemble(
        ArticleSource source, ArticleState state, PageMetadata metadata, ContentReader content, ReadContext context, ImmutableArray<Block> body)
    {
        var title = TitleOf(source, state, metadata, content, context, ref body);
        var shown = state.TitleBlock.Paragraphs.ToList();
        var numbering = NumberingOf(body, title, context);
        var byline = TitleBlockText.WordsOf(shown, ParagraphRole.Byline) ?? TitleBlockFinder.BylineBeside(state.TitleBlock.TitleElement, state.Root);
        var authors = !options.Authors.IsDefaultOrEmpty ? options.Authors
            : metadata.Authors.Count > 0 ? [.. metadata.Authors]
            : [.. BylineNames.Of(byline ?? "")];
        var titleWords = PlainWords.Of(title.Inlines);
        var besideNames = BylineNames.DateIn(byline);
        var described = new Metadata
        {
            Title = titleWords.Length > 0 ? titleWords : metadata.Title ?? Path.GetFileNameWithoutExtension(source.Name),
            Identifier = SourceIdentifier.Of(source.Bytes.Span),
            Authors = authors,
            Published = metadata.Published ?? PublicationDate.Parse(TitleBlockText.WordsOf(shown, ParagraphRole.Dateline)) ?? besideNames,
            Modified = metadata.Modified,
            Publisher = metadata.SiteName ?? TitleBlockText.WordsOf(shown, ParagraphRole.Source),
            SourceUrl = metadata.Url,
            Description = metadata.Description,
            Rights = metadata.Rights,
            Section = metadata.Section,
            Keywords = [.. metadata.Keywords],
        };
        var subtitle = metadata.Subtitle is { } known && !Shows(body, known) ? known : null;
        var blocks = ImmutableArray.CreateBuilder<Block>(body.Length + 5);
        blocks.Add(title);
        blocks.AddRange(TitleBlockText.Complete(shown, state.TitleBlock.ShowsDate || BylineNames.DateIn(TitleBlockText.WordsOf(shown, ParagraphRole.Byline)) is not null, described, subtitle, numbering, context, !options.Authors.IsDefaultOrEmpty));
        blocks.AddRange(body);
        var read = blocks.ToImmutable();
        var pagesOf = state.Pages.Report(read) ? metadata.PrintSource ?? Metadata.UnknownPageBreakSource : null;
        var mender = new DocumentMender(state.Anchors, findings);
        var mended = mender.Mend(read);
        LinkedAnchors = source.LinkedIds.Select(id => (Id: id, Anchor: mender.Find(id))).Where(static pair => pair.Anchor is not null).DistinctBy(static pair => pair.Id)
            .ToImmutableDictionary(static pair => pair.Id, static pair => pair.Anchor!);
        return new Document
        {
            Metadata = described with { PageBreakSource = pagesOf },
            Numbering = numbering,
            Blocks = mended,
            Language = context.Language,
            Direction = context.Direction,
        };
    }

    private static bool Shows(ImmutableArray<Block> body, string words) => body.Any(block =>
        (block is Paragraph paragraph && PlainWords.Of(paragraph.Inlines).Equals(words, StringComparison.OrdinalIgnoreCase))
        || (block is Heading heading && PlainWords.Of(heading.Inlines).Equals(words, StringComparison.OrdinalIgnoreCase)));

    private Heading TitleOf(
        ArticleSource source, ArticleState state, PageMetadata metadata, ContentReader content, ReadContext context, ref ImmutableArray<Block> body)
    {
        if (TextCleaner.FoldOrNull(options.Title) is { } asked)
        {
            var shown = state.TitleBlock.Title;
            return TitleBlock.MakeTitle(asked, context) with { Anchor = shown?.Anchor };
        }

        if (state.TitleBlock.Title is null && state.TitleBlock.TitleElement is not null)
        {
            state.TitleBlock.ReadTitle(content, context);
        }

        if (state.TitleBlock.Title is { } found)
        {
            return found;
        }

        // A title in large letters, without the element for it.
        if (metadata.Title is { } said && body is [Paragraph first, ..] && PlainWords.Of(first.Inlines).Equals(said, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(FindingCatalog.HeadingPromoted, first.Position, said, "1");
            body = body.RemoveAt(0);
            return TitleBlock.MakeTitle(said, context) with { Position = first.Position, Anchor = first.Anchor };
        }

        if (metadata.Title is { } known)
        {
            findings.Add(FindingCatalog.TitleFromMetadata, known);
            return TitleBlock.MakeTitle(known, context);
        }

        var name = TextCleaner.FoldOrNull(Path.GetFileNameWithoutExtension(source.Name)) ?? "article";
        findings.Add(FindingCatalog.TitleMissing, name);
        return TitleBlock.MakeTitle(name, context);
    }

    private static NumberingSystem NumberingOf(ImmutableArray<Block> body, Heading title, ReadContext context)
    {
        var chooser = new NumberingChooser();
        var words = new StringBuilder();
        PlainWords.Append(title.Inlines, words);
        chooser.Count(words.ToString());
        foreach (var node in NodeTree.SelfAndDescendants(body))
        {
            if (node is Text text)
            {
                chooser.Count(text.Value);
            }
        }

        return chooser.Choose(context.Language);
    }
}
