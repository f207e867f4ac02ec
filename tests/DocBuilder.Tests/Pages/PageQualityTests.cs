using System.Globalization;
using DocBuilder.Reading;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Pages;

/// <summary>The articles in content/ on paper.</summary>
public sealed class PageQualityTests
{
    public static TheoryData<string> Articles() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root(), "content")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>More than this part of a page is a hole.</summary>
    private const double Hole = 0.2;

    [Theory, MemberData(nameof(Articles))]
    public void An_article_has_no_widows_orphans_stranded_headings_or_holes_in_any_theme_on_any_paper(string name)
    {
        var path = Path.Combine(Root(), "content", name);
        var document = new ArticleReader(new ReadingOptions()).Read(new ArticleSource(name, File.ReadAllBytes(path), Path.GetDirectoryName(path)), TestContext.Current.CancellationToken).Document!;
        var faults = new List<string>();
        foreach (var theme in ThemeFile.Names)
        {
            foreach (var (width, height) in new[] { (210.0, 297.0), (148, 210), (215.9, 279.4) })
            {
                var paper = ThemeFile.Open(theme, out _)!.ForPaper(width * PageGeometry.PointsPerMillimetre, height * PageGeometry.PointsPerMillimetre);
                var pages = PageLayout.Lay(document, paper, FontLibrary.Shipped, LayoutOptions.Default, TestContext.Current.CancellationToken);
                faults.AddRange(PageQuality.Faults(document, pages, paper.Page, Hole).Select(fault => string.Create(CultureInfo.InvariantCulture, $"{name}, {theme}, {width} × {height} mm: {fault}")));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DocBuilder.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found above the tests.");
        }

        return folder;
    }
}
