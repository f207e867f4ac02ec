using System.Text.Json;
using DocBuilder.Batches;
using DocBuilder.Documents;
using Xunit;

namespace DocBuilder.Tests.Building;

/// <summary>Folders of articles: several at once, the manifest, and going on where an earlier batch ended.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Many_jobs_give_the_files_that_one_gives()
    {
        WriteArticles(12);
        Build("one", new() { Jobs = 1 });
        Build("many", new() { Jobs = 5 });

        Assert.Equal(25, _folder.Files("one").Length);
        AssertSameTree("one", "many");
    }

    [Theory, InlineData(Edition.Pdf), InlineData(Edition.Epub)]
    public void An_article_alone_is_the_same_whether_its_pages_are_laid_beside_it_or_before_it(Edition edition)
    {
        WriteArticles(1);
        var builder = new ArticleBuilder(new BuildOptions { Editions = [edition] });
        foreach (var jobs in new[] { 1, 4 })
        {
            builder.BuildAll([ArticleInput.FromPath(_folder["in/000.html"])], _folder[$"jobs{jobs}"], new BatchOptions { Jobs = jobs }, null, TestContext.Current.CancellationToken);
        }

        Assert.Single(_folder.Files("jobs1"));
        AssertSameTree("jobs1", "jobs4");
    }

    [Fact]
    public void Results_come_in_the_order_of_the_articles_whatever_takes_longer()
    {
        WriteArticles(3);
        File.WriteAllText(_folder["in/0.html"], $"<article><h1>عنوان</h1>{string.Concat(Enumerable.Repeat("<p>كانت المكتبة القديمة تطل على البحر.</p>", 2000))}</article>");
        var told = new List<BuildProgress>();

        var results = Build("out", new() { Jobs = 4 }, new Told(told));

        Assert.Equal(results.Select(result => result.Source), told.Where(step => step.Result is not null).Select(step => step.Source));
        Assert.Equal(results.Select(result => result.Source).Order(StringComparer.Ordinal), results.Select(result => result.Source));
        Assert.Equal(Enumerable.Range(1, 4), told.Where(step => step.Result is not null).Select(step => step.Completed));
    }

    [Theory, InlineData(1), InlineData(3)]
    public void Failing_fast_begins_nothing_after_the_first_failure(int jobs)
    {
        WriteArticles(400);
        _folder.Write("in/003.html", "");

        var results = Build("out", new() { Jobs = jobs, FailFast = true });

        Assert.NotNull(results[3].Failure);
        Assert.InRange(results.Length, 4, 300);
        Assert.All(results.Where(result => result.Failure is null), result => Assert.True(File.Exists(result.Editions[0].Path)));
        Assert.Equal(results.Count(result => result.Failure is null) * 2, _folder.Files("out").Count(file => !file.EndsWith("manifest.json", StringComparison.Ordinal)));
    }

    [Fact]
    public void One_failure_does_not_hinder_the_rest()
    {
        WriteArticles(6);
        _folder.Write("in/003.html", "");

        var results = Build("out", new() { Jobs = 2 });

        Assert.Single(results, result => result.Failure is not null);
        Assert.Equal(6, results.Length);
    }

    [Fact]
    public void A_cancelled_batch_ends_with_the_cancellation_and_keeps_its_journal()
    {
        WriteArticles(200);
        using var source = new CancellationTokenSource();
        var progress = new Told([], step =>
        {
            if (step is { Completed: 3, Result: not null })
            {
                source.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() => new ArticleBuilder(new()).BuildAll([ArticleInput.FromPath(_folder["in"])], _folder["out"], new BatchOptions { Jobs = 2 }, progress, source.Token));

        Assert.True(File.Exists(_folder["out/.docbuilder-journal"]));
        Assert.False(File.Exists(_folder["out/manifest.json"]));
        Build("out", new() { Resume = true });
        Build("whole", new());
        AssertSameTree("whole", "out");
    }

    [Fact]
    public void The_manifest_tells_what_every_file_is()
    {
        WriteArticles(2);
        _folder.Write("in/sub/empty.html", "");
        Build("out", new());

        using var manifest = JsonDocument.Parse(File.ReadAllBytes(_folder["out/manifest.json"]));
        var articles = manifest.RootElement.GetProperty("articles").EnumerateArray().ToList();
        Assert.Equal(["000.html", "001.html", "sub/empty.html"], articles.Select(article => article.GetProperty("source").GetString()));
        Assert.Equal(Hash("in/000.html"), articles[0].GetProperty("sha256").GetString());
        var print = articles[0].GetProperty("editions")[0];
        Assert.Equal("000.pdf", print.GetProperty("path").GetString());
        Assert.Equal(Hash("out/000.pdf"), print.GetProperty("sha256").GetString());
        Assert.Equal(1, print.GetProperty("pages").GetInt32());
        Assert.Equal("fatal", articles[2].GetProperty("findings")[0].GetProperty("severity").GetString());
        Assert.Empty(articles[2].GetProperty("editions").EnumerateArray());

        string Hash(string file) => Convert.ToHexStringLower(Sha256.HashData(File.ReadAllBytes(_folder[file])));
    }

    [Fact]
    public void Resuming_passes_over_what_is_as_it_was_and_builds_what_is_not()
    {
        WriteArticles(6);
        Build("out", new());
        File.AppendAllText(_folder["in/001.html"], "<p>جملة جديدة.</p>");
        File.Delete(_folder["out/002.epub"]);
        File.AppendAllText(_folder["out/003.pdf"], "%");

        var results = Build("out", new() { Resume = true, Jobs = 2 });

        Assert.Equal([true, false, false, false, true, true], results.Select(result => result.IsUpToDate));
        Build("whole", new());
        AssertSameTree("whole", "out");
    }

    [Fact]
    public void Resuming_notices_a_picture_that_changed()
    {
        _folder.Write("in/a.html", "<article><h1>صورة</h1><p>نص.</p><img src='p.svg' alt='مربع'></article>");
        _folder.Write("in/p.svg", Picture("red"));
        Build("out", new());
        Assert.True(Build("out", new() { Resume = true })[0].IsUpToDate);

        _folder.Write("in/p.svg", Picture("blue"));
        Assert.False(Build("out", new() { Resume = true })[0].IsUpToDate);

        static string Picture(string color) => $"<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='10' height='10' fill='{color}'/></svg>";
    }

    [Fact]
    public void Resuming_with_other_options_builds_everything_anew()
    {
        WriteArticles(3);
        Build("out", new());

        var results = new ArticleBuilder(new() { PageSize = PageSize.A5 }).BuildAll([ArticleInput.FromPath(_folder["in"])], _folder["out"], new BatchOptions { Resume = true }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.All(results, result => Assert.False(result.IsUpToDate));
    }

    [Fact]
    public void A_journal_that_ends_in_the_middle_of_a_line_counts_up_to_there()
    {
        WriteArticles(3);
        Build("out", new());
        var lines = new List<string>();
        using (var manifest = JsonDocument.Parse(File.ReadAllBytes(_folder["out/manifest.json"])))
        {
            lines.Add($"{{\"version\":\"{manifest.RootElement.GetProperty("version").GetString()}\",\"options\":\"{manifest.RootElement.GetProperty("options").GetString()}\"}}");
            lines.AddRange(manifest.RootElement.GetProperty("articles").EnumerateArray().Select(article => article.GetRawText().ReplaceLineEndings("")));
        }

        File.Delete(_folder["out/manifest.json"]);
        File.WriteAllText(_folder["out/.docbuilder-journal"], string.Join('\n', lines[..3]) + "\n" + lines[3][..40]);
        File.WriteAllText(_folder["out/.000.pdf.tmp-0123abcd"], "unfinished");

        Assert.Equal([true, true, false], Build("out", new() { Resume = true }).Select(result => result.IsUpToDate));
        Assert.Equal(7, _folder.Files("out").Length);
    }

    [Theory, InlineData("{"), InlineData("[]"), InlineData("{\"version\":1}"), InlineData("{\"articles\":3}")]
    public void A_manifest_that_is_none_counts_for_nothing(string text)
    {
        WriteArticles(1);
        Directory.CreateDirectory(_folder["out"]);
        File.WriteAllText(_folder["out/manifest.json"], text);

        Assert.False(Build("out", new() { Resume = true })[0].IsUpToDate);
    }

    [Fact]
    public void Every_option_is_in_the_digest_of_the_options()
    {
        var given = new Dictionary<string, BuildOptions>
        {
            [nameof(BuildOptions.Editions)] = new() { Editions = [Edition.Pdf] },
            [nameof(BuildOptions.Language)] = new() { Language = "fa" },
            [nameof(BuildOptions.Direction)] = new() { Direction = TextDirection.LeftToRight },
            [nameof(BuildOptions.Title)] = new() { Title = "عنوان" },
            [nameof(BuildOptions.Authors)] = new() { Authors = ["كاتب"] },
            [nameof(BuildOptions.Encoding)] = new() { Encoding = "windows-1256" },
            [nameof(BuildOptions.WholePage)] = new() { WholePage = true },
            [nameof(BuildOptions.PageSize)] = new() { PageSize = PageSize.A5 },
            [nameof(BuildOptions.Theme)] = new() { Theme = PrintTheme.Open("clear", out _)! },
            [nameof(BuildOptions.Print)] = new() { Print = new() { Gutter = 3 } },
            [nameof(BuildOptions.FontFolders)] = new() { FontFolders = [_folder.Write("fonts/a.ttf") is { } font ? Path.GetDirectoryName(font)! : ""] },
            [nameof(BuildOptions.Date)] = new() { Date = DateTimeOffset.UnixEpoch },
            [nameof(BuildOptions.BaseFolder)] = new() { BaseFolder = "/" },
            [nameof(BuildOptions.Epub)] = new() { Epub = new() { HasFonts = false } },
            [nameof(BuildOptions.Strict)] = new() { Strict = true },
            [nameof(BuildOptions.IgnoredCodes)] = new() { IgnoredCodes = ["DB1505"] },
            [nameof(BuildOptions.Limits)] = new() { Limits = Limits.Default with { SourceBytes = 1 } },
        };

        Assert.Equal(typeof(BuildOptions).GetProperties().Select(property => property.Name).Order(), given.Keys.Order());
        BuildOptions[] others = [new(), new() { Print = new() { Profile = PrintProfile.Find("ua2-a4")! } }, new() { Epub = new() { Cover = EpubCover.None } }];
        Assert.Equal(given.Count + others.Length, given.Values.Concat(others).Select(OptionsDigest.Of).Distinct().Count());
        Assert.Equal(OptionsDigest.Of(new()), OptionsDigest.Of(new()));
    }

    private void WriteArticles(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _folder.Write($"in/{i:000}.html", $"<!DOCTYPE html><html lang='ar' dir='rtl'><title>مقال {i}</title><article><h1>مقال {i}</h1><p>كانت المكتبة القديمة تطل على البحر، وهذا هو المقال رقم {i}.</p></article>");
        }
    }

    private BuildResult[] Build(string output, BatchOptions options, IProgress<BuildProgress>? progress = null) =>
        [.. new ArticleBuilder(new()).BuildAll([ArticleInput.FromPath(_folder["in"])], _folder[output], options, progress, TestContext.Current.CancellationToken)];

    private void AssertSameTree(string one, string other)
    {
        Assert.Equal(_folder.Files(one), _folder.Files(other));
        Assert.All(_folder.Files(one), file => Assert.True(File.ReadAllBytes(_folder[Path.Combine(one, file)]).AsSpan().SequenceEqual(File.ReadAllBytes(_folder[Path.Combine(other, file)])), file));
    }

    private sealed class Told(List<BuildProgress> steps, Action<BuildProgress>? then = null) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            steps.Add(value);
            then?.Invoke(value);
        }
    }
}
