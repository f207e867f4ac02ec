using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DocBuilder.Benchmarks;

/// <summary>How time and memory grow with the length of a bound book, both editions, by the published native command.</summary>
internal static partial class BookLength
{
    private const double LongestSeconds = 10;
    private const double MostMebibytes = 1000;
    private const int Pages = 1_000;

    /// <summary>A page of the longest book may take by so much more than one of the shortest.</summary>
    private const double MostGrowth = 1.25;

    /// <summary>So many of the generated articles fill some 250, 500 and 1,000 pages.</summary>
    private static readonly int[] Lengths = [35, 69, 140];

    internal static int Run(string[] args)
    {
        var binary = args is [var path, ..] ? path : NativeCommand.Publish();
        var work = Directory.CreateTempSubdirectory("docbuilder-book-").FullName;
        try
        {
            Console.WriteLine($"{"articles",-10}{"letters",12}{"pages",8}{"time",12}{"CPU time",12}{"a page",12}{"memory",12}{"PDF",10}{"EPUB",10}");
            List<Measured> books = [.. Lengths.Select(length => Report(binary, work, length))];
            var (shortest, longest) = (books[0], books[^1]);
            var growth = longest.PerPage / shortest.PerPage;
            var meets = longest.Pages >= Pages && longest.Seconds < LongestSeconds && longest.Mebibytes < MostMebibytes && growth < MostGrowth;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bar: {Pages} pages under {LongestSeconds} s and {MostMebibytes} MiB, a page of the longest at most {MostGrowth} times one of the shortest: {(meets ? "met" : "missed")} ({growth:0.00} times)"));
            return meets ? 0 : 1;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>The fastest of three runs: the others tell of what else the machine did.</summary>
    private static Measured Report(string binary, string work, int articles)
    {
        const int runs = 3;
        var folder = Path.Combine(work, "in");
        var book = Path.Combine(work, "out", "book");
        var letters = GeneratedArticles.Write(folder, articles);
        string[] bind = ["bind", folder, "-o", book, "--title", "كتاب"];
        var (seconds, pages) = Enumerable.Range(0, runs).Select(_ => Time(binary, bind)).Min();
        var usage = NativeCommand.Usage(binary, [.. bind, "--quiet"]) ?? (0, seconds, 0);
        var measured = new Measured(pages, seconds, usage.Seconds, usage.Mebibytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{articles,-10}{letters,12:#,0}{pages,8}{seconds,10:0.00} s{measured.ProcessorSeconds,10:0.00} s{measured.PerPage,9:0.00} ms{measured.Mebibytes,8:0.0} MiB{Size(book + ".pdf"),10}{Size(book + ".epub"),10}"));
        Directory.Delete(folder, recursive: true);
        return measured;
    }

    private static (double Seconds, int Pages) Time(string binary, string[] args)
    {
        var begun = Stopwatch.GetTimestamp();
        using var process = NativeCommand.Start(binary, args);
        var told = process.StandardError.ReadToEnd();
        process.WaitForExit();
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return process.ExitCode == 0 && PageCount().Match(told) is { Success: true } pages
            ? (seconds, int.Parse(pages.Groups[1].Value, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException(told);
    }

    private static string Size(string path) => string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length / 1048576.0:0.0} MiB");

    /// <param name="Pages">Its pages.</param>
    /// <param name="Seconds">The time that a person waits.</param>
    /// <param name="ProcessorSeconds">The time that processors work: what growth is measured by, since it does not depend on what else runs.</param>
    /// <param name="Mebibytes">The most memory; 0 where GNU time is not installed.</param>
    private sealed record Measured(int Pages, double Seconds, double ProcessorSeconds, double Mebibytes)
    {
        /// <summary>Processor time for a page, in milliseconds.</summary>
        public double PerPage => ProcessorSeconds * 1000 / Pages;
    }

    [GeneratedRegex("and ([0-9]+) pages bound")]
    private static partial Regex PageCount();
}
