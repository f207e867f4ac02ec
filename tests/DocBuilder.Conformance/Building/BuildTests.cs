using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Building;

/// <summary>The main job: one command, both editions of every article, the same bytes every time.</summary>
public sealed class BuildTests(Editions editions)
{
    [Fact]
    public void Both_editions_of_every_article_are_built()
    {
        Assert.Equal(0, editions.Build.ExitCode);
        var expected = Repository.Articles.SelectMany(article => new[] { article + ".epub", article + ".pdf" }).Append("manifest.json")
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, Directory.EnumerateFiles(editions.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(editions.Folder, file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Standard_output_is_the_paths_written_and_nothing_else()
    {
        var lines = editions.Build.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2 * Repository.Articles.Count, lines.Length);
        Assert.All(lines, line => Assert.True(File.Exists(Path.Combine(Repository.Root, line)), line));
    }

    [Fact]
    public void Every_article_has_its_text_written_by_hand() =>
        Assert.Equal(Repository.Articles, Directory.EnumerateFiles(Repository.Expected, "*.txt").Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal));

    // The second build is the native binary's where there is one, so this also holds the two forms of the command to each other.
    [Fact]
    public async Task A_second_build_elsewhere_later_and_in_another_time_zone_writes_the_same_bytes()
    {
        using var elsewhere = new TemporaryFolder();
        CopyContent(elsewhere["other folder/articles"]);
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string> { ["TZ"] = "Asia/Kathmandu", ["LANG"] = "ar_EG.UTF-8", ["HOME"] = elsewhere.Path };
        var result = await DocBuilderCommand.Run(
            ["build", "articles", "-o", elsewhere["editions"]], elsewhere["other folder"], environment);
        Assert.True(result.ExitCode == 0, result.ToString());
        foreach (var file in Directory.EnumerateFiles(editions.Folder))
        {
            var again = elsewhere[Path.Combine("editions", Path.GetFileName(file))];
            Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(again)), $"{Path.GetFileName(file)} differs");
        }
    }

    private static void CopyContent(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Repository.Content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            File.SetLastWriteTimeUtc(copy, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }
    }
}
