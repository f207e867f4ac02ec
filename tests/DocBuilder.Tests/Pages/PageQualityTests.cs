using DocBuilder.Documents;
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

    /// <summary>What is never cut and may go to the next page together, in lines: a heading with the room around it, three lines that it stands over, and a note.</summary>
    private const double LinesNeverCut = 7;

    /// <summary>Where a page holds many lines, more than this part of it is a hole.</summary>
    private const double Hole = 0.2;

    [Theory, MemberData(nameof(Articles))]
    public void An_article_has_no_holes_widows_orphans_or_stranded_headings_in_any_theme_on_any_paper(string name)
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
                faults.AddRange(PageQuality.Faults(document, pages, paper.Page, HoleOn(paper, document, theme)).Select(fault => $"{theme}, {width} × {height} mm: {fault}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Seven lines are more than a fifth of a small page or of one in large print; the print theme on the largest paper has no such excuse.</summary>
    private static double HoleOn(Theme theme, Document document, string name)
    {
        var line = theme.TypographyFor(LanguageScripts.ScriptOf(document.Language), document.Language).LineHeight * theme.TextSize;
        return name == ThemeFile.Names[0] && theme.Page.Height > 800 ? Hole : Math.Max(Hole, LinesNeverCut * line / theme.Page.ContentHeight);
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
