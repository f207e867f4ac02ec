using DocBuilder.Conformance.Epub;
using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Rules;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Building;

/// <summary>
/// Input that cannot be built: one clear sentence with the file's name, the defined exit code, the other inputs still built, nothing left
/// half written.
/// </summary>
public sealed class BadInputTests : IDisposable
{
    private const int Built = 0, NotBuilt = 1;
    private const string Good = """
        <!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>خبر</title></head>
        <body><article><h1>خبر</h1><p>نص سليم يُبنى على كل حال.</p></article></body></html>
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[]> Impostors() => new()
    {
        { "pdf.html", [.. "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"u8] },
        { "zip.html", [.. "PK\x03\x04\x14\0\0\0\b\0"u8, .. Noise(2_000)] },
        { "noise.html", Noise(5_000) },
        { "noise.txt", Noise(5_000) },
        { "empty.html", [] },
        { "empty.txt", [] },
        { "blank.html", [.. "<!DOCTYPE html><html lang=en><title>Nothing</title><body><div> </div><script>let x = 1;</script></body></html>"u8] },
        { "spaces.txt", [.. " \n\t\n"u8] },
    };

    [Theory, MemberData(nameof(Impostors))]
    public async Task What_is_no_article_is_named_and_the_others_are_built(string name, byte[] bytes)
    {
        var result = await Build(folder.Write("good.html", Good), folder.Write(name, bytes));
        Assert.Equal(NotBuilt, result.ExitCode);
        AssertFatal(result, name);
        Assert.Equal(["good.epub", "good.pdf"], folder.Files("out"));
    }

    [Fact]
    public async Task A_missing_file_is_named_and_the_others_are_built()
    {
        var result = await Build(folder["missing.html"], folder.Write("good.html", Good));
        Assert.Equal(NotBuilt, result.ExitCode);
        AssertFatal(result, "missing.html");
        Assert.Equal(["good.epub", "good.pdf"], folder.Files("out"));
    }

    [Fact]
    public async Task A_folder_without_articles_is_named()
    {
        folder.Write("pictures/one.png", [1, 2, 3]);
        var result = await Build(folder["pictures"]);
        Assert.Equal(NotBuilt, result.ExitCode);
        AssertFatal(result, "pictures");
        Assert.Empty(folder.Files("out"));
    }

    [Fact]
    public async Task An_unknown_encoding_is_named()
    {
        var result = await Build("--encoding", "klingon-7", folder.Write("good.html", Good));
        Assert.Equal(NotBuilt, result.ExitCode);
        AssertFatal(result, "klingon-7");
        Assert.Empty(folder.Files("out"));
    }

    [Theory]
    [InlineData("missing.png", null)]
    [InlineData("broken.png", "this is no picture")]
    [InlineData("broken.jpg", "\u00ff\u00d8\u00ff and then nothing")]
    public async Task A_picture_that_is_missing_or_broken_is_named_and_its_alt_stands_for_it(string name, string? bytes)
    {
        if (bytes is not null)
        {
            folder.Write(name, System.Text.Encoding.Latin1.GetBytes(bytes));
        }

        var figure = $"<figure><img src=\"{name}\" alt=\"برج قديم\"></figure></article>";
        var result = await Build(folder.Write("page.html", Good.Replace("</article>", figure, StringComparison.Ordinal)));
        Assert.Equal(Built, result.ExitCode);
        AssertFinding(result, "page.html", name);
        await AssertRules("page.pdf");
    }

    [Theory]
    [InlineData("\U00013000", "U+13000")]
    [InlineData("\uE123", "U+E123")]
    [InlineData("\u0378", "U+0378")]
    public async Task A_character_that_no_font_has_is_named_and_kept(string character, string name)
    {
        var result = await Build(folder.Write(
            "page.html", Good.Replace("</p>", $" {character} ثم بقية الجملة.</p>", StringComparison.Ordinal)));
        Assert.Equal(Built, result.ExitCode);
        AssertFinding(result, "page.html", name);
        Assert.Contains(character, EpubText.Read(folder["out/page.epub"]), StringComparison.Ordinal);
        await AssertRules("page.pdf", isPrivate: name == "U+E123");
    }

    [Fact]
    public async Task An_output_folder_under_a_file_is_named()
    {
        var file = folder.Write("file", "in the way");
        var result = await DocBuilderCommand.Run(["build", folder.Write("good.html", Good), "-o", Path.Combine(file, "out")]);
        Assert.Equal(NotBuilt, result.ExitCode);
        AssertFatal(result, Path.Combine("file", "out"));
        Assert.Equal(["file", "good.html"], folder.Files());
    }

    [Fact]
    public async Task An_output_folder_that_the_system_refuses_is_named()
    {
        var result = await DocBuilderCommand.Run(["build", folder.Write("good.html", Good), "-o", "/proc/out"]);
        Assert.Equal(NotBuilt, result.ExitCode);
        AssertFatal(result, "/proc/out");
    }

    // A small file system of its own where that is allowed (as root), else a limit on the size of files: the writes fail either way.
    [Fact]
    public async Task A_full_disk_is_told_and_leaves_nothing_half_written()
    {
        var article = folder.Write("good.html", Good);
        var target = Directory.CreateDirectory(folder["disk"]).FullName;
        var script = $"""
            if mount -t tmpfs -o size=12k none '{target}' 2>/dev/null; then :; else ulimit -f 8; trap '' XFSZ; fi
            export DOTNET_EnableWriteXorExecute=0
            {DocBuilderCommand.ShellWords} build '{article}' -o '{target}'
            code=$?
            ls -A '{target}' | sed 's/^/left: /'
            mountpoint -q '{target}' && umount '{target}'
            exit $code
            """;
        var result = await Command.Run("bash", ["-c", script]);
        Assert.Equal(NotBuilt, result.ExitCode);
        AssertFatal(result, "good.");
        Assert.DoesNotContain("left: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_build_ends_with_130_and_leaves_whole_files_only()
    {
        var article = await File.ReadAllTextAsync(
            Path.Combine(Repository.Content, Repository.Articles[0] + ".html"), TestContext.Current.CancellationToken);
        for (var i = 0; i < 3_000; i++)
        {
            folder.Write($"many/article-{i:0000}.html", article);
        }

        var result = await DocBuilderCommand.Run(["build", folder["many"], "-o", folder["out"]], whileRunning: process =>
        {
            SpinWait.SpinUntil(() => process.HasExited || folder.Files("out").Count(file => file[0] != '.') > 4, TimeSpan.FromMinutes(2));
            using var kill = System.Diagnostics.Process.Start(
                "kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        });
        Assert.Equal(130, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        // What was done is kept for --resume.
        Assert.Contains(".docbuilder-journal", folder.Files("out"));
        var files = folder.Files("out").Where(file => file != ".docbuilder-journal").ToList();
        Assert.InRange(files.Count, 1, 5_999);
        Assert.All(files, file => Assert.True(IsWhole(folder[Path.Combine("out", file)]), file));
    }

    private static bool IsWhole(string path) => Path.GetExtension(path) switch
    {
        ".pdf" => File.ReadAllBytes(path).AsSpan().TrimEnd("\r\n"u8).EndsWith("%%EOF"u8),
        ".epub" => EpubText.Read(path).Length > 0,
        _ => false,
    };

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
#pragma warning disable CA5394 // Not for secrets: the same noise every time.
        new Random(20_260_101).NextBytes(bytes);
#pragma warning restore CA5394
        return bytes;
    }

    private Task<CommandResult> Build(params string[] arguments) => DocBuilderCommand.Run(["build", .. arguments, "-o", folder["out"]]);

    private async Task AssertRules(string name, bool isPrivate = false)
    {
        var file = await PdfFile.Open(folder[Path.Combine("out", name)]);
        var broken = RuleTable.Of("ua1-a2a").Where(rule => rule.Check(file).Count > 0).Select(rule => rule.Ids);
        // Text keeps a private-use character, which PDF/A does not take; then the claim is not made.
        Assert.Equal([], isPrivate ? broken.Where(
            ids => !ids.Contains("6.6.4", StringComparison.Ordinal) && !ids.Contains("6.2.11.7.3", StringComparison.Ordinal)) : broken);
    }

    // "name:line:column: fatal CODE: sentence": one for what could not be built.
    private static void AssertFatal(CommandResult result, string name)
    {
        var fatal = Lines(result).Where(line => line.Contains(": fatal ", StringComparison.Ordinal)).ToArray();
        Assert.True(fatal.Length == 1 && fatal[0].Contains(name, StringComparison.Ordinal), $"Not one sentence about {name}: {result}");
    }

    private static void AssertFinding(CommandResult result, string file, string name) =>
        Assert.Contains(Lines(result), line => line.Contains(file, StringComparison.Ordinal)
            && line.Contains(name, StringComparison.Ordinal));

    private static string[] Lines(CommandResult result)
    {
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", result.Error, StringComparison.Ordinal);
        return result.Error.Split('\n');
    }
}
