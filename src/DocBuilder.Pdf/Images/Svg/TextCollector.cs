using System.Text;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Characters of a drawing's text that look alike and follow each other.</summary>
/// <param name="Element">What they stand in.</param>
/// <param name="Style">Their properties.</param>
internal sealed record TextPiece(SvgElement Element, SvgStyle Style)
{
    /// <summary>The characters, white space collapsed.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where they begin; null to go on.</summary>
    public double? X { get; init; }

    /// <summary>The baseline; null to go on.</summary>
    public double? Y { get; init; }

    /// <summary>How far they are moved on.</summary>
    public double Dx { get; init; }

    /// <summary>How far they are moved down, and all that follows.</summary>
    public double Dy { get; init; }

    /// <summary>The line that they stand on; null for a straight one.</summary>
    public Outline? Path { get; init; }

    /// <summary>Where on that line they begin.</summary>
    public double PathOffset { get; init; }
}

/// <summary>Goes through a <c>text</c> element and finds its pieces, with the places that <c>x</c>, <c>y</c>, <c>dx</c> and <c>dy</c> give to characters.</summary>
internal sealed class TextCollector
{
    private readonly Drawing _drawing;
    private readonly Viewport _viewport;
    private readonly List<TextPiece> _pieces = [];
    private readonly List<Positions> _positions = [];
    private readonly StringBuilder _text = new();
    private TextPiece? _piece;
    private Outline? _path;
    private double _pathOffset;
    private bool _endsWithSpace = true;

    private TextCollector(Drawing drawing, Viewport viewport)
    {
        _drawing = drawing;
        _viewport = viewport;
    }

    /// <summary>The pieces of a <c>text</c> element.</summary>
    public static List<TextPiece> Collect(Drawing drawing, SvgElement text, SvgStyle style, Viewport viewport)
    {
        var collector = new TextCollector(drawing, viewport);
        collector.Walk(text, style);
        collector.EndPiece();
        var pieces = collector._pieces;
        if (pieces.Count > 0 && !pieces[^1].Style.KeepsSpaces)
        {
            pieces[^1] = pieces[^1] with { Text = pieces[^1].Text.TrimEnd(' ') };
        }

        pieces.RemoveAll(static piece => piece.Text.Length == 0);
        return pieces;
    }

    private void Walk(SvgElement text, SvgStyle style)
    {
        var pending = new Stack<Action>();
        pending.Push(() => Enter(text, style));
        while (pending.TryPop(out var next))
        {
            next();
        }

        void Enter(SvgElement element, SvgStyle own)
        {
            var depth = _positions.Count;
            _positions.Add(Positions.Of(element, own, _viewport));
            var outerPath = (_path, _pathOffset);
            if (element.Name == "textPath")
            {
                EnterPath(element, own);
            }

            pending.Push(() =>
            {
                _positions.RemoveRange(depth, _positions.Count - depth);
                (_path, _pathOffset) = outerPath;
                EndPiece();
            });
            foreach (var child in Enumerable.Reverse(element.Children))
            {
                if (child.Name == SvgElement.TextName)
                {
                    pending.Push(() => Add(element, child.Text, own));
                }
                else if (child.Name is "tspan" or "a" or "textPath" or "tref" && _drawing.Spend(1))
                {
                    pending.Push(() =>
                    {
                        var childStyle = _drawing.Cascade.StyleOf(child, own) with { };
                        if (childStyle.IsShown)
                        {
                            EndPiece();
                            Enter(child, childStyle);
                        }
                    });
                }
            }
        }
    }

    private void EnterPath(SvgElement element, SvgStyle style)
    {
        if (element.Target is { } id && _drawing.FindById(id) is { } target && _drawing.OutlineOf(target, SvgStyle.Initial, _viewport) is { } outline)
        {
            _path = outline.Transformed(TransformList.Parse(target["transform"]));
            var offset = element["startOffset"];
            _pathOffset = offset?.TrimEnd().EndsWith('%') == true
                ? Length.Parse(offset, 0, new PathMeasure(_path).Length) ?? 0
                : Length.Parse(offset, style.FontSize, 0) ?? 0;
        }
    }

    private void Add(SvgElement element, string characters, SvgStyle style)
    {
        for (var i = 0; i < characters.Length; i++)
        {
            var c = characters[i] is '\n' or '\r' or '\t' ? ' ' : characters[i];
            if (c == ' ' && _endsWithSpace && !style.KeepsSpaces)
            {
                continue;
            }

            _endsWithSpace = c == ' ';
            // The second half of a pair has no place of its own.
            if (!char.IsLowSurrogate(c))
            {
                Place(element, style);
            }

            _text.Append(c);
        }
    }

    /// <summary>Takes the next place of every element that the character is in; the innermost wins.</summary>
    private void Place(SvgElement element, SvgStyle style)
    {
        double? x = null, y = null, dx = null, dy = null;
        for (var i = _positions.Count - 1; i >= 0; i--)
        {
            var index = _positions[i].Index++;
            x ??= At(_positions[i].X, index);
            y ??= At(_positions[i].Y, index);
            dx ??= At(_positions[i].Dx, index);
            dy ??= At(_positions[i].Dy, index);
        }

        if (_piece is null || x is not null || y is not null || dx is not null || dy is not null)
        {
            EndPiece();
            _piece = new TextPiece(element, style) { X = x, Y = y, Dx = dx ?? 0, Dy = dy ?? 0, Path = _path, PathOffset = _pathOffset };
        }

        static double? At(double[] list, int index) => index < list.Length ? list[index] : null;
    }

    private void EndPiece()
    {
        if (_piece is not null)
        {
            _pieces.Add(_piece with { Text = _text.ToString() });
            _text.Clear();
            _piece = null;
        }
    }

    /// <summary>The places that an element gives to its characters, and how many of them there were so far.</summary>
    private sealed class Positions(double[] x, double[] y, double[] dx, double[] dy)
    {
        public double[] X { get; } = x;

        public double[] Y { get; } = y;

        public double[] Dx { get; } = dx;

        public double[] Dy { get; } = dy;

        public int Index { get; set; }

        public static Positions Of(SvgElement element, SvgStyle style, Viewport viewport) => new(
            Length.List(element["x"], style.FontSize, viewport.Width),
            Length.List(element["y"], style.FontSize, viewport.Height),
            Length.List(element["dx"], style.FontSize, viewport.Width),
            Length.List(element["dy"], style.FontSize, viewport.Height));
    }
}
