using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Code on a shaded ground. A line too long for the column is broken, and a mark in the margin tells that the break is not the author's.</summary>
internal sealed class CodeFormatter(ParagraphSetter paragraphs, LineBoxes lines, Theme theme)
{
    /// <summary>Code is set smaller than the words around it, since its letters are wide.</summary>
    private const double Size = 0.84;

    /// <summary>The room around code, in ems of the text around it.</summary>
    private const double Padding = 0.7;

    /// <summary>LEFTWARDS ARROW WITH HOOK, as editors mark a line that goes on.</summary>
    private const string ContinuationMark = "\u21A9";

    public VerticalList Format(CodeBlock code, BlockContext column, double space)
    {
        var padding = column.Style.Size * Padding;
        var style = column.Style with { IsCode = true, Size = theme.Reduced(column.Style.Size, Size) };
        var inner = column.Inset(padding);
        var list = new VerticalList(space, space);
        BlockFormatter.Pad(list, padding * 0.6);
        var set = paragraphs.SetCode(code.Inlines, code.Direction, style, inner.Left, inner.Width);
        var first = list.Boxes.Count;
        lines.AddWithoutWidows(list, set, style, LineBoxes.CodeLanguage);
        for (var i = 0; i < set.Count; i++)
        {
            if (set[i].IsBroken)
            {
                MarkAsBroken(list.Boxes[first + i], code, column, inner, style);
            }
        }

        BlockFormatter.Pad(list, padding * 0.6);
        BlockFormatter.AddSideRule(list, new SideRule(code, column.Left, column.Width, theme.ShadeColor, ArtifactKind.Background, padding * 0.6));
        return list;
    }

    /// <summary>The mark stands in the padding at the line's end, drawn but not said.</summary>
    private void MarkAsBroken(VerticalBox box, CodeBlock code, BlockContext column, BlockContext inner, TextStyle style)
    {
        var rightToLeft = code.Direction == TextDirection.RightToLeft;
        var look = style with { Size = style.Size * 0.8, Color = theme.SecondaryColor };
        var left = rightToLeft ? column.Left : inner.Right;
        var width = rightToLeft ? inner.Left - column.Left : column.Right - inner.Right;
        var mark = paragraphs.Set(ContinuationMark, ContentOwner.Of(ArtifactKind.Layout), LineBoxes.CodeLanguage, TextDirection.LeftToRight, look, left, width, LineAlignment.Center);
        box.Pieces.AddRange(mark[0].Pieces.Select(p => p.Moved(0, box.Baseline ?? 0)));
    }
}
