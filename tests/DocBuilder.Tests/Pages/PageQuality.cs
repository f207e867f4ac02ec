using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Tests.Pages;

/// <summary>Finds what a printer would not let pass: holes, widows and orphans, stranded headings.</summary>
internal static class PageQuality
{
    /// <summary>Lines of one paragraph are further apart than this, raised words and their line are not, in points.</summary>
    private const double LeastLineHeight = 6;

    /// <summary>The largest empty band of a page's text area, as a part of its height.</summary>
    public static double LargestGap(Page page, PageGeometry geometry)
    {
        double reached = geometry.Top, largest = 0;
        foreach (var (top, bottom) in page.Items.Where(i => i is not LinkArea && !IsFurniture(i)).Select(Extent).OrderBy(e => e.Top))
        {
            largest = Math.Max(largest, top - reached);
            reached = Math.Max(reached, bottom);
        }

        return Math.Max(largest, page.Height - geometry.Bottom - reached) / geometry.ContentHeight;
    }

    /// <summary>Everything that is wrong with the pages of a document. Rows of tables are cut by rules of their own.</summary>
    /// <param name="document">The document.</param>
    /// <param name="pages">Its pages.</param>
    /// <param name="geometry">The size and margins of an upright page.</param>
    /// <param name="largestHole">The part of a page that may be empty before the last page.</param>
    public static IEnumerable<string> Faults(Document document, PageSet pages, PageGeometry geometry, double largestHole)
    {
        for (var i = 0; i + 1 < pages.Pages.Length; i++)
        {
            var isUpright = pages.Pages[i].Width <= pages.Pages[i].Height && pages.Pages[i + 1].Width <= pages.Pages[i + 1].Height;
            if (isUpright && LargestGap(pages.Pages[i], geometry) is var gap && gap > largestHole)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"page {i + 1} has a hole of {Math.Round(gap * 100)} %");
            }
        }

        var cells = NodeTree.SelfAndDescendants(document).OfType<TableCell>().SelectMany(NodeTree.SelfAndDescendants).ToHashSet<Node?>(ReferenceEqualityComparer.Instance);
        foreach (var paragraph in NodeTree.SelfAndDescendants(document).OfType<Paragraph>().Where(p => !cells.Contains(p)))
        {
            var words = NodeTree.SelfAndDescendants(paragraph).ToHashSet<Node?>(ReferenceEqualityComparer.Instance);
            var parts = pages.Pages.Select((page, index) => (index, Lines: Lines(page, words))).Where(p => p.Lines.Count > 0).ToList();
            if (parts.Count > 1)
            {
                foreach (var (index, _) in parts.Where(p => p.Lines.Count == 1))
                {
                    yield return $"page {index + 1} has a single line of a paragraph";
                }
            }
        }

        foreach (var fault in StrandedHeadings(document, pages))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> StrandedHeadings(Document document, PageSet pages)
    {
        var blocks = document.Blocks;
        for (var i = 0; i + 1 < blocks.Length; i++)
        {
            if (blocks[i] is not Heading heading || blocks[i + 1] is Heading or NoteList)
            {
                continue;
            }

            var words = NodeTree.SelfAndDescendants(heading).ToHashSet<Node?>(ReferenceEqualityComparer.Instance);
            var index = pages.Pages.ToList().FindIndex(page => Lines(page, words).Count > 0);
            var section = blocks.Skip(i + 1).TakeWhile(b => b is not Heading).SelectMany(b => NodeTree.SelfAndDescendants(b)).ToHashSet<Node?>(ReferenceEqualityComparer.Instance);
            var all = pages.Pages.Sum(page => Lines(page, section).Count);
            var bottom = Lines(pages.Pages[index], words).Max();
            var below = Lines(pages.Pages[index], section).Count(y => y > bottom);
            if (below < Math.Min(2, all) && !pages.Pages[index].Items.OfType<PlacedImage>().Any(image => image.Box.Y > bottom))
            {
                yield return $"page {index + 1} has a heading with {below} lines below it";
            }
        }
    }

    private static List<double> Lines(Page page, HashSet<Node?> owners)
    {
        var lines = new List<double>();
        foreach (var y in page.Items.OfType<TextFragment>().Where(f => owners.Contains(f.Owner.Node)).Select(f => f.Y).Order())
        {
            if (lines.Count == 0 || y - lines[^1] > LeastLineHeight)
            {
                lines.Add(y);
            }
        }

        return lines;
    }

    private static bool IsFurniture(PageItem item) => item.Owner is { IsArtifact: true, Artifact: ArtifactKind.RunningHead or ArtifactKind.Folio or ArtifactKind.PrinterMark };

    private static (double Top, double Bottom) Extent(PageItem item) => item switch
    {
        PlacedImage image => (image.Box.Y, image.Box.Bottom),
        FilledBox box => (box.Box.Y, box.Box.Bottom),
        TextFragment fragment => (fragment.Y - (fragment.Runs.IsEmpty ? 0 : fragment.Runs.Max(r => r.Size)), fragment.Y),
        _ => throw new InvalidOperationException($"A {item.GetType().Name} has no extent."),
    };
}
