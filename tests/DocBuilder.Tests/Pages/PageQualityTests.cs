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

    /// <summary>
    /// Holes that are still there, where what may not be cut takes much of a small page or of one in large print. No page may join them, and
    /// one that is mended must be taken out.
    /// </summary>
    private static readonly HashSet<string> KnownHoles = [.. File.ReadLines(Path.Combine(Root(), "tests", "DocBuilder.Tests", "Pages", "KnownHoles.txt")).Where(static line => line.Length > 0 && line[0] != '#')];

    [Theory, MemberData(nameof(Articles))]
    public void An_article_has_no_widows_orphans_or_stranded_headings_and_no_holes_but_the_known_ones_in_any_theme_on_any_paper(string name)
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

        var known = KnownHoles.Where(hole => hole.StartsWith(name + ",", StringComparison.Ordinal)).ToList();
        string[] news = [.. faults.Except(known).Select(static fault => "+ " + fault), .. known.Except(faults).Select(static hole => "- " + hole)];
        Assert.True(news.Length == 0, "Against the list of known holes:\n" + string.Join('\n', news));
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
