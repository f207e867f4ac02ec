using System.Globalization;
using System.Text;

namespace DocBuilder.Benchmarks;

/// <summary>Articles that differ in length and kind, as many as are wanted.</summary>
internal static class GeneratedArticles
{
    /// <summary>The generated texts have so many letters, at least and at most.</summary>
    internal const int Shortest = 2_000;
    internal const int Longest = 20_000;

    /// <summary>Writes the articles, the same every time: words of our own articles in another order; every tenth has a table, every seventh a picture.</summary>
    internal static long Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var words = File.ReadAllText(Path.Combine(Repository.Root, "tests", "expected", "arabic-structure.txt")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var picture = Directory.EnumerateFiles(Path.Combine(Repository.Root, "content"), "*", SearchOption.AllDirectories).First(file => Path.GetExtension(file) is ".jpg" or ".png");
        File.Copy(picture, Path.Combine(folder, "picture" + Path.GetExtension(picture)));
        long all = 0;
#pragma warning disable CA5394 // Not for secrets: the same articles every time.
        var random = new Random(20_260_101);
        for (var number = 0; number < count; number++)
        {
            var letters = random.Next(Shortest, Longest);
            var page = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8><title>مقال {number}</title></head><body><article><h1>مقال {number}</h1>"));
            for (var written = 0; written < letters;)
            {
                var length = random.Next(20, 120);
                page.Append(random.Next(6) == 0 ? $"<h2>{words[random.Next(words.Length)]} {words[random.Next(words.Length)]}</h2><p>" : "<p>");
                for (var i = 0; i < length; i++)
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
            all += letters;
            File.WriteAllText(Path.Combine(folder, number.ToString("0000", CultureInfo.InvariantCulture) + ".html"), page.ToString());
        }
#pragma warning restore CA5394

        return all;
    }
}
