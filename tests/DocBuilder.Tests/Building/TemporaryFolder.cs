using System.Text;

namespace DocBuilder.Tests.Building;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal const string NewsArticle = """
        <!DOCTYPE html>
        <html lang="ar" dir="rtl">
        <head><meta charset="utf-8"><title>افتتاح مكتبة المدينة</title><meta property="article:published_time" content="2026-03-12T09:00:00+03:00"></head>
        <body><article><h1>افتتاح مكتبة المدينة</h1>
        <p>افتُتحت يوم الخميس مكتبة المدينة بعد أعمال ترميم دامت سنتين، وتضم ١٢٠ ألف كتاب (منها 3.5% مخطوطات).</p>
        <p>وقال مدير المكتبة: «الدخول مجاني للجميع طوال الأسبوع الأول».</p></article></body>
        </html>
        """;

    internal TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory("docbuilder-tests-").FullName;
    }

    internal string Path { get; }

    internal string this[string relativePath] => System.IO.Path.Combine(Path, relativePath);

    /// <summary>Every file below the folder, hidden ones too, in ordinal order, with <c>/</c> between names.</summary>
    internal string[] Files(string below = "") =>
        Directory.Exists(this[below])
            ? [.. Directory.EnumerateFiles(this[below], "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                .Select(file => System.IO.Path.GetRelativePath(this[below], file).Replace('\\', '/')).Order(StringComparer.Ordinal)]
            : [];

    internal string Write(string relativePath, string text = NewsArticle)
    {
        var path = this[relativePath];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
