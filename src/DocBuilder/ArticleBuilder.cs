using System.Collections.Immutable;
using DocBuilder.Batches;
using DocBuilder.Books;
using DocBuilder.Documents;
using DocBuilder.Epub;
using DocBuilder.Reading;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder;

/// <summary>Makes the editions of articles: a tagged, archival PDF and an accessible EPUB of one text.</summary>
/// <remarks>
/// A builder holds only what never changes, and what articles have in common, so one may serve many threads at once, and any number of builds. Its methods work until they are done: a batch of
/// several jobs on threads of its own, everything else on the thread that calls. What is wrong with an article is told in its <see cref="BuildResult"/>, never
/// by an exception; besides those for wrong arguments, <see cref="OperationCanceledException"/> is the only one that leaves these methods, soon after the
/// cancellation, and by then nothing unfinished is on the disk.
/// </remarks>
public sealed class ArticleBuilder
{
    private readonly BuildOptions _options;
    private readonly Verdict _verdict;
    private readonly EditionWriting _writing;
    private readonly ArticleReader _reader;
    private readonly Theme _theme;
    private readonly FontLibrary _fonts;
    private readonly SharedParts _shared = new();

    /// <summary>Makes a builder. Font folders in the options are read here; the fonts that come with the library are opened when a text needs them.</summary>
    /// <exception cref="ArgumentException">A code that is to be ignored does not exist, or is fatal.</exception>
    public ArticleBuilder(BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _verdict = new Verdict(options.IgnoredCodes, options.Strict);
        _writing = new EditionWriting(options, _verdict);
        ReadingOptions = new ReadingOptions
        {
            Language = options.Language,
            Direction = options.Direction,
            Title = options.Title,
            Authors = options.Authors,
            Encoding = options.Encoding,
            Scope = options.WholePage switch { true => ArticleScope.WholePage, false => ArticleScope.Article, null => ArticleScope.Automatic },
            Limits = options.Limits,
        };
        _reader = new ArticleReader(ReadingOptions);
        _theme = options.Theme.Theme.ForPaper(Points(options.PageSize.Width), Points(options.PageSize.Height));
        _fonts = FontLibrary.Shipped;
        if (!options.FontFolders.IsDefaultOrEmpty)
        {
            _fonts = _fonts.With(options.FontFolders, out var findings);
            Findings = _verdict.Heard(findings);
        }

        Problems = [.. ThemeCheck.Problems(_theme, _fonts, options.Print.ToLayout())];
    }

    /// <summary>The date of editions when neither the article nor the options give one: the first that every ZIP reader understands.</summary>
    public static DateTimeOffset UnknownDate { get; } = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What could not be used of the options, such as a font file that is broken or may not be embedded.</summary>
    public ImmutableArray<Finding> Findings { get; } = [];

    /// <summary>
    /// Why nothing can be built with the options, a sentence each: a theme that names fonts nobody has, a page without room for a line.
    /// Empty when all is well; else every build fails with the first of them.
    /// </summary>
    public ImmutableArray<string> Problems { get; } = [];

    /// <summary>Builds many articles, one after the other. What cannot be built does not hinder the rest.</summary>
    /// <param name="inputs">Files, folders and streams.</param>
    /// <param name="outputFolder">Where the editions go, made when missing. The tree of a folder among the inputs is mirrored in it.</param>
    /// <param name="progress">Told of every article, on the calling thread.</param>
    /// <param name="cancellationToken">Ends the batch; editions already reported stay.</param>
    /// <returns>What became of every article, in the order of the inputs.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ImmutableArray<BuildResult> BuildAll(
        IEnumerable<ArticleInput> inputs,
        string outputFolder,
        IProgress<BuildProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        BuildAll(inputs, outputFolder, new BatchOptions { HasManifest = false }, progress, cancellationToken);

    /// <summary>Builds many articles, several at once if that is wanted.</summary>
    /// <param name="inputs">Files, folders and streams.</param>
    /// <param name="outputFolder">Where the editions go, made when missing. The tree of a folder among the inputs is mirrored in it.</param>
    /// <param name="batch">How the batch is worked through.</param>
    /// <param name="progress">Told of every article in the order of the inputs, on the calling thread.</param>
    /// <param name="cancellationToken">Ends the batch; editions already reported stay.</param>
    /// <returns>What became of every article, in the order of the inputs; those that <see cref="BatchOptions.FailFast"/> left are not among them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="BatchOptions.Jobs"/> is not 1 to <see cref="BatchOptions.MostJobs"/>.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ImmutableArray<BuildResult> BuildAll(
        IEnumerable<ArticleInput> inputs,
        string outputFolder,
        BatchOptions batch,
        IProgress<BuildProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        ArgumentOutOfRangeException.ThrowIfLessThan(batch.Jobs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(batch.Jobs, BatchOptions.MostJobs);
        var plan = BatchPlan.Make(inputs, outputFolder, cancellationToken);
        if (plan.Any(entry => entry.Failure is null) && OutputFolder.Prepare(outputFolder) is { } failure)
        {
            var result = new BuildResult(outputFolder, [], [failure]);
            progress?.Report(new(1, 1, outputFolder, result));
            return [result];
        }

        return new Batch(this, plan, outputFolder, batch).Build(progress, cancellationToken);
    }

    /// <summary>Finds what building many articles would find, and writes nothing.</summary>
    /// <param name="inputs">Files, folders and streams.</param>
    /// <param name="progress">Told of every article, on the calling thread.</param>
    /// <param name="cancellationToken">Ends the batch.</param>
    /// <returns>What was found in every article, in the order of the inputs.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ImmutableArray<BuildResult> CheckAll(IEnumerable<ArticleInput> inputs, IProgress<BuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return ForEach(BatchPlan.Make(inputs, null, cancellationToken), entry => Check(entry, cancellationToken), progress);
    }

    /// <summary>
    /// Binds articles into one book: a title page, contents, and every article as a part that begins on a page of its own. Title, authors, language and
    /// direction in the options are the book's; articles keep their own.
    /// </summary>
    /// <param name="inputs">Files, folders and streams, in the order of the book; at least one.</param>
    /// <param name="target">The path of the book's editions, without their extensions. Its folder is made when missing.</param>
    /// <param name="progress">Told of every article when it is read, then of the book, on the calling thread.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What became of the book and of its articles. When one of them cannot be read, no edition is written.</returns>
    /// <exception cref="ArgumentException">There is no input.</exception>
    public BookResult Bind(IEnumerable<ArticleInput> inputs, string target, IProgress<BuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentException.ThrowIfNullOrEmpty(target);
        var plan = BatchPlan.Make(inputs, null, cancellationToken);
        return plan.IsEmpty ? throw new ArgumentException("A book binds one article at least.", nameof(inputs)) : new BookBuilder(this, plan, target).Build(progress, cancellationToken);
    }

    /// <summary>Builds one article into a folder, which is made when missing. The files are called as the article is, and replace older ones whole.</summary>
    /// <param name="input">A file or a stream.</param>
    /// <param name="outputFolder">Where the editions go.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What became of the article.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public BuildResult Build(ArticleInput input, string outputFolder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        return Build(BatchPlan.Single(input, outputFolder), null, sideBySide: false, cancellationToken);
    }

    /// <summary>Finds what building one article would find, and writes nothing.</summary>
    /// <param name="input">A file or a stream.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What was found in the article.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public BuildResult Check(ArticleInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Check(BatchPlan.Single(input, ""), cancellationToken);
    }

    /// <summary>
    /// Builds one article into streams, which need not seek and stay open. When the result has a failure or was held back, or the work was cancelled, what was
    /// written to them is worthless. Which editions are made is told by the streams, not by <see cref="BuildOptions.Editions"/>.
    /// </summary>
    /// <param name="input">A file or a stream.</param>
    /// <param name="pdf">Takes the print edition, from where the stream stands; null when it is not wanted.</param>
    /// <param name="epub">Takes the EPUB edition, from where the stream stands; null when it is not wanted.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What became of the article; its editions have no path.</returns>
    /// <exception cref="ArgumentException">A stream cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public BuildResult Build(ArticleInput input, Stream? pdf, Stream? epub, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ThrowUnlessWritable(pdf, nameof(pdf));
        ThrowUnlessWritable(epub, nameof(epub));
        return Guarded(input.Name, (findings, written) =>
        {
            if (Open(input, inFolder: false, findings, cancellationToken) is not { } article)
            {
                return;
            }

            foreach (var (edition, stream) in new[] { (Edition.Pdf, pdf), (Edition.Epub, epub) })
            {
                if (stream is not null && EditionWriting.Try(findings, "the stream for the edition", () => findings.AddRange(article.Write(edition, stream, cancellationToken))))
                {
                    written.Add(new(edition, null) { Pages = edition == Edition.Pdf ? article.PageCount : 0 });
                }
            }

            if (_verdict.HoldsBack(findings))
            {
                written.Clear();
            }
        });
    }

    private static ImmutableArray<BuildResult> ForEach(ImmutableArray<BatchPlan.Entry> plan, Func<BatchPlan.Entry, BuildResult> work, IProgress<BuildProgress>? progress)
    {
        var results = ImmutableArray.CreateBuilder<BuildResult>(plan.Length);
        foreach (var entry in plan)
        {
            progress?.Report(new(results.Count, plan.Length, entry.Name, null));
            results.Add(work(entry));
            progress?.Report(new(results.Count, plan.Length, entry.Name, results[^1]));
        }

        return results.ToImmutable();
    }

    /// <summary>The way of a build, to its end, with nothing at the end of it: only what is laid out and written is all known.</summary>
    private BuildResult Check(BatchPlan.Entry entry, CancellationToken cancellationToken) => Guarded(entry.Name, (findings, _) =>
    {
        if (Open(entry, findings, cancellationToken) is { } article)
        {
            foreach (var edition in _options.Editions.Distinct().Order())
            {
                findings.AddRange(article.Write(edition, Stream.Null, cancellationToken));
            }
        }
    });

    internal BuildOptions Options => _options;

    internal Verdict Verdict => _verdict;

    internal EditionWriting Writing => _writing;

    /// <summary>How sources are read.</summary>
    internal ReadingOptions ReadingOptions { get; }

    /// <summary>Both editions are whole before the first is put in its place.</summary>
    /// <param name="entry">The article and its place.</param>
    /// <param name="onRead">Told what was read, when it could be; null when no record is made of the article.</param>
    /// <param name="sideBySide">Whether each edition has a thread of its own.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal BuildResult Build(BatchPlan.Entry entry, Action<ArticleSource, Document>? onRead, bool sideBySide, CancellationToken cancellationToken) => Guarded(entry.Name, (findings, written) =>
    {
        if (Open(entry, findings, cancellationToken, onRead) is not { } article)
        {
            return;
        }

        _writing.Write(article, entry.Target, sideBySide, isRecorded: onRead is not null, [], findings, written, cancellationToken);
    });

    /// <summary>Reads an article without building it.</summary>
    internal void Read(BatchPlan.Entry entry, Action<ArticleSource, Document> onRead, CancellationToken cancellationToken) =>
        Guarded(entry.Name, (findings, _) => Open(entry.Input, entry.InFolder, findings, cancellationToken, onRead));

    private OpenArticle? Open(BatchPlan.Entry entry, ImmutableArray<Finding>.Builder findings, CancellationToken cancellationToken, Action<ArticleSource, Document>? onRead = null)
    {
        if (entry.Failure is { } failure)
        {
            findings.Add(failure);
            return null;
        }

        return Open(entry.Input, entry.InFolder, findings, cancellationToken, onRead);
    }

    private OpenArticle? Open(ArticleInput input, bool inFolder, ImmutableArray<Finding>.Builder findings, CancellationToken cancellationToken, Action<ArticleSource, Document>? onRead = null)
    {
        if (!Problems.IsEmpty)
        {
            findings.Add(BuildFindings.ImpossibleOptions.Of(new FindingPhrase(Problems[0])));
            return null;
        }

        if (OpenArticle.Load(input, inFolder, _options.Limits, findings, cancellationToken) is not { } source)
        {
            return null;
        }

        var reading = _reader.Read(_options.BaseFolder is { } folder ? source with { BaseFolder = folder } : source, cancellationToken);
        findings.AddRange(reading.Findings);
        if (reading.Document is not { } document)
        {
            return null;
        }

        onRead?.Invoke(source, document);
        return Open(document, [source], findings);
    }

    /// <summary>The way from what was read to its editions.</summary>
    internal OpenArticle Open(Document document, ImmutableArray<ArticleSource> sources, ImmutableArray<Finding>.Builder findings) =>
        new(document, sources, _options, _theme, _fonts, _shared, findings);

    /// <summary>A fault of ours costs the article it shows in, not the batch.</summary>
    internal BuildResult Guarded(string name, Action<ImmutableArray<Finding>.Builder, ImmutableArray<WrittenEdition>.Builder> build)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var written = ImmutableArray.CreateBuilder<WrittenEdition>();
        Exception? fault = null;
        try
        {
            build(findings, written);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            fault = exception;
            findings.Add(BuildFindings.Fault.Of(exception.GetType().Name));
        }

        return new BuildResult(name, written.ToImmutable(), _verdict.Heard(findings)) { IsHeldBack = _verdict.HoldsBack(findings), Fault = fault };
    }

    private static void ThrowUnlessWritable(Stream? stream, string name)
    {
        if (stream is { CanWrite: false })
        {
            throw new ArgumentException("The stream cannot be written to.", name);
        }
    }

    private static double Points(double millimetres) => Math.Round(millimetres * 72 / 25.4, 3);
}
