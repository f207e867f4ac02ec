using System.Collections.Immutable;
using DocBuilder.Documents;
using Xunit;

namespace DocBuilder.Tests.Building;

public sealed class ArticleBuilderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Both_editions_stand_in_the_folder()
    {
        var result = new ArticleBuilder(new()).Build(ArticleInput.FromPath(_folder.Write("خبر.html")), _folder["out"], TestContext.Current.CancellationToken);

        Assert.Null(result.Failure);
        Assert.Equal([new(Edition.Pdf, _folder["out/خبر.pdf"]) { Pages = 1 }, new(Edition.Epub, _folder["out/خبر.epub"])], result.Editions);
        Assert.Equal(["خبر.epub", "خبر.pdf"], _folder.Files("out"));
    }

    [Fact]
    public void One_edition_can_be_had_alone()
    {
        var builder = new ArticleBuilder(new() { Editions = [Edition.Epub, Edition.Epub] });

        builder.Build(ArticleInput.FromPath(_folder.Write("a.html")), _folder["out"], TestContext.Current.CancellationToken);

        Assert.Equal(["a.epub"], _folder.Files("out"));
    }

    [Fact]
    public void The_same_article_gives_the_same_bytes_from_any_folder_and_builder()
    {
        _folder.Write("one/a.html");
        _folder.Write("two/deep/a.html");
        BuildAll(new(), "out1", "one/a.html");
        BuildAll(new(), "out2", "two");

        Assert.Equal(File.ReadAllBytes(_folder["out1/a.pdf"]), File.ReadAllBytes(_folder["out2/deep/a.pdf"]));
        Assert.Equal(File.ReadAllBytes(_folder["out1/a.epub"]), File.ReadAllBytes(_folder["out2/deep/a.epub"]));
    }

    [Fact]
    public void Many_threads_share_a_builder()
    {
        var builder = new ArticleBuilder(new());
        var path = _folder.Write("a.html");
        Parallel.For(0, 8, number => builder.Build(ArticleInput.FromPath(path), _folder[$"out{number}"], TestContext.Current.CancellationToken));

        for (var number = 1; number < 8; number++)
        {
            Assert.Equal(File.ReadAllBytes(_folder["out0/a.pdf"]), File.ReadAllBytes(_folder[$"out{number}/a.pdf"]));
            Assert.Equal(File.ReadAllBytes(_folder["out0/a.epub"]), File.ReadAllBytes(_folder[$"out{number}/a.epub"]));
        }
    }

    [Fact]
    public void Streams_give_the_bytes_that_files_give_and_stay_open()
    {
        var path = _folder.Write("a.html");
        BuildAll(new(), "out", "a.html");
        using var source = File.OpenRead(path);
        using var pdf = new MemoryStream();
        using var epub = new MemoryStream();

        var result = new ArticleBuilder(new()).Build(ArticleInput.FromStream(source, "a.html"), pdf, epub, TestContext.Current.CancellationToken);

        Assert.Equal([new(Edition.Pdf, null) { Pages = 1 }, new(Edition.Epub, null)], result.Editions);
        Assert.Equal(File.ReadAllBytes(_folder["out/a.pdf"]), pdf.ToArray());
        Assert.Equal(File.ReadAllBytes(_folder["out/a.epub"]), epub.ToArray());
        Assert.True(source.CanRead && pdf.CanWrite && epub.CanWrite);
    }

    [Theory]
    [InlineData(Edition.Pdf, 0)]
    [InlineData(Edition.Pdf, 2_000)]
    [InlineData(Edition.Epub, 0)]
    [InlineData(Edition.Epub, 2_000)]
    public void A_stream_that_breaks_is_a_failure_and_no_exception(Edition edition, int after)
    {
        using var broken = new BreakingStream(after);

        var result = new ArticleBuilder(new()).Build(
            ArticleInput.FromPath(_folder.Write("a.html")), edition == Edition.Pdf ? broken : null, edition == Edition.Epub ? broken : null, TestContext.Current.CancellationToken);

        Assert.Equal("DB0007", result.Failure!.Code);
        Assert.Contains("the disk is full", result.Failure.Message, StringComparison.Ordinal);
        Assert.Empty(result.Editions);
    }

    [Fact]
    public void When_the_second_edition_cannot_be_written_the_first_is_not_put_in_place()
    {
        Directory.CreateDirectory(_folder["out/a.epub"]);

        var result = new ArticleBuilder(new()).Build(ArticleInput.FromPath(_folder.Write("a.html")), _folder["out"], TestContext.Current.CancellationToken);

        Assert.Equal("DB0007", result.Failure!.Code);
        Assert.Empty(result.Editions);
        Assert.Empty(_folder.Files("out"));
    }

    [Fact]
    public void An_article_that_cannot_be_built_does_not_hinder_the_rest()
    {
        _folder.Write("in/1.html", "");
        _folder.Write("in/2.html");
        var reports = new Reports();

        var results = new ArticleBuilder(new()).BuildAll(
            [ArticleInput.FromPath(_folder["missing.html"]), ArticleInput.FromPath(_folder["in"])], _folder["out"], reports, TestContext.Current.CancellationToken);

        Assert.Equal([true, true, false], results.Select(result => result.Failure is not null));
        Assert.Equal(["2.epub", "2.pdf"], _folder.Files("out"));
        Assert.Equal([(0, 3, false), (1, 3, true), (1, 3, false), (2, 3, true), (2, 3, false), (3, 3, true)], reports.Select(report => (report.Completed, report.Total, report.Result is not null)));
    }

    [Fact]
    public void A_cancelled_batch_leaves_what_was_reported_and_nothing_else()
    {
        _folder.Write("in/1.html");
        _folder.Write("in/2.html");
        using var cancellation = new CancellationTokenSource();
        var reports = new Reports { Then = report => { if (report.Completed == 1) { cancellation.Cancel(); } } };

        Assert.ThrowsAny<OperationCanceledException>(() => new ArticleBuilder(new()).BuildAll([ArticleInput.FromPath(_folder["in"])], _folder["out"], reports, cancellation.Token));

        Assert.Equal(["1.epub", "1.pdf"], _folder.Files("out"));
    }

    [Fact]
    public void An_output_folder_that_cannot_be_is_told_once()
    {
        _folder.Write("in/1.html");
        _folder.Write("in/2.html");
        _folder.Write("out", "a file");

        var result = Assert.Single(BuildAll(new(), "out", "in"));

        Assert.Equal(("DB0006", _folder["out"]), (result.Failure!.Code, result.Source));
        Assert.Equal("a file", File.ReadAllText(_folder["out"]));
    }

    [Fact]
    public void A_folder_without_articles_makes_no_output_folder()
    {
        Directory.CreateDirectory(_folder["in"]);

        Assert.Equal("DB0004", Assert.Single(BuildAll(new(), "out", "in")).Failure!.Code);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void More_than_the_limit_is_not_read()
    {
        _folder.Write("a.html");

        var result = Assert.Single(BuildAll(new() { Limits = Limits.Default with { SourceBytes = 100 } }, "out", "a.html"));

        Assert.Equal("DB0003", result.Failure!.Code);
    }

    [Fact]
    public void The_date_of_the_options_is_only_for_articles_without_their_own()
    {
        _folder.Write("dated.html");
        _folder.Write("undated.txt", "خبر قصير\n\nافتُتحت اليوم مكتبة المدينة بعد أعمال ترميم طويلة.\n");
        var epoch = new BuildOptions { Date = DateTimeOffset.FromUnixTimeSeconds(1_000_000_000) };

        var before = BuildAll(new(), "before", "dated.html", "undated.txt");
        var after = BuildAll(epoch, "after", "dated.html", "undated.txt");

        Assert.Equal([false, true], before.Select(result => result.Findings.Any(finding => finding.Code == "DB0008")));
        Assert.Equal([false, false], after.Select(result => result.Findings.Any(finding => finding.Code == "DB0008")));
        Assert.Equal(File.ReadAllBytes(_folder["before/dated.pdf"]), File.ReadAllBytes(_folder["after/dated.pdf"]));
        Assert.NotEqual(File.ReadAllBytes(_folder["before/undated.pdf"]), File.ReadAllBytes(_folder["after/undated.pdf"]));
    }

    [Fact]
    public void Every_layout_of_an_article_has_an_identifier_of_its_own_that_the_epub_names_too()
    {
        _folder.Write("a.html");
        BuildOptions[] layouts =
        [
            new(),
            new() { PageSize = PageSize.A5 },
            new() { Theme = PrintTheme.Open("clear", out _)! },
            new() { Title = "عنوان آخر أطول من الأول بكثير حتى يملأ أكثر من سطر واحد في الصفحة الأولى من الطبعة الورقية" },
        ];
        var identifiers = new HashSet<string>();
        foreach (var (number, options) in layouts.Index())
        {
            BuildAll(options, $"both{number}", "a.html");
            BuildAll(options with { Editions = [Edition.Epub] }, $"epub{number}", "a.html");
            var identifier = Between(System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_folder[$"both{number}/a.pdf"])), "<dc:identifier>", "</dc:identifier>");
            Assert.Equal(identifier, Between(Package($"both{number}/a.epub"), "\"pageBreakSource\">", "</meta>"));
            Assert.Equal(identifier, Between(Package($"epub{number}/a.epub"), "\"pageBreakSource\">", "</meta>"));
            Assert.True(identifiers.Add(identifier));
        }
    }

    [Fact]
    public void Pages_that_the_source_marks_are_those_of_the_epub_and_the_pdf_shows_nothing_of_them()
    {
        _folder.Write("a.html");
        _folder.Write("b/a.html", TemporaryFolder.NewsArticle.Replace("وتضم", "<span role=\"doc-pagebreak\">٧</span>وتضم", StringComparison.Ordinal));

        var plain = Assert.Single(BuildAll(new(), "plain", "a.html"));
        var marked = Assert.Single(BuildAll(new(), "marked", "b/a.html"));

        Assert.DoesNotContain(plain.Findings, finding => finding.Code == "DB1110");
        Assert.Contains(marked.Findings, finding => finding.Code == "DB1110");
        Assert.Equal("unknown", Between(Package("marked/a.epub"), "\"pageBreakSource\">", "</meta>"));
        Assert.Contains("title=\"٧\"></span>وتضم", Entry("marked/a.epub", "EPUB/text/article.xhtml"), StringComparison.Ordinal);
        Assert.Equal(new FileInfo(_folder["plain/a.pdf"]).Length, new FileInfo(_folder["marked/a.pdf"]).Length);
    }

    private string Package(string book) => Entry(book, "EPUB/package.opf");

    private string Entry(string book, string name)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(_folder[book]);
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private ImmutableArray<BuildResult> BuildAll(BuildOptions options, string output, params string[] inputs) =>
        new ArticleBuilder(options).BuildAll(inputs.Select(input => ArticleInput.FromPath(_folder[input])), _folder[output], null, TestContext.Current.CancellationToken);

    private sealed class Reports : List<BuildProgress>, IProgress<BuildProgress>
    {
        internal Action<BuildProgress>? Then { get; init; }

        public void Report(BuildProgress value)
        {
            Add(value);
            Then?.Invoke(value);
        }
    }

    /// <summary>A disk that is full after so many bytes.</summary>
    private sealed class BreakingStream(int after) : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _length += buffer.Length;
            if (_length > after)
            {
                throw new IOException("No space left on device", 28);
            }
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
