using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Themes;

/// <summary>What is black on a page: the boxes of the glyphs where they are drawn, marks with their offsets.</summary>
internal static class Ink
{
    /// <summary>A glyph's outline on the page, in points; y grows downwards.</summary>
    internal readonly record struct GlyphBox(double Left, double Top, double Right, double Bottom, string Cluster)
    {
        public bool Meets(GlyphBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    /// <summary>The lines of a page from top to bottom, each as the boxes of its glyphs.</summary>
    internal static List<List<GlyphBox>> Lines(Page page, Func<TextFragment, bool> wanted) =>
        [.. page.Items.OfType<TextFragment>().Where(wanted).GroupBy(static f => Math.Round(f.Y, 1)).OrderBy(static g => g.Key).Select(static g => g.SelectMany(Boxes).ToList())];

    /// <summary>The first two glyphs of neighbouring lines that meet, in words; null when none do.</summary>
    internal static string? Collision(PageSet pages, Func<TextFragment, bool> wanted)
    {
        foreach (var page in pages.Pages)
        {
            var lines = Lines(page, wanted);
            for (var i = 1; i < lines.Count; i++)
            {
                foreach (var lower in lines[i])
                {
                    foreach (var upper in lines[i - 1])
                    {
                        if (upper.Meets(lower))
                        {
                            return $"line {i}: {upper.Cluster} meets {lower.Cluster} below it by {upper.Bottom - lower.Top:0.00} pt";
                        }
                    }
                }
            }
        }

        return null;
    }

    private static IEnumerable<GlyphBox> Boxes(TextFragment fragment)
    {
        var x = fragment.X;
        foreach (var run in fragment.Runs)
        {
            var scale = run.Size / run.Face.UnitsPerEm;
            foreach (var glyph in run.Glyphs)
            {
                if (run.Face.BoxOf(glyph.Id) is { } box)
                {
                    var (left, baseline) = (x + (glyph.XOffset * scale), fragment.Y - (glyph.YOffset * scale));
                    yield return new(left + (box.XMin * scale), baseline - (box.YMax * scale), left + (box.XMax * scale), baseline - (box.YMin * scale), run.Text.Substring(glyph.Cluster, 1));
                }

                x += (glyph.Advance * scale) + glyph.Stretch;
            }
        }
    }
}
