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
        using var process = Start("build", "content");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(["a.epub", "a.pdf"], _folder.Files("output"));
        Assert.Equal([Path.Combine("output", "a.pdf"), Path.Combine("output", "a.epub")], (await output).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_while_it_waits_ends_it_with_130(string signal)
    {
        using var process = Start("build", "-");
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

        using var process = Start("build", "content", "--quiet");
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var exitCode = await EndBy("INT", process);

        Assert.Equal(130, exitCode);
        var files = _folder.Files("output");
        Assert.InRange(files.Length, 1, 3_999);
        Assert.All(files, file => Assert.Matches(@"^\d{4}\.(pdf|epub)$", file));
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

    private Process Start(params string[] args)
    {
        var command = Path.Combine(AppContext.BaseDirectory, "DocBuilder.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [command, .. args])
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
