using System.Text;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Tests.Pages;

/// <summary>Reads laid out pages back.</summary>
internal static class PageReader
{
    public static IEnumerable<TextFragment> Fragments(this PageSet pages) => pages.Pages.SelectMany(p => p.Items).OfType<TextFragment>();

    /// <summary>What the pages say of a node, put together from the places that its fragments give.</summary>
    public static string TextOf(this PageSet pages, Text node)
    {
        var text = new StringBuilder();
        foreach (var fragment in pages.Fragments().Where(f => ReferenceEquals(f.Owner.Node, node)))
        {
            text.Append(LogicalText(fragment));
        }

        return text.ToString();
    }

    /// <summary>The characters of a fragment in logical order: its runs are in visual order, so levels decide (UAX #9 L2, undone).</summary>
    public static string LogicalText(TextFragment fragment)
    {
        var runs = fragment.Runs.ToList();
        var highest = runs.Max(r => r.Level);
        for (var level = highest; level > 0; level--)
        {
            for (var i = 0; i < runs.Count; i++)
            {
                var length = runs.Skip(i).TakeWhile(r => r.Level >= level).Count();
                runs.Reverse(i, length);
                i += length;
            }
        }

        return string.Concat(runs.Select(r => r.Text));
    }

    /// <summary>The lines of a page: fragments that share a baseline, leftmost first.</summary>
    public static IEnumerable<IReadOnlyList<TextFragment>> Lines(this Page page) =>
        page.Items.OfType<TextFragment>().Where(f => !f.Owner.IsArtifact).GroupBy(f => Math.Round(f.Y, 2)).OrderBy(g => g.Key).Select(g => (IReadOnlyList<TextFragment>)[.. g.OrderBy(f => f.X)]);
}
