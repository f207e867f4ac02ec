using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DocBuilder.Benchmarks;

/// <summary>A program that makes an edition of an article.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Extension">The edition it makes, as its file ends.</param>
/// <param name="Program">The name or path of the program.</param>
/// <param name="Arguments">What it is told: of which article, into which folder, and in which other folder it may keep what it keeps from run to run.</param>
internal sealed partial record Contender(string Name, string Extension, string Program, Func<string, string, string, string[]> Arguments)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Ours first, since the others are held to it; each as its own documentation says, with nothing left out that would make it faster.</summary>
    internal static IReadOnlyList<Contender> All(string binary) =>
    [
        new("DocBuilder", ".pdf", binary, static (article, output, _) => ["build", article, "--edition", "pdf", "-o", output, "--quiet"]),
        new("WeasyPrint", ".pdf", "weasyprint", static (article, output, _) => [article, Path.Combine(output, "article.pdf")]),
        new("Chromium", ".pdf", "chromium", static (article, output, kept) =>
            ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", $"--user-data-dir={kept}", $"--print-to-pdf={Path.Combine(output, "article.pdf")}", new Uri(article).AbsoluteUri]),
        new("LibreOffice", ".pdf", "soffice", static (article, output, kept) =>
            [$"-env:UserInstallation={new Uri(kept).AbsoluteUri}", "--headless", "--convert-to", "pdf", "--outdir", output, article]),
        new("DocBuilder", ".epub", binary, static (article, output, _) => ["build", article, "--edition", "epub", "-o", output, "--quiet"]),
        new("pandoc", ".epub", "pandoc", static (article, output, _) => [$"--resource-path={Path.GetDirectoryName(article)}", article, "-o", Path.Combine(output, "article.epub")]),
        new("calibre", ".epub", "ebook-convert", static (article, output, _) => [article, Path.Combine(output, "article.epub")]),
    ];

    /// <summary>The program's file; null where it is not installed.</summary>
    internal string? File() => Path.IsPathFullyQualified(Program) ? Program
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, Program)).FirstOrDefault(System.IO.File.Exists);

    /// <summary>The version that the program tells of itself.</summary>
    internal string Version()
    {
        using var process = Start(Program, ["--version"], out var told);
        process.WaitForExit();
        return VersionNumber().Match(told.Result).Value;
    }

    /// <summary>Makes the edition once, anew.</summary>
    /// <param name="article">The article.</param>
    /// <param name="folder">A folder for this contender.</param>
    /// <param name="under">A program that is to start this one, with its arguments; none to start it at once.</param>
    /// <returns>The time from the start of the process to its end, the edition's bytes, and what was told last on standard error.</returns>
    internal (TimeSpan Time, long Bytes, string LastLine) Make(string article, string folder, params string[] under)
    {
        var output = Path.Combine(folder, "out");
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        Directory.CreateDirectory(output);
        string[] words = [.. under, Program, .. Arguments(article, output, Path.Combine(folder, "kept"))];
        var begun = Stopwatch.GetTimestamp();
        using var process = Start(words[0], words[1..], out _, out var error);
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Name} did not end within {Patience.TotalMinutes} minutes.");
        }

        var time = Stopwatch.GetElapsedTime(begun);
        var edition = Directory.EnumerateFiles(output, "*" + Extension).SingleOrDefault();
        return process.ExitCode == 0 && edition is not null
            ? (time, new FileInfo(edition).Length, error.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "")
            : throw new InvalidOperationException($"{Name} made no edition (exit code {process.ExitCode}): {error.Result}");
    }

    private static Process Start(string program, string[] arguments, out Task<string> output) => Start(program, arguments, out output, out _);

    private static Process Start(string program, string[] arguments, out Task<string> output, out Task<string> error)
    {
        var process = NativeCommand.Start(program, arguments);
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
        return process;
    }

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex VersionNumber();
}
