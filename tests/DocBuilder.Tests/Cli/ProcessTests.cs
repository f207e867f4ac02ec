using System.Diagnostics;
using DocBuilder.Tests.Building;
using Xunit;

namespace DocBuilder.Tests.Cli;

/// <summary>What only the real process shows: signals, streams, the working directory.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_default_output_folder_lies_in_the_working_directory()
    {
        _folder.Write("content/a.html");
        using var process = StartCommand("build", "content");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(["a.epub", "a.pdf", "manifest.json"], _folder.Files("output"));
        Assert.Equal([Path.Combine("output", "a.pdf"), Path.Combine("output", "a.epub")], (await output).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_while_it_waits_ends_it_with_130(string signal)
    {
        using var process = StartCommand("build", "-");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.Equal(130, await EndBy(signal, process));
        Assert.Empty(_folder.Files("output"));
    }

    [Fact]
    public async Task A_signal_in_the_middle_of_a_batch_leaves_whole_pairs_only()
    {
        for (var number = 0; number < 2_000; number++)
        {
            _folder.Write($"content/{number:D4}.html");
        }

        using var process = StartCommand("build", "content", "--quiet");
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var exitCode = await EndBy("INT", process);

        Assert.Equal(130, exitCode);
        var files = _folder.Files("output").Where(file => file != ".docbuilder-journal").ToArray();
        Assert.InRange(files.Length, 1, 3_999);
        Assert.All(files, file => Assert.Matches(@"^\d{4}\.(pdf|epub)$", file));
    }

    [Fact]
    public async Task A_limit_on_the_size_of_files_is_told_like_a_full_disk()
    {
        _folder.Write("a.html");
        // The just-in-time compiler maps its code by way of a large file unless it is told not to.
        using var process = Start("sh", "-c", $"ulimit -f 0; DOTNET_EnableWriteXorExecute=0 exec dotnet '{CommandAssembly}' build a.html --quiet");
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("a.html: fatal DB0007: ", error, StringComparison.Ordinal);
        Assert.Contains("larger than the system allows", error, StringComparison.Ordinal);
        Assert.Empty(_folder.Files("output"));
    }

    [Fact]
    public async Task A_full_standard_output_is_one_sentence()
    {
        _folder.Write("a.html");
        using var process = Start("sh", "-c", $"exec dotnet '{CommandAssembly}' build a.html --quiet > /dev/full");
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("docbuilder: Standard output cannot be written", error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_list_of_fonts_is_the_same_bytes_every_time()
    {
        var first = await OutputOf("fonts", "--language", "ar");
        var second = await OutputOf("fonts", "--language", "ar");

        Assert.Equal(first, second);
        Assert.StartsWith("\u2068Amiri\u2069، مع DocBuilder\n", System.Text.Encoding.UTF8.GetString(first), StringComparison.Ordinal);
    }

    private async Task<byte[]> OutputOf(params string[] args)
    {
        using var process = StartCommand(args);
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await error));
        return output.ToArray();
    }

    private static async Task<int> EndBy(string signal, Process process)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await Task.WhenAll(output, error);
        return process.ExitCode;
    }

    private static string CommandAssembly => Path.Combine(AppContext.BaseDirectory, "DocBuilder.Cli.dll");

    private Process StartCommand(params string[] args) => Start("dotnet", [CommandAssembly, .. args]);

    private Process Start(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("SOURCE_DATE_EPOCH");
        return Process.Start(start)!;
    }
}
