using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DocBuilder.Benchmarks;

/// <summary>What an archive waits for: a folder of articles that differ in length and kind, both editions, by the published native command.</summary>
internal static class FolderRate
{
    private const int Articles = 1000;
    private const double LeastRate = 100;
    private const double LeastGain = 1.7;

    /// <summary>The generated texts have so many letters, at least and at most.</summary>
    private const int Shortest = 2_000;
    private const int Longest = 20_000;

    internal static int Run(string[] args)
    {
        var binary = args is [var path, ..] ? path : NativeCommand.Publish();
        var work = Directory.CreateTempSubdirectory("docbuilder-folder-").FullName;
        try
        {
            var folder = Path.Combine(work, "in");
            var letters = Generate(folder);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Articles} articles of {Shortest} to {Longest} letters, {letters / Articles} on average"));
            Console.WriteLine($"{"articles",-10}{"jobs",6}{"time",12}{"articles/s",14}{"memory",12}");
            Report(binary, folder, work, Articles / 10, 2);
            Report(binary, folder, work, Articles / 2, 2);
            var two = Report(binary, folder, work, Articles, 2);
            var one = Report(binary, folder, work, Articles, 1);
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
        var part = Path.Combine(work, "part");
        Directory.CreateDirectory(part);
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) != ".html").Concat(Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal).Take(count)))
        {
            File.Copy(file, Path.Combine(part, Path.GetFileName(file)));
        }

        var output = Path.Combine(work, "out");
        var begun = Stopwatch.GetTimestamp();
        var memory = NativeCommand.PeakMemory(binary, ["build", part, "-o", output, "--quiet", "--jobs", jobs.ToString(CultureInfo.InvariantCulture)]);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,-10}{jobs,6}{seconds,10:0.00} s{count / seconds,14:0.0}{(memory is { } mebibytes ? $"{mebibytes:0.0} MiB" : "?"),12}"));
        Directory.Delete(part, recursive: true);
        Directory.Delete(output, recursive: true);
        return seconds;
    }

    /// <summary>Writes the articles, the same every time: words of our own articles in another order; every tenth has a table, every seventh a picture.</summary>
    private static long Generate(string folder)
    {
        Directory.CreateDirectory(folder);
        var words = File.ReadAllText(Path.Combine(Repository.Root, "tests", "expected", "arabic-structure.txt")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var picture = Directory.EnumerateFiles(Path.Combine(Repository.Root, "content"), "*", SearchOption.AllDirectories).First(file => Path.GetExtension(file) is ".jpg" or ".png");
        File.Copy(picture, Path.Combine(folder, "picture" + Path.GetExtension(picture)));
        long letters = 0;
#pragma warning disable CA5394 // Not for secrets: the same articles every time.
        var random = new Random(20_260_101);
        for (var number = 0; number < Articles; number++)
        {
            var length = random.Next(Shortest, Longest);
            var page = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8><title>مقال {number}</title></head><body><article><h1>مقال {number}</h1>"));
            for (var written = 0; written < length;)
            {
                var count = random.Next(20, 120);
                page.Append(random.Next(6) == 0 ? $"<h2>{words[random.Next(words.Length)]} {words[random.Next(words.Length)]}</h2><p>" : "<p>");
                for (var i = 0; i < count; i++)
                {
                    var word = words[random.Next(words.Length)];
                    page.Append(System.Net.WebUtility.HtmlEncode(word)).Append(' ');
                    written += word.Length + 1;
                }

                page.Append("</p>");
            }

            if (number % 10 == 0)
            {
                page.Append("<table><tr><th scope=col>السنة<th scope=col>العدد</tr>").Append(string.Concat(Enumerable.Range(0, 12).Select(row => string.Create(CultureInfo.InvariantCulture, $"<tr><td>{1990 + row}<td>{random.Next(10_000)}</tr>")))).Append("</table>");
            }

            if (number % 7 == 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"<figure><img src=\"picture{Path.GetExtension(picture)}\" alt=\"صورة\"><figcaption>صورة من المقال.</figcaption></figure>");
            }

            page.Append("</article></body></html>");
            letters += length;
            File.WriteAllText(Path.Combine(folder, number.ToString("0000", CultureInfo.InvariantCulture) + ".html"), page.ToString());
        }
#pragma warning restore CA5394

        return letters;
    }
}
