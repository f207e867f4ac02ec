using System.Diagnostics;
using System.Globalization;

namespace DocBuilder.Benchmarks;

/// <summary>What an archive waits for: a folder of articles that differ in length and kind, both editions, by the published native command.</summary>
internal static class FolderRate
{
    private const int Articles = 1000;
    private const double LeastRate = 100;
    private const double LeastGain = 1.7;

    // Making files and writing them takes a twentieth; more is what the machine does besides.
    private const double MostInSystem = 0.1;

    internal static int Run(string[] args)
    {
        var binary = args is [var path, ..] ? path : NativeCommand.Publish();
        var work = Directory.CreateTempSubdirectory("docbuilder-folder-").FullName;
        try
        {
            var folder = Path.Combine(work, "in");
            var letters = GeneratedArticles.Write(folder, Articles);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Articles} articles of {GeneratedArticles.Shortest} to {GeneratedArticles.Longest} letters, {letters / Articles} on average"));
            Console.WriteLine($"{"articles",-10}{"jobs",6}{"time",12}{"articles/s",14}{"memory",12}{"CPU time",12}{"system",9}");
            Report(binary, folder, work, Articles / 10, 2);
            Report(binary, folder, work, Articles / 2, 2);
            var two = Report(binary, folder, work, Articles, 2);
            var one = Report(binary, folder, work, Articles, 1);
            Console.WriteLine(MemoryOverTime.Report(binary, Path.Combine(work, $"in-{Articles}-1"), Path.Combine(work, "out-memory"), Articles));
            var gain = one / two;
            var rate = Articles / two;
            var meets = rate >= LeastRate && gain >= LeastGain;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bar: {LeastRate} articles a second with two jobs, {LeastGain} times as fast as one: {(meets ? "met" : "missed")} ({rate:0} and {gain:0.00})"));
            return meets ? 0 : 1;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static double Report(string binary, string folder, string work, int count, int jobs)
    {
        // Nothing is deleted before the end: for a minute or more some file systems look at every file that was, whenever they make a new one.
        var part = Path.Combine(work, $"in-{count}-{jobs}");
        Directory.CreateDirectory(part);
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) != ".html").Concat(Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal).Take(count)))
        {
            File.Copy(file, Path.Combine(part, Path.GetFileName(file)));
        }

        var output = Path.Combine(work, $"out-{count}-{jobs}");
        var begun = Stopwatch.GetTimestamp();
        var usage = NativeCommand.Usage(binary, ["build", part, "-o", output, "--quiet", "--jobs", jobs.ToString(CultureInfo.InvariantCulture)]);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var cost = usage is { } used ? string.Create(CultureInfo.InvariantCulture, $"{used.Mebibytes,8:0.0} MiB{used.Seconds,10:0.00} s{used.SystemSeconds / used.Seconds,9:P0}") : $"{"?",12}{"?",12}{"?",9}";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,-10}{jobs,6}{seconds,10:0.00} s{count / seconds,14:0.0}{cost}"));
        if (usage is { } all && all.SystemSeconds > MostInSystem * all.Seconds)
        {
            Console.WriteLine("Too much of this is the system's. Where files were deleted a short while ago, ext4 looks at each before it makes a new one: sync, wait for two minutes, and measure again.");
        }

        return seconds;
    }
}
