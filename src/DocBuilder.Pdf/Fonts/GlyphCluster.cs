using System.Runtime.InteropServices;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>Glyphs and characters that belong together and cannot be told apart further (HarfBuzz's clusters).</summary>
/// <param name="FirstGlyph">The first glyph, in visual order.</param>
/// <param name="GlyphCount">How many glyphs.</param>
/// <param name="TextStart">The first character, in UTF-16 code units.</param>
/// <param name="TextEnd">After the last character.</param>
internal readonly record struct GlyphCluster(int FirstGlyph, int GlyphCount, int TextStart, int TextEnd)
{
    /// <summary>Cuts a run into its clusters, in visual order. Every glyph and every character is in exactly one.</summary>
    public static void Cut(GlyphRun run, List<GlyphCluster> clusters)
    {
        var rightToLeft = (run.Level & 1) != 0;
        var glyphs = run.Glyphs.AsSpan();
        CollectionsMarshal.SetCount(clusters, glyphs.Length);
        var cut = CollectionsMarshal.AsSpan(clusters);
        var (count, last) = (0, -1);
        for (var i = 0; i < glyphs.Length; i++)
        {
            var start = Math.Clamp(glyphs[i].Cluster, 0, run.Text.Length);
            if (count > 0 && (start == last || start > last == rightToLeft))
            {
                // The same cluster, or one out of order, which is not to be told apart from it.
                count = MergeIntoLast(cut[..count], new GlyphCluster(i, 1, start, 0), rightToLeft);
                last = cut[count - 1].TextStart;
            }
            else
            {
                cut[count++] = new GlyphCluster(i, 1, start, 0);
                last = start;
            }
        }

        CollectionsMarshal.SetCount(clusters, count);
        EndWhereTheNextBegins(cut[..count], rightToLeft, run.Text.Length);
    }

    /// <summary>Merges a cluster into the last one, and that into those before it as long as the order is not right. Returns how many are left.</summary>
    private static int MergeIntoLast(Span<GlyphCluster> clusters, GlyphCluster next, bool rightToLeft)
    {
        var count = clusters.Length;
        var merged = clusters[--count].With(next);
        while (count > 0 && (merged.TextStart == clusters[count - 1].TextStart || merged.TextStart > clusters[count - 1].TextStart == rightToLeft))
        {
            merged = clusters[--count].With(merged);
        }

        clusters[count] = merged;
        return count + 1;
    }

    private GlyphCluster With(GlyphCluster right) => new(FirstGlyph, GlyphCount + right.GlyphCount, Math.Min(TextStart, right.TextStart), 0);

    private static void EndWhereTheNextBegins(Span<GlyphCluster> clusters, bool rightToLeft, int textLength)
    {
        var end = textLength;
        for (var n = 0; n < clusters.Length; n++)
        {
            // From the last character to the first.
            var i = rightToLeft ? n : clusters.Length - 1 - n;
            var start = n == clusters.Length - 1 ? 0 : clusters[i].TextStart;
            clusters[i] = clusters[i] with { TextStart = start, TextEnd = end };
            end = start;
        }
    }
}
