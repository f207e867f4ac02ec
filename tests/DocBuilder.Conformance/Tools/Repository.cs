namespace DocBuilder.Conformance.Tools;

/// <summary>Where things are in the working copy.</summary>
internal static class Repository
{
    /// <summary>The profile of PDF 1.7 that is built where none is asked for.</summary>
    public const string Pdf17 = "ua1-a2a";

    /// <summary>The profile of PDF 2.0.</summary>
    public const string Pdf2 = "ua2-a4";

    public static string Root { get; } = FindRoot();

    public static string Content => Path.Combine(Root, "content");

    public static string Expected => Path.Combine(Root, "tests", "expected");

    public static string Readers => Path.Combine(Root, "tests", "readers");

    public static string Snapshots => Path.Combine(Root, "tests", "DocBuilder.Conformance", "Snapshots");

    /// <summary>The articles' names: files of <c>content/</c> without their extension, sorted.</summary>
    public static IReadOnlyList<string> Articles { get; } = Directory.Exists(Content)
        ? [.. Directory.EnumerateFiles(Content)
            .Where(file => Path.GetExtension(file) is ".html" or ".htm" or ".xhtml" or ".txt" or ".md")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Texts of our own that are built for the sake of reading them back; a file says what shall be read.</summary>
    public static string ExtractionTexts => Path.Combine(Root, "tests", "DocBuilder.Conformance", "Data", "extraction");

    /// <summary>The articles and, after them, the texts of <see cref="ExtractionTexts"/>.</summary>
    public static IReadOnlyList<string> TextsToRead { get; } =
        [.. Articles, .. Directory.EnumerateFiles(ExtractionTexts).Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>The source of one of <see cref="TextsToRead"/>.</summary>
    public static string PathOfText(string name) => Directory.EnumerateFiles(Articles.Contains(name) ? Content : ExtractionTexts, name + ".*").Single();

    /// <summary>The rows of a data file: no empty lines, no lines that begin with #.</summary>
    public static IEnumerable<string> Data(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", name)).Where(line => line.Length > 0 && line[0] != '#');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DocBuilder.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests are not inside a working copy: no DocBuilder.sln above " + AppContext.BaseDirectory);
    }
}
