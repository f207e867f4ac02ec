using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>
/// Verse: two columns of equal hemistichs; one below the other where they are too long for that, in the whole poem alike; or one column of
/// whole lines. A line of verse stays on one page, and none stands alone at the poem's beginning or end.
/// </summary>
internal sealed class VerseFormatter(ParagraphSetter paragraphs, LineBoxes lines, Theme theme)
{
    /// <summary>The room between the two hemistichs, in ems.</summary>
    private const double HemistichGap = 2.2;

    /// <summary>How much wider than its longest hemistich a column is, so that even that one is stretched a little.</summary>
    private const double ColumnSlack = 1.02;

    /// <summary>How far the second hemistich stands in when it is below the first, and the rest of a line that is too long, in ems.</summary>
    private const double Hang = 3;

    /// <summary>A poem of fewer lines stays on one page.</summary>
    private const int ShortPoem = 4;

    public VerticalList Format(Verse verse, BlockContext column, double space)
    {
        var list = new VerticalList(space, space);
        var inner = column.Inset(column.Style.Size * theme.Indent * 0.5);
        var longest = LongestHemistich(verse, inner.Style);
        var most = (inner.Width - (inner.Style.Size * HemistichGap)) / 2;
        for (var i = 0; i < verse.Lines.Length; i++)
        {
            var line = verse.Lines[i];
            var formatted = new VerticalList();
            if (line.Hemistichs.Length != 2)
            {
                SetWhole(formatted, line, inner);
            }
            else if (longest <= most)
            {
                SetSideBySide(formatted, line, inner, Math.Min(most, longest * ColumnSlack));
            }
            else
            {
                SetBelow(formatted, line, inner, longest);
            }

            if (line.Anchor is not null)
            {
                formatted.Boxes.FirstOrDefault()?.Anchors.Insert(0, line);
            }

            list.KeepWithNext = list.Boxes.Count > 0 && (verse.Lines.Length < ShortPoem || i == 1 || i == verse.Lines.Length - 1);
            list.Append(formatted.KeptTogether(), line.StartsStanza ? space : 0);
        }

        return list;
    }

    private double LongestHemistich(Verse verse, TextStyle style)
    {
        double longest = 0;
        foreach (var half in verse.Lines.Where(l => l.Hemistichs.Length == 2).SelectMany(l => l.Hemistichs))
        {
            longest = Math.Max(longest, paragraphs.MeasureContent(half.Inlines, half.Direction, style, double.MaxValue).Maximum);
        }

        return longest;
    }

    private void SetWhole(VerticalList list, VerseLine line, BlockContext inner)
    {
        foreach (var whole in line.Hemistichs)
        {
            lines.Add(list, paragraphs.SetHanging(whole.Inlines, whole.Direction, inner.Style, inner.Left, inner.Width, inner.Style.Size * Hang), inner.Style, whole.Language);
        }
    }

    /// <summary>The first hemistich stands where reading starts; the pair stands in the middle of the column.</summary>
    private void SetSideBySide(VerticalList list, VerseLine line, BlockContext inner, double width)
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
            lines.Add(halves[i], paragraphs.Set(half.Inlines, half.Direction, inner.Style, x, width, LineAlignment.JustifyAll), inner.Style, half.Language);
        }

        // Side by side: the boxes of both halves share rows, the first half's words before the second's.
        for (var row = 0; row < Math.Max(halves[0].Boxes.Count, halves[1].Boxes.Count); row++)
        {
            var parts = halves.Where(h => row < h.Boxes.Count).Select(h => h.Boxes[row]).ToList();
            var box = new VerticalBox { Height = parts.Max(p => p.Height), Baseline = parts[0].Baseline, Pieces = [.. parts.SelectMany(p => p.Pieces)] };
            box.Anchors.AddRange(parts.SelectMany(p => p.Anchors));
            list.Add(box);
        }
    }

    /// <summary>The first hemistich at the side where reading starts, the second at the side where it ends.</summary>
    private void SetBelow(VerticalList list, VerseLine line, BlockContext inner, double longest)
    {
        var indent = inner.Style.Size * Hang;
        var width = Math.Min(inner.Width - indent, longest * ColumnSlack);
        var outer = width + indent;
        var left = inner.Left + ((inner.Width - outer) / 2);
        var rightToLeft = line.Direction == TextDirection.RightToLeft;
        for (var i = 0; i < 2; i++)
        {
            var half = line.Hemistichs[i];
            var x = (i == 0) == rightToLeft ? left + indent : left;
            lines.Add(list, paragraphs.Set(half.Inlines, half.Direction, inner.Style, x, width, i == 0 ? LineAlignment.Start : LineAlignment.End), inner.Style, half.Language);
        }
    }
}
