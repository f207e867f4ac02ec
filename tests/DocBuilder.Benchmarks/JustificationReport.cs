using System.Diagnostics;
using System.Globalization;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Reading;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Benchmarks;

/// <summary>
/// How even the lines are: the used word space as a part of the natural one, line by line, for every way of breaking and filling. Read from the pages, not
/// from what the line breaker meant to do.
/// </summary>
internal static class JustificationReport
{
    private const double Tight = 0.85, Loose = 1.35, TooLoose = 1.6;
    private const double BarShare = 0.99;
    private const int Letters = 1_000_000;
    private const int Rows = 10_000;

    internal static int Run()
    {
        var meets = true;
        Console.WriteLine($"{"article",-18}{"breaking",-26}{"lines",7}{"5 %",7}{"median",8}{"95 %",7}{"99 %",7}{"most",7}{"good",8}{"kashida",9}{"words",8}");
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content")).Order(StringComparer.Ordinal))
        {
            var document = Read(path);
            var name = Path.GetFileNameWithoutExtension(path);
            var firstFit = Report(name, "first fit", document, new FirstFit(), KashidaExtent.None);
            var totalFit = Report(name, "total fit", document, null, KashidaExtent.None);
            var moderate = Report(name, "total fit, kashida", document, null, KashidaExtent.Moderate);
            Report(name, "total fit, full kashida", document, null, KashidaExtent.Full);
            if (name == "arabic-news")
            {
                var isEven = moderate.Ratios.Count(Good) >= BarShare * moderate.Ratios.Count && moderate.Ratios[^1] <= TooLoose;
                var isBetter = At(totalFit.Ratios, 0.95) < At(firstFit.Ratios, 0.95);
                Console.WriteLine($"bar: with kashida {BarShare:P0} of lines between {Tight} and {Loose}, none above {TooLoose}: {(isEven ? "met" : "missed")}; total fit before first fit at 95 %: {(isBetter ? "met" : "missed")}");
                meets &= isEven && isBetter;
            }
        }

        ReportGrowth();
        return meets ? 0 : 1;
    }

    private static Document Read(string path)
    {
        var source = new ArticleSource(path, File.ReadAllBytes(path), Path.GetDirectoryName(path));
        return new ArticleReader(new ReadingOptions()).Read(source, CancellationToken.None).Document ?? throw new InvalidOperationException($"{path} is no article.");
    }

    private static Figures Report(string article, string way, Document document, ILineBreaking? breaking, KashidaExtent kashida)
    {
        var pages = PageLayout.Lay(document, Theme.Print, FontLibrary.Shipped, new LayoutOptions { Kashida = kashida }, breaking, CancellationToken.None);
        var figures = Figures.Of(pages);
        var ratios = figures.Ratios;
        if (ratios.Count > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{article,-18}{way,-26}{ratios.Count,7}{At(ratios, 0.05),7:0.00}{At(ratios, 0.5),8:0.00}{At(ratios, 0.95),7:0.00}{At(ratios, 0.99),7:0.00}{ratios[^1],7:0.00}{100.0 * ratios.Count(Good) / ratios.Count,7:0.0}%{figures.LongestKashida,6:0.00} em{100.0 * figures.Kashidas / figures.Words,7:0.0}%"));
        }

        return figures;
    }

    private static bool Good(double ratio) => ratio is >= Tight and <= Loose;

    private static double At(List<double> sorted, double part) => sorted.Count == 0 ? 1 : sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];

    /// <summary>What must grow with the length of the text, and no faster.</summary>
    private static void ReportGrowth()
    {
        var words = File.ReadAllText(Repository.Content("arabic-plain.txt")).ReplaceLineEndings(" ");
        Console.WriteLine($"{"growth",-34}{"1/4",10}{"1/2",10}{"whole",10}");
        Grow($"paragraph of {Letters:N0} letters", part => Paragraph(new StringBuilder().Insert(0, words + " ", Letters / part / words.Length).ToString()));
        Grow($"table of {Rows:N0} rows", part => Table(Rows / part));
    }

    private static void Grow(string name, Func<int, Block> block)
    {
        Console.Write($"{name,-34}");
        foreach (var part in new[] { 4, 2, 1 })
        {
            var document = Article(block(part));
            var begun = Stopwatch.GetTimestamp();
            PageLayout.Lay(document, Theme.Print, FontLibrary.Shipped, LayoutOptions.Default, CancellationToken.None);
            Console.Write($"{Stopwatch.GetElapsedTime(begun).TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s",10}");
        }

        Console.WriteLine();
    }

    private static Document Article(Block block) => new()
    {
        Language = "ar",
        Direction = TextDirection.RightToLeft,
        Metadata = new Metadata { Title = "نمو", Identifier = "urn:docbuilder:growth" },
        Numbering = NumberingSystem.ArabicIndic,
        Blocks = [block],
    };

    private static Paragraph Paragraph(string text) => new()
    {
        Language = "ar",
        Direction = TextDirection.RightToLeft,
        Inlines = [new Text { Language = "ar", Direction = TextDirection.RightToLeft, Value = text }],
    };

    private static Table Table(int rows) => new()
    {
        Language = "ar",
        Direction = TextDirection.RightToLeft,
        ColumnCount = 3,
        Groups =
        [
            new TableRowGroup
            {
                Language = "ar",
                Direction = TextDirection.RightToLeft,
                Kind = TableRowGroupKind.Body,
                Rows = [.. Enumerable.Range(0, rows).Select(row => new TableRow { Language = "ar", Direction = TextDirection.RightToLeft, Cells = [Cell(0, "النجم"), Cell(1, "في كوكبة الجبار"), Cell(2, row.ToString(CultureInfo.InvariantCulture))] })],
            },
        ],
    };

    private static TableCell Cell(int column, string text) => new() { Language = "ar", Direction = TextDirection.RightToLeft, Column = column, Blocks = [Paragraph(text)] };

    /// <summary>What the pages show.</summary>
    /// <param name="Ratios">The word space of every filled line of running text, as a part of the natural one, ascending.</param>
    /// <param name="LongestKashida">In ems.</param>
    /// <param name="Kashidas">How many words are lengthened.</param>
    /// <param name="Words">How many words the filled lines have.</param>
    private sealed record Figures(List<double> Ratios, double LongestKashida, int Kashidas, int Words)
    {
        public static Figures Of(PageSet pages)
        {
            var ratios = new List<double>();
            double longest = 0;
            var (kashidas, words) = (0, 0);
            foreach (var line in pages.Pages.SelectMany(page => page.Items.OfType<TextFragment>().Where(f => !f.Owner.IsArtifact).GroupBy(f => Math.Round(f.Y, 2))))
            {
                double natural = 0, used = 0;
                foreach (var run in line.SelectMany(fragment => fragment.Runs))
                {
                    var scale = run.Size / run.Face.UnitsPerEm;
                    foreach (var glyph in run.Glyphs.Where(glyph => glyph.Stretch != 0 && LineMeasure.IsStretchable(run.Text[glyph.Cluster])))
                    {
                        natural += glyph.Advance * scale;
                        used += (glyph.Advance * scale) + glyph.Stretch;
                        words++;
                    }

                    foreach (var length in StrokesOf(run))
                    {
                        kashidas++;
                        longest = Math.Max(longest, length);
                    }
                }

                if (natural > 0)
                {
                    ratios.Add(used / natural);
                }
            }

            ratios.Sort();
            return new Figures(ratios, longest, kashidas, Math.Max(1, words));
        }

        private static IEnumerable<double> StrokesOf(GlyphRun run)
        {
            var tatweel = run.Face.GlyphFor(new Rune(0x640));
            double units = 0;
            foreach (var glyph in run.Glyphs)
            {
                if (glyph.Id == tatweel && tatweel != 0 && run.Text[glyph.Cluster] != '\u0640')
                {
                    units += glyph.Advance;
                }
                else if (units > 0)
                {
                    yield return units / run.Face.UnitsPerEm;
                    units = 0;
                }
            }
        }
    }
}
