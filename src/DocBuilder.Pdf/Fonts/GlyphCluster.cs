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
        clusters.Clear();
        var rightToLeft = (run.Level & 1) != 0;
        var glyphs = run.Glyphs.AsSpan();
        for (var i = 0; i < glyphs.Length; i++)
        {
            var start = Math.Clamp(glyphs[i].Cluster, 0, run.Text.Length);
            if (clusters.Count > 0 && clusters[^1].TextStart == start)
            {
                clusters[^1] = clusters[^1] with { GlyphCount = clusters[^1].GlyphCount + 1 };
                continue;
            }

            clusters.Add(new GlyphCluster(i, 1, start, 0));
            MergeWhatIsOutOfOrder(clusters, rightToLeft);
        }

        EndWhereTheNextBegins(clusters, rightToLeft, run.Text.Length);
    }

    private static void MergeWhatIsOutOfOrder(List<GlyphCluster> clusters, bool rightToLeft)
    {
        while (clusters.Count > 1 && (rightToLeft
            ? clusters[^1].TextStart >= clusters[^2].TextStart
            : clusters[^1].TextStart <= clusters[^2].TextStart))
        {
            var (left, right) = (clusters[^2], clusters[^1]);
            clusters.RemoveAt(clusters.Count - 1);
            clusters[^1] = new GlyphCluster(left.FirstGlyph, left.GlyphCount + right.GlyphCount, Math.Min(left.TextStart, right.TextStart), 0);
        }
    }

    private static void EndWhereTheNextBegins(List<GlyphCluster> clusters, bool rightToLeft, int textLength)
    {
        var end = textLength;
        for (var n = 0; n < clusters.Count; n++)
        {
            // From the last character to the first.
            var i = rightToLeft ? n : clusters.Count - 1 - n;
            var start = n == clusters.Count - 1 ? 0 : clusters[i].TextStart;
            clusters[i] = clusters[i] with { TextStart = start, TextEnd = end };
            end = start;
        }
    }
}
