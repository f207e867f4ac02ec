using System.Collections.Concurrent;
using System.Text;
using Xunit;

namespace DocBuilder.Tests.Building;

/// <summary>What a program that uses the library may rely on: streams, cancellation, progress, threads.</summary>
public sealed class LibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArticleBuilder _builder = new(new());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Streams_that_only_go_forward_are_enough()
    {
        var (pdf, epub) = Build(Source(), TestContext.Current.CancellationToken);
        using var pdfOneWay = new MemoryStream();
        using var epubOneWay = new MemoryStream();

        var result = _builder.Build(
            ArticleInput.FromStream(OneWayStream.Reading(Source()), "a.html"),
            OneWayStream.Writing(pdfOneWay),
            OneWayStream.Writing(epubOneWay),
            TestContext.Current.CancellationToken);

        Assert.Equal([Edition.Pdf, Edition.Epub], result.Editions.Select(edition => edition.Edition));
        Assert.Equal(pdf, pdfOneWay.ToArray());
        Assert.Equal(epub, epubOneWay.ToArray());
    }

    [Fact]
    public void A_stream_is_read_and_written_from_where_it_stands()
    {
        var (pdf, _) = Build(Source(), TestContext.Current.CancellationToken);
        using var source = new MemoryStream([.. "<p>هذا ليس من المقال</p>"u8, .. Source().ToArray()]);
        source.Position = source.Length - Source().Length;
        using var output = new MemoryStream();
        output.Write("before "u8);

        _builder.Build(ArticleInput.FromStream(source, "a.html"), output, null, TestContext.Current.CancellationToken);

        Assert.Equal([.. "before "u8, .. pdf], output.ToArray());
    }

    [Fact]
    public void A_stream_that_goes_the_wrong_way_is_refused_before_anything_is_done()
    {
        using var nothing = new MemoryStream();
        using var readOnly = OneWayStream.Reading(nothing);
        using var writeOnly = OneWayStream.Writing(nothing);
        var input = ArticleInput.FromStream(Source(), "a.html");

        Assert.Equal("stream", Assert.Throws<ArgumentException>(() => ArticleInput.FromStream(writeOnly, "a.html")).ParamName);
        Assert.Equal("stream", Assert.Throws<ArgumentException>(() => new EditionInspector().Inspect(writeOnly, "a.pdf", TestContext.Current.CancellationToken)).ParamName);
        Assert.Equal("pdf", Assert.Throws<ArgumentException>(() => _builder.Build(input, readOnly, null, TestContext.Current.CancellationToken)).ParamName);
        Assert.Equal("epub", Assert.Throws<ArgumentException>(() => _builder.Build(input, null, readOnly, TestContext.Current.CancellationToken)).ParamName);
    }

    [Fact]
    public void A_source_that_breaks_is_a_failure_and_no_exception()
    {
        using var broken = OneWayStream.Reading(Source(), () => throw new IOException("The connection was reset."));

        Assert.Equal("DB0002", _builder.Check(ArticleInput.FromStream(broken, "a.html"), TestContext.Current.CancellationToken).Failure!.Code);
        Assert.Equal("DB0002", new EditionInspector().Inspect(broken, "a.pdf", TestContext.Current.CancellationToken).Failure!.Code);
    }

    [Fact]
    public void Work_that_is_cancelled_before_it_begins_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        using var output = new MemoryStream();

        Assert.ThrowsAny<OperationCanceledException>(() => _builder.Build(ArticleInput.FromStream(Source(), "a.html"), output, output, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => _builder.Build(ArticleInput.FromStream(Source(), "a.html"), _folder["out"], cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => _builder.Check(ArticleInput.FromStream(Source(), "a.html"), cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => new EditionInspector().Inspect(Source(), "a.pdf", cancelled));

        Assert.Equal(0, output.Length);
        Assert.Empty(_folder.Files("out"));
    }

    [Fact]
    public void Work_is_cancelled_while_it_reads()
    {
        using var cancellation = new CancellationTokenSource();
        using var source = OneWayStream.Reading(Source(), cancellation.Cancel);

        Assert.ThrowsAny<OperationCanceledException>(() => _builder.Build(ArticleInput.FromStream(source, "a.html"), _folder["out"], cancellation.Token));

        Assert.Empty(_folder.Files("out"));
    }

    [Theory, InlineData(Edition.Pdf), InlineData(Edition.Epub)]
    public void Work_is_cancelled_while_it_writes(Edition edition)
    {
        using var cancellation = new CancellationTokenSource();
        using var inner = new MemoryStream();
        using var output = OneWayStream.Writing(inner, cancellation.Cancel);
        using var rest = new MemoryStream();

        Assert.ThrowsAny<OperationCanceledException>(() => _builder.Build(
            ArticleInput.FromStream(Source(paragraphs: 400), "a.html"), edition == Edition.Pdf ? output : rest, edition == Edition.Epub ? output : rest, cancellation.Token));
    }

    [Fact]
    public void Progress_is_told_on_the_thread_that_waits_whatever_the_number_of_jobs()
    {
        for (var number = 0; number < 6; number++)
        {
            _folder.Write($"in/{number}.html");
        }

        var threads = new ConcurrentBag<int>();

        _builder.BuildAll([ArticleInput.FromPath(_folder["in"])], _folder["out"], new BatchOptions { Jobs = 3 }, new OnThread(threads), TestContext.Current.CancellationToken);

        Assert.Equal(12, threads.Count);
        Assert.Equal([Environment.CurrentManagedThreadId], threads.Distinct());
    }

    [Fact]
    public void One_builder_and_one_inspector_serve_many_threads_with_different_articles()
    {
        var inspector = new EditionInspector();
        var alone = Enumerable.Range(1, 8).Select(number => Spoken(new ArticleBuilder(new()), new EditionInspector(), number)).ToList();
        var together = new string[8];

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, number => together[number] = Spoken(_builder, inspector, number + 1));

        Assert.Equal(alone, together);
        Assert.Equal(8, together.Distinct().Count());
    }

    private static string Spoken(ArticleBuilder builder, EditionInspector inspector, int paragraphs)
    {
        using var pdf = new MemoryStream();
        using var epub = new MemoryStream();
        builder.Build(ArticleInput.FromStream(Source(paragraphs), "a.html"), pdf, epub, TestContext.Current.CancellationToken);
        return string.Join('\n', new[] { pdf, epub }.SelectMany(edition => inspector.Inspect(new MemoryStream(edition.ToArray()), "a", TestContext.Current.CancellationToken).ToLines()));
    }

    private (byte[] Pdf, byte[] Epub) Build(Stream source, CancellationToken cancellationToken)
    {
        using var pdf = new MemoryStream();
        using var epub = new MemoryStream();
        _builder.Build(ArticleInput.FromStream(source, "a.html"), pdf, epub, cancellationToken);
        return (pdf.ToArray(), epub.ToArray());
    }

    private static MemoryStream Source(int paragraphs = 1) => new(Encoding.UTF8.GetBytes(TemporaryFolder.NewsArticle.Replace(
        "</article>", string.Concat(Enumerable.Range(1, paragraphs).Select(number => $"<p>كانت المكتبة القديمة تطل على البحر، وهذه فقرتها {number}.</p>")) + "</article>", StringComparison.Ordinal)));

    private sealed class OnThread(ConcurrentBag<int> threads) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => threads.Add(Environment.CurrentManagedThreadId);
    }
}
