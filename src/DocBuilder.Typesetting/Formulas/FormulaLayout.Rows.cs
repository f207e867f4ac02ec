using System.Collections.Immutable;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>Rows: what stands side by side, and the spaces between.</summary>
internal sealed partial class FormulaLayout
{
    private List<RowItem> LayRow(ImmutableArray<MathElement> children, MathStyle style, bool isCell = false)
    {
        var boxes = new MathBox?[children.Length];
        var signs = new MathOperator?[children.Length];
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i];
            signs[i] = OperatorOf(child) is { } core ? MathOperator.Of(core.Text, FormOf(core, children, i)) : null;
            if (!IsStretchy(child, signs[i]))
            {
                boxes[i] = child.Name == "mo" ? Operator(child, style, signs[i]!.Value) : Lay(child, style);
            }
        }

        StretchFences(children, boxes, style);
        var items = new List<RowItem>(children.Length);
        double x = 0;
        for (var i = 0; i < children.Length; i++)
        {
            var (before, after) = SpaceAround(children, signs, i, style);
            x += i == 0 && !isCell ? 0 : before;
            var end = x + boxes[i]!.Width + (i == children.Length - 1 && !isCell ? 0 : after);
            items.Add(new RowItem(boxes[i]!, children[i], signs[i], x, end));
            x = end;
        }

        return items;
    }

    /// <summary>A bracket that grows, by itself or with an exponent at it.</summary>
    private static bool IsStretchy(MathElement element, MathOperator? sign) =>
        sign is { IsVertical: true } && OperatorOf(element)!.Attribute("stretchy") != "false"
        && (element.Name == "mo" || (element.Children is [{ Name: "mo" }, ..] && element.Children.Length == element.Name switch { "msub" or "msup" => 2, "msubsup" => 3, _ => 0 }));

    /// <summary>
    /// Brackets that belong together are as high as what is between them, inner ones first; any other is as high as the row. (MathML Core makes all as high
    /// as the row, which authors seldom divide as that would need.)
    /// </summary>
    private void StretchFences(ImmutableArray<MathElement> children, MathBox?[] boxes, MathStyle style)
    {
        var open = new Stack<int>();
        for (var i = 0; i < children.Length; i++)
        {
            if (boxes[i] is not null)
            {
                continue;
            }

            var sign = OperatorOf(children[i])!.Text;
            if (IsOpening(sign) || (IsBar(sign) && IsOpeningBar(children, i, open)))
            {
                open.Push(i);
                continue;
            }

            // A bar that waits between brackets is no bracket: "P(a | b)".
            while (IsClosing(sign) && open.TryPeek(out var waiting) && IsBar(OperatorOf(children[waiting])!.Text))
            {
                open.Pop();
            }

            if (open.TryPeek(out var start) && (IsClosing(sign) || OperatorOf(children[start])!.Text == sign))
            {
                open.Pop();
                Stretch(start, start, i);
                Stretch(i, start, i);
            }
        }

        for (var i = 0; i < children.Length; i++)
        {
            if (boxes[i] is null)
            {
                Stretch(i, -1, children.Length);
            }
        }

        void Stretch(int at, int start, int end)
        {
            double ascent = 0, descent = 0;
            for (var i = start + 1; i < end; i++)
            {
                (ascent, descent) = boxes[i] is { IsBlank: false } box ? (Math.Max(ascent, box.Ascent), Math.Max(descent, box.Descent)) : (ascent, descent);
            }

            var child = children[at];
            var fence = Stretched(OperatorOf(child)!, style, ascent, descent);
            boxes[at] = child.Name switch
            {
                "mo" => fence,
                "msub" => Scripts(fence, child.Children[0], child.Children[1], null, style),
                "msup" => Scripts(fence, child.Children[0], null, child.Children[1], style),
                _ => Scripts(fence, child.Children[0], child.Children[1], child.Children[2], style),
            };
        }
    }

    private MathBox Join(List<RowItem> row, bool isCell = false)
    {
        if (row.Count == 0)
        {
            return MathBox.Empty;
        }

        var left = isCell ? 0 : row[0].X;
        return MathBox.Of(row.Select(item => new PlacedBox(item.Box, item.X - left, 0)), row[^1].End - left, IsRightToLeft, row[^1].Box.ItalicCorrection);
    }

    /// <summary>
    /// A long formula goes on in the next line after a comparison, or after an operation where there is none (The TeXbook, chapter 18); one that the column
    /// has no room for, also between brackets, and at last anywhere.
    /// </summary>
    private List<List<RowItem>> Cut(List<RowItem> row, double columnWidth)
    {
        var widest = WidestPiece * context.Look.Size;
        List<List<RowItem>> pieces = [row];
        Divide(widest, static item => item.Sign is { MayBreakAfter: true, Kind: not OperatorKind.Binary }, isOutside: true);
        Divide(widest, static item => item.Sign is { MayBreakAfter: true }, isOutside: true);
        Divide(columnWidth, static item => item.Sign is { MayBreakAfter: true } or { Kind: OperatorKind.Separator }, isOutside: false);
        Divide(columnWidth, static _ => true, isOutside: false);
        return pieces;

        void Divide(double most, Func<RowItem, bool> mayEnd, bool isOutside) =>
            pieces = [.. pieces.SelectMany(piece => piece.Count > 1 && piece[^1].End - piece[0].X > most ? CutAfter(piece, mayEnd, isOutside) : [piece])];
    }

    private static List<List<RowItem>> CutAfter(List<RowItem> row, Func<RowItem, bool> mayEnd, bool isOutside)
    {
        var pieces = new List<List<RowItem>>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < row.Count; i++)
        {
            var item = row[i];
            depth += OperatorOf(item.Element)?.Text is not { } sign ? 0 : IsOpening(sign) ? 1 : IsClosing(sign) ? -1 : 0;
            if ((depth == 0 || !isOutside) && i + 1 < row.Count && mayEnd(item))
            {
                pieces.Add(row[start..(i + 1)]);
                start = i + 1;
            }
        }

        pieces.Add(row[start..]);
        return pieces;
    }

    private static (double Before, double After) SpaceAround(ImmutableArray<MathElement> children, MathOperator?[] signs, int i, MathStyle style)
    {
        if (signs[i] is { } sign)
        {
            var core = OperatorOf(children[i])!;
            // Scripts are set close (The TeXbook, chapter 18).
            var isClose = style.ScriptLevel > 0 && sign.Kind is OperatorKind.Relation or OperatorKind.Binary or OperatorKind.Arrow or OperatorKind.Separator;
            var (before, after) = isClose ? (0, 0) : (sign.Before * style.Size, sign.After * style.Size);
            return (MathLength.Parse(core.Attribute("lspace"), style.Size) ?? before, MathLength.Parse(core.Attribute("rspace"), style.Size) ?? after);
        }

        // The name of a function stands apart from what it is multiplied with and from what it is applied to, but for brackets.
        var isName = IsName(children[i]);
        var next = i + 1;
        while (next < children.Length && signs[next] is { Kind: OperatorKind.Invisible })
        {
            next++;
        }

        var isApplied = isName && next < children.Length && signs[next] is null && children[next].Name is not "mspace";
        var isMultiplied = isName && i > 0 && signs[i - 1] is null && children[i - 1].Name is not "mspace" && !IsName(children[i - 1]);
        return (isMultiplied ? Thin * style.Size : 0, isApplied ? Thin * style.Size : 0);
    }

    private static bool IsName(MathElement element) => element.Name switch
    {
        "mi" => element.Text.Length > 1 && element.Text.All(char.IsLetter),
        "msub" or "msup" or "msubsup" or "munder" => element.Children is [var nucleus, ..] && IsName(nucleus),
        _ => false,
    };

    /// <summary>The operator that an element is, whatever stands at it or around it (MathML Core 3.2.4.1, "embellished operators"); null when it is none.</summary>
    private static MathElement? OperatorOf(MathElement element) => element.Name switch
    {
        "mo" => element,
        "msub" or "msup" or "msubsup" or "munder" or "mover" or "munderover" when element.Children is [var nucleus, ..] => OperatorOf(nucleus),
        _ when element.IsGroup && element.Children is [var only] => OperatorOf(only),
        _ => null,
    };

    private static OperatorForm FormOf(MathElement sign, ImmutableArray<MathElement> row, int at)
    {
        var form = sign.Attribute("form") switch
        {
            "prefix" => OperatorForm.Prefix,
            "postfix" => OperatorForm.Postfix,
            "infix" => OperatorForm.Infix,
            _ => at == 0 && row.Length > 1 ? OperatorForm.Prefix : at == row.Length - 1 && row.Length > 1 ? OperatorForm.Postfix : OperatorForm.Infix,
        };
        var isRelation = MathOperator.Of(sign.Text, OperatorForm.Infix).Kind == OperatorKind.Relation;
        if (isRelation)
        {
            return OperatorForm.Infix;
        }

        // A minus after an equals sign or an opening bracket belongs to what follows.
        return form == OperatorForm.Infix && at > 0 && OperatorOf(row[at - 1]) is { } before && IsWaiting(before) ? OperatorForm.Prefix : form;
    }

    /// <summary>Whether something must follow an operator.</summary>
    private static bool IsWaiting(MathElement sign) =>
        MathOperator.Of(sign.Text, OperatorForm.Infix).Kind is OperatorKind.Relation or OperatorKind.Binary or OperatorKind.Arrow or OperatorKind.Separator or OperatorKind.Sum or OperatorKind.Integral
        || IsOpening(sign.Text);

    private static bool IsOpening(string sign) => sign is "(" or "[" or "{" or "\u2308" or "\u230A" or "\u27E6" or "\u27E8" or "\u27EA";

    private static bool IsClosing(string sign) => sign is ")" or "]" or "}" or "\u2309" or "\u230B" or "\u27E7" or "\u27E9" or "\u27EB";

    private static bool IsBar(string sign) => sign is "|" or "\u2016";

    /// <summary>A bar opens where something must follow: at the beginning, after an operator, after a bar that opens.</summary>
    private static bool IsOpeningBar(ImmutableArray<MathElement> children, int at, Stack<int> open) =>
        at == 0 || (OperatorOf(children[at - 1]) is { } before && (IsWaiting(before) || (open.TryPeek(out var last) && last == at - 1)));

    /// <summary>The row that <c>mfenced</c> is short for (MathML 3, 3.3.8.1).</summary>
    private static ImmutableArray<MathElement> Fenced(MathElement element)
    {
        var separators = (element.Attribute("separators") ?? ",").Where(static c => !char.IsWhiteSpace(c)).ToList();
        var row = ImmutableArray.CreateBuilder<MathElement>();
        row.Add(Sign(element.Attribute("open") ?? "("));
        var inner = ImmutableArray.CreateBuilder<MathElement>();
        for (var i = 0; i < element.Children.Length; i++)
        {
            if (i > 0 && separators.Count > 0)
            {
                inner.Add(Sign(separators[Math.Min(i, separators.Count) - 1].ToString()));
            }

            inner.Add(element.Children[i]);
        }

        row.Add(new MathElement("mrow", inner.ToImmutable(), "", ImmutableDictionary<string, string>.Empty));
        row.Add(Sign(element.Attribute("close") ?? ")"));
        return row.ToImmutable();

        static MathElement Sign(string text) => new("mo", [], text, ImmutableDictionary<string, string>.Empty);
    }

    /// <summary>Something in a row.</summary>
    /// <param name="Box">What is drawn.</param>
    /// <param name="Element">What it is.</param>
    /// <param name="Sign">How it is set, when it is an operator.</param>
    /// <param name="X">Where it begins.</param>
    /// <param name="End">Where it and the space after it end.</param>
    private readonly record struct RowItem(MathBox Box, MathElement Element, MathOperator? Sign, double X, double End);
}
