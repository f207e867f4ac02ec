using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Takes for each line the last break that fits.</summary>
internal sealed class FirstFit : ILineBreaking
{
    // Sums of widths differ from their parts by rounding; a line is not broken for a millionth of a point.
    private const double Tolerance = 1e-6;

    public IReadOnlyList<LineEnd> Break(ShapedText text, double firstWidth, double width, LineFilling filling)
    {
        var ends = new List<LineEnd>();
        var words = text.Source.Text;
        var lineStart = 0;
        var lastBreak = 0;
        double lineWidth = 0, widthAtBreak = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var available = ends.Count == 0 ? firstWidth : width;
            if (i > lineStart && text.Breaks[i] == LineBreakOpportunity.Mandatory)
            {
                EndLine(i);
            }
            else if (i > lineStart && text.Breaks[i] == LineBreakOpportunity.Allowed)
            {
                lastBreak = i;
                widthAtBreak = lineWidth;
            }

            var advance = text.Advances[i];
            if (LineMeasure.IsHangingSpace(words[i]))
            {
                lineWidth += advance;
                continue;
            }

            if (advance > 0 && i > lineStart && lineWidth + advance > available + Tolerance)
            {
                if (lastBreak > lineStart)
                {
                    var carried = lineWidth - widthAtBreak;
                    EndLine(lastBreak);
                    lineWidth = carried;
                }
                else
                {
                    EndLine(ClusterStart(words, lineStart, i));
                    lineWidth = Sum(text.Advances, lineStart, i);
                }

                // What is carried over may itself be wider than a line: look at this character again.
                if (lineWidth + advance > (ends.Count == 0 ? firstWidth : width) + Tolerance && i > lineStart)
                {
                    EndLine(ClusterStart(words, lineStart, i));
                    lineWidth = Sum(text.Advances, lineStart, i);
                }
            }

            lineWidth += advance;
        }

        ends.Add(new LineEnd(words.Length));
        return ends;

        void EndLine(int end)
        {
            ends.Add(new LineEnd(end, words[end - 1] == Hyphens.SoftHyphen));
            lineStart = end;
            lastBreak = end;
            lineWidth = 0;
            widthAtBreak = 0;
        }
    }

    private static int ClusterStart(string words, int lineStart, int index)
    {
        var start = lineStart;
        for (var i = lineStart; i <= index;)
        {
            start = i;
            i += GraphemeClusters.Next(words.AsSpan(i), 0);
        }

        return start > lineStart ? start : index;
    }

    private static double Sum(double[] advances, int start, int end)
    {
        double sum = 0;
        for (var i = start; i < end; i++)
        {
            sum += advances[i];
        }

        return sum;
    }
}
