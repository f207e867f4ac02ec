using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Reading;

namespace DocBuilder.Books;

/// <summary>Builds a book: reads its articles, binds them, and writes the editions of the whole.</summary>
/// <param name="builder">Holds options, theme and fonts.</param>
/// <param name="plan">The articles in order, at least one.</param>
/// <param name="target">The path of the editions, without their extensions.</param>
internal sealed class BookBuilder(ArticleBuilder builder, ImmutableArray<BatchPlan.Entry> plan, string target)
{
    // Title, authors, language and direction that were asked for are the book's.
    private readonly ReadingOptions _reading = builder.ReadingOptions with { Title = null, Authors = [], Language = null, Direction = null };
    private readonly ArticleCompanions _companions = new();
    private readonly List<ArticleSource> _sources = [];
    private readonly List<Document> _articles = [];

    /// <summary>Builds the book.</summary>
    public BookResult Build(IProgress<BuildProgress>? progress, CancellationToken cancellationToken)
    {
        var total = plan.Length + 1;
        if (Obstacle() is { } obstacle)
        {
            var failed = new BuildResult(target, [], [obstacle]);
            progress?.Report(new(1, 1, target, failed));
            return new BookResult(failed, []);
        }

        var results = ReadAll(total, progress, cancellationToken);
        if (results.Any(static result => result.Failure is not null))
        {
            return new BookResult(new BuildResult(target, [], []), results);
        }

        progress?.Report(new(plan.Length, total, target, null));
        ImmutableArray<Finding> found = [.. results.SelectMany(static result => result.Findings)];
        var book = builder.Guarded(target, (findings, written) => builder.Writing.Write(Bind(findings, cancellationToken), target, sideBySide: true, isRecorded: false, found, findings, written, cancellationToken));
        return SortOut(book with { IsHeldBack = book.Failure is null && builder.Verdict.HoldsBack(found.Concat(book.Findings)) }, results, total, progress);
    }

    /// <summary>What would keep any book from being written, before the work.</summary>
    private Finding? Obstacle() =>
        !builder.Problems.IsEmpty ? BuildFindings.ImpossibleOptions.Of(new FindingPhrase(builder.Problems[0]))
        : plan.Any(static entry => entry.Failure is not null) ? null
        : OutputFolder.Prepare(Path.GetDirectoryName(Path.GetFullPath(target))!);

    private ImmutableArray<BuildResult> ReadAll(int total, IProgress<BuildProgress>? progress, CancellationToken cancellationToken)
    {
        for (var i = 0; i < plan.Length; i++)
        {
            if (plan[i].Input.Stream is null)
            {
                _companions.Add(plan[i].Name, i + 1);
            }
        }

        var reader = new ArticleReader(_reading);
        var results = ImmutableArray.CreateBuilder<BuildResult>(plan.Length);
        foreach (var entry in plan)
        {
            progress?.Report(new(results.Count, total, entry.Name, null));
            results.Add(builder.Guarded(entry.Name, (findings, _) => Read(entry, reader, findings, cancellationToken)) with { IsHeldBack = false });
            progress?.Report(new(results.Count, total, entry.Name, results[^1]));
        }

        return results.MoveToImmutable();
    }

    private void Read(BatchPlan.Entry entry, ArticleReader reader, ImmutableArray<Finding>.Builder findings, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (entry.Failure is { } failure)
        {
            findings.Add(failure);
            return;
        }

        if (OpenArticle.Load(entry.Input, entry.InFolder, builder.Options.Limits, findings, cancellationToken) is not { } loaded)
        {
            return;
        }

        var source = loaded with { BaseFolder = builder.Options.BaseFolder ?? loaded.BaseFolder, Companions = entry.Input.Stream is null ? _companions : null };
        var reading = reader.Read(source, cancellationToken);
        // The pages of a book are those of its own print edition, whatever its articles were printed in.
        findings.AddRange(reading.Findings.Where(static finding => finding.Rule != FindingCatalog.PagesOfSourceKept));
        if (reading.Document is { } document)
        {
            _sources.Add(source);
            _articles.Add(document);
        }
    }

    private OpenArticle Bind(ImmutableArray<Finding>.Builder findings, CancellationToken cancellationToken)
    {
        var links = new BookLinks(_articles);
        var reader = new ArticleReader(_reading);
        foreach (var (number, ids) in links.LinkedIds())
        {
            // Once more, now that it is known which of its places others lead to.
            var again = reader.Read(_sources[number - 1] with { LinkedIds = [.. ids] }, cancellationToken);
            _articles[number - 1] = again.Document ?? _articles[number - 1];
            links.Learn(number, again.LinkedAnchors);
        }

        var document = Book.Bind(_articles, links, builder.Options, findings);
        ImmutableArray<ArticleSource> sources = builder.Options.Print.Profile.Profile.EmbedsSource ? [.. _sources] : [];
        _articles.Clear();
        _sources.Clear();
        return builder.Open(document, sources, findings);
    }

    /// <summary>What was found on the way of the whole book at a place in an article is told of that article.</summary>
    private BookResult SortOut(BuildResult book, ImmutableArray<BuildResult> articles, int total, IProgress<BuildProgress>? progress)
    {
        var late = book.Findings.Where(static finding => finding.Position.Article > 0).ToLookup(static finding => finding.Position.Article);
        var sorted = articles.ToBuilder();
        foreach (var findings in late)
        {
            var article = articles[findings.Key - 1];
            progress?.Report(new(plan.Length, total, article.Source, new BuildResult(article.Source, [], [.. findings])));
            sorted[findings.Key - 1] = article with { Findings = [.. article.Findings, .. findings] };
        }

        book = book with { Findings = [.. book.Findings.Where(static finding => finding.Position.Article == 0)] };
        progress?.Report(new(total, total, target, book));
        return new BookResult(book, sorted.ToImmutable());
    }
}
