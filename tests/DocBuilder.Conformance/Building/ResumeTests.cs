using System.Diagnostics;
using System.Globalization;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Building;

/// <summary>A folder build that is killed, and goes on.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Articles = 60;
    private const int Kills = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_build_killed_at_any_moment_and_resumed_leaves_the_tree_of_an_undisturbed_one()
    {
        for (var i = 0; i < Articles; i++)
        {
            _folder.Write($"in/{i % 4}/{i:00}.html", $"<!DOCTYPE html><html lang=ar dir=rtl><meta charset=utf-8><title>مقال {i}</title><article><h1>مقال {i}</h1>{string.Concat(Enumerable.Range(0, 1 + (i * 7 % 30)).Select(p => $"<p>كانت المكتبة القديمة تطل على البحر، وهذه فقرتها {p} من {i}.</p>"))}</article>");
        }

        var watch = Stopwatch.StartNew();
        Assert.Equal(0, (await DocBuilderCommand.Run(["build", _folder["in"], "-o", _folder["whole"], "--quiet"])).ExitCode);
        var whole = watch.Elapsed;
        var files = _folder.Files("whole");
        Assert.Equal((2 * Articles) + 1, files.Count);

#pragma warning disable CA5394 // Not for secrets: the same moments every time.
        var random = new Random(20_260_101);
        for (var kill = 0; kill < Kills; kill++)
        {
            if (kill % 4 == 0 && Directory.Exists(_folder["out"]))
            {
                Directory.Delete(_folder["out"], recursive: true);
            }

            var moment = whole * random.NextDouble();
#pragma warning restore CA5394
            await DocBuilderCommand.Run(["build", _folder["in"], "-o", _folder["out"], "--resume", "--quiet"], whileRunning: process =>
            {
                if (!process.WaitForExit(moment))
                {
                    process.Kill();
                }
            });
            Assert.All(_folder.Files("out").Where(file => !Path.GetFileName(file).StartsWith('.')), AssertWhole);
        }

        var resumed = await DocBuilderCommand.Run(["build", _folder["in"], "-o", _folder["out"], "--resume", "--jobs", "1"]);
        Assert.True(resumed.ExitCode == 0, resumed.ToString());
        Assert.Equal(files, _folder.Files("out"));
        Assert.All(files, AssertWhole);

        var again = await DocBuilderCommand.Run(["build", _folder["in"], "-o", _folder["out"], "--resume"]);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"0 articles built, {2 * Articles} editions; {Articles} stood there already."), again.Error, StringComparison.Ordinal);
        Assert.All(files, AssertWhole);
    }

    private void AssertWhole(string file) =>
        Assert.True(File.ReadAllBytes(_folder[Path.Combine("whole", file)]).AsSpan().SequenceEqual(File.ReadAllBytes(_folder[Path.Combine("out", file)])), file + " is not what an undisturbed build writes.");
}
