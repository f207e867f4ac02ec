using System.Diagnostics;
using System.Globalization;
using CsCheck;
using DocBuilder.Documents;
using DocBuilder.Reading;
using DocBuilder.Tests.Reading;

namespace DocBuilder.Benchmarks;

/// <summary>
/// Reads sources that nobody would write, for as many minutes as are asked for. A source that makes reading throw, hang or break a promise of the
/// model is kept in a file, from which a test can be made.
/// </summary>
internal static class FuzzReading
{
    private const double LongestSeconds = 20;
    private const long MostMemory = 1L << 30;

    internal static int Run(string[] args)
    {
        var minutes = args is [var number, ..] ? double.Parse(number, CultureInfo.InvariantCulture) : 5;
        var corpus = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "DocBuilder.Tests", "Corpus")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        var sources = HostilePages.All(corpus);
        var random = args is [_, var seed, ..] ? PCG.Parse(seed) : new PCG((uint)Environment.ProcessId);
        var reader = new ArticleReader(new ReadingOptions());
        var watch = Stopwatch.StartNew();
        int read = 0, failed = 0;
        double slowest = 0;
        while (watch.Elapsed.TotalMinutes < minutes && failed < 20)
        {
            var state = random.ToString();
            var (name, bytes) = sources.Generate(random, null, out _);
            var start = watch.Elapsed.TotalSeconds;
            var problem = Try(reader, name, bytes);
            var seconds = watch.Elapsed.TotalSeconds - start;
            slowest = Math.Max(slowest, seconds);
            read++;
            problem ??= seconds > LongestSeconds ? string.Create(CultureInfo.InvariantCulture, $"took {seconds:0.0} s") : null;
            if (problem is not null)
            {
                var file = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"fuzz-{++failed}-{name}"));
                File.WriteAllBytes(file, bytes);
                Console.WriteLine($"{state} {file}: {problem}");
            }
        }

        var memory = Process.GetCurrentProcess().PeakWorkingSet64;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{read} sources in {watch.Elapsed.TotalMinutes:0.0} minutes, {failed} failed, slowest {slowest:0.00} s, memory at most {memory >> 20} MiB"));
        return failed == 0 && memory < MostMemory ? 0 : 1;
    }

    private static string? Try(ArticleReader reader, string name, byte[] bytes)
    {
        try
        {
            var result = reader.Read(new ArticleSource(name, bytes, null));
            return result.Document is { } document
                ? ModelPromises.BrokenBy(document) is [var broken, ..] ? broken : null
                : result.Findings.Any(static finding => finding.Severity == FindingSeverity.Fatal) ? null : "no document and no sentence why";
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
}
