using System.Diagnostics;
using System.Globalization;

namespace DocBuilder.Benchmarks;

/// <summary>
/// What a person waits for: the whole life of the command, from the start of the process to its end, on one article. The files are in the
/// system's cache; nothing else is warm.
/// </summary>
internal static class ColdStart
{
    private const double LongestMilliseconds = 60;
    private const double MostMebibytes = 60;
    private const int WarmUps = 3;

    internal static int Run(string[] args)
    {
        var binary = args is [var path, ..] ? path : NativeCommand.Publish();
        var runs = args is [_, var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 31;
        var output = Directory.CreateTempSubdirectory("docbuilder-cold-").FullName;
        try
        {
            string[] build = ["build", Repository.Content("arabic-news.html"), "-o", output, "--quiet"];
            Console.WriteLine($"{"arabic-news.html",-18}{"median",10}{"fastest",10}{"slowest",10}{"memory",10}");
            var both = Report("both editions", binary, build, runs);
            Report("PDF only", binary, [.. build, "--edition", "pdf"], runs);
            Report("EPUB only", binary, [.. build, "--edition", "epub"], runs);
            Report("--version", binary, ["--version"], runs);
            var meets = both.Median < LongestMilliseconds && both.Memory is null or < MostMebibytes;
            Console.WriteLine($"bar: both editions under {LongestMilliseconds} ms and {MostMebibytes} MiB: {(meets ? "met" : "missed")} ({runs} runs)");
            return meets ? 0 : 1;
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static (double Median, double? Memory) Report(string name, string binary, string[] args, int runs)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            Time(binary, args);
        }

        var times = Enumerable.Range(0, runs).Select(_ => Time(binary, args)).Order().ToArray();
        var median = times[runs / 2];
        var memory = NativeCommand.PeakMemory(binary, args);
        var shown = memory is { } mebibytes ? Show(mebibytes, "MiB") : "?";
        Console.WriteLine($"{name,-18}{Show(median, "ms"),10}{Show(times[0], "ms"),10}{Show(times[^1], "ms"),10}{shown,10}");
        return (median, memory);
    }

    private static string Show(double number, string unit) => number.ToString("F1", CultureInfo.InvariantCulture) + " " + unit;

    private static double Time(string binary, string[] args)
    {
        var begun = Stopwatch.GetTimestamp();
        using var process = NativeCommand.Start(binary, args);
        process.WaitForExit();
        var time = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return process.ExitCode == 0 ? time : throw new InvalidOperationException(process.StandardError.ReadToEnd());
    }
}
