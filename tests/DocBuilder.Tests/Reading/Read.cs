using System.Text;
using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

/// <summary>Short ways to read a literal and to look at what came out.</summary>
internal static class Read
{
    private static readonly ReadingOptions Whole = new() { Scope = ArticleScope.WholePage };

    public static ReadingResult Html(string html, ReadingOptions? options = null, string? folder = null) =>
        Bytes(Encoding.UTF8.GetBytes(html), "article.html", options, folder);

    public static ReadingResult Text(string text, ReadingOptions? options = null) => Bytes(Encoding.UTF8.GetBytes(text), "article.txt", options);

    public static ReadingResult Bytes(byte[] bytes, string name, ReadingOptions? options = null, string? folder = null) =>
        new ArticleReader(options ?? new ReadingOptions()).Read(new ArticleSource(name, bytes, folder), TestContext.Current.CancellationToken);

    /// <summary>The blocks of a piece of an Arabic page, as <see cref="ModelDump.Body"/> writes them.</summary>
    public static string Arabic(string body) =>
        Body($"<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>ع</title><body><h1>ع</h1>{body}");

    /// <summary>The blocks of a piece of an English page.</summary>
    public static string English(string body) =>
        Body($"<!doctype html><html lang=en dir=ltr><meta charset=utf-8><title>T</title><body><h1>T</h1>{body}");

    public static ReadingResult EnglishPage(string body, string? folder = null) =>
        Html($"<!doctype html><html lang=en dir=ltr><meta charset=utf-8><title>T</title><body><h1>T</h1>{body}", Whole, folder);

    public static string Body(string html) => ModelDump.Body(Html(html, Whole).Document!);

    public static IEnumerable<string> Codes(ReadingResult result) => result.Findings.Select(static finding => finding.Code);

    public static string Lines(params string[] lines) => string.Join('\n', lines);
}
