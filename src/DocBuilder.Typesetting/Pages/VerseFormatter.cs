using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Verse: two columns of equal hemistichs, or one column of whole lines.</summary>
internal sealed class VerseFormatter(ParagraphSetter paragraphs, LineBoxes lines, Theme theme)
{
    /// <summary>The room between the two hemistichs, in ems.</summary>
    private const double HemistichGap = 2.2;

    /// <summary>How much wider than its longest hemistich a column is, so that even that one is stretched a little.</summary>
    private const double ColumnSlack = 1.02;

    public VerticalList Format(Verse verse, BlockContext column, double space)
    {
        var list = new VerticalList(space, space);
        var inner = column.Inset(column.Style.Size * theme.Indent * 0.5);
        var columnWidth = HemistichWidth(verse, inner);
        foreach (var line in verse.Lines)
        {
            var formatted = new VerticalList();
            if (line.Hemistichs.Length == 2)
            {
                SetHemistichs(formatted, line, inner, columnWidth);
            }
            else
            {
                foreach (var whole in line.Hemistichs)
                {
                    lines.Add(formatted, paragraphs.Set(whole.Inlines, whole.Direction, column.Style, inner.Left, inner.Width, LineAlignment.Start), column.Style, whole.Language);
                }
            }

            if (line.Anchor is not null)
            {
                formatted.Boxes.FirstOrDefault()?.Anchors.Insert(0, line);
            }

            list.Append(formatted.KeptTogether(), line.StartsStanza ? space : 0);
        }

        return list;
    }

    /// <summary>The width of a column of hemistichs: the longest one's, or half the room.</summary>
    private double HemistichWidth(Verse verse, BlockContext inner)
    {
        var most = (inner.Width - (inner.Style.Size * HemistichGap)) / 2;
        double longest = 0;
        foreach (var half in verse.Lines.Where(l => l.Hemistichs.Length == 2).SelectMany(l => l.Hemistichs))
        {
            longest = Math.Max(longest, paragraphs.MeasureContent(half.Inlines, half.Direction, inner.Style, most).Maximum);
        }

        return Math.Min(most, longest * ColumnSlack);
    }

    /// <summary>The first hemistich stands where reading starts; the pair stands in the middle of the column.</summary>
    private void SetHemistichs(VerticalList list, VerseLine line, BlockContext inner, double width)
    {
        var gap = inner.Style.Size * HemistichGap;
        var left = inner.Left + ((inner.Width - (2 * width) - gap) / 2);
        var rightToLeft = line.Direction == TextDirection.RightToLeft;
        var halves = new VerticalList[2];
        for (var i = 0; i < 2; i++)
        {
            var half = line.Hemistichs[i];
            var x = (i == 0) == rightToLeft ? left + width + gap : left;
            halves[i] = new VerticalList();
            var set = paragraphs.Set(half.Inlines, half.Direction, inner.Style, x, width, LineAlignment.JustifyAll);
            lines.Add(halves[i], set.Count > 1 ? paragraphs.Set(half.Inlines, half.Direction, inner.Style, x, width, LineAlignment.Start) : set, inner.Style, half.Language);
        }

        // Side by side: the boxes of both halves share rows, the first half's words before the second's.
        for (var row = 0; row < Math.Max(halves[0].Boxes.Count, halves[1].Boxes.Count); row++)
        {
            var parts = halves.Where(h => row < h.Boxes.Count).Select(h => h.Boxes[row]).ToList();
            list.Add(new VerticalBox { Height = parts.Max(p => p.Height), Baseline = parts[0].Baseline, Pieces = [.. parts.SelectMany(p => p.Pieces)] });
        }
    }
}
