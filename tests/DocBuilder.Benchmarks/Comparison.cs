using System.Globalization;

namespace DocBuilder.Benchmarks;

/// <summary>
/// The published native command beside whatever else is installed that makes a PDF or an EPUB of an article: the same article, each in its turn, round after
/// round, so that a busy moment of the machine falls on all of them. What they make differs much, most of it being neither tagged nor archival.
/// </summary>
internal static class Comparison
{
    private const double LeastRatio = 10;
    private const string GnuTime = "/usr/bin/time";

    internal static int Run(string[] args)
    {
        var binary = Path.GetFullPath(args is [var path, ..] ? path : NativeCommand.Publish());
        var rounds = args is [_, var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 11;
        var article = Repository.Content("arabic-news.html");
        var work = Directory.CreateTempSubdirectory("docbuilder-compare-").FullName;
        try
        {
            var all = Contender.All(binary);
            var here = all.Where(contender => contender.File() is not null).Select((contender, i) => new Entry(contender, Path.Combine(work, $"{i}"))).ToList();
            foreach (var missing in all.Where(contender => contender.File() is null))
            {
                Console.Error.WriteLine($"{missing.Name} is not installed.");
            }

            foreach (var entry in here)
            {
                entry.WarmUp(article);
            }

            for (var round = 0; round < rounds; round++)
            {
                foreach (var entry in here)
                {
                    entry.Times.Add(entry.Contender.Make(article, entry.Folder).Time.TotalMilliseconds);
                }
            }

            return Report(here, rounds);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static int Report(List<Entry> entries, int rounds)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"arabic-news.html, cold processes and warm files, medians of {rounds} rounds in turn, {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processors. Memory is that of the largest process."));
        Console.WriteLine();
        Console.WriteLine("| edition | made by | time | times ours | memory | size |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|");
        foreach (var entry in entries)
        {
            var memory = entry.Memory is { } mebibytes ? string.Create(CultureInfo.InvariantCulture, $"{mebibytes:0} MiB") : "?";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {entry.Contender.Extension[1..].ToUpperInvariant()} | {entry.Contender.Name} {entry.Contender.Version()} | {entry.Median:0} ms | {Ratio(entry, entries):0.0} | {memory} | {entry.Bytes / 1024.0:0} kB |"));
        }

        var least = entries.Where(entry => entry.Contender.Extension == ".pdf").Skip(1).Select(entry => Ratio(entry, entries)).DefaultIfEmpty(double.NaN).Min();
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"bar: {LeastRatio} times faster than each of the others that make a PDF: {(double.IsNaN(least) ? "no other is installed" : least >= LeastRatio ? "met" : "missed")} ({least:0.0})"));
        return least < LeastRatio ? 1 : 0;
    }

    /// <summary>How many times longer it takes than ours does for the same edition.</summary>
    private static double Ratio(Entry entry, List<Entry> entries) => entry.Median / entries.First(other => other.Contender.Extension == entry.Contender.Extension).Median;

    private sealed class Entry(Contender contender, string folder)
    {
        public Contender Contender => contender;

        public string Folder => folder;

        public List<double> Times { get; } = [];

        public double Median => Times.Order().ElementAt(Times.Count / 2);

        public double? Memory { get; private set; }

        public long Bytes { get; private set; }

        /// <summary>Twice, since some write a profile first. Memory is measured apart, so that what measures it takes no part in the time.</summary>
        public void WarmUp(string article)
        {
            Bytes = contender.Make(article, folder).Bytes;
            var measured = File.Exists(GnuTime) ? contender.Make(article, folder, GnuTime, "-f", "%M").LastLine : "";
            Memory = double.TryParse(measured, CultureInfo.InvariantCulture, out var kibibytes) ? kibibytes / 1024 : null;
        }
    }
}
