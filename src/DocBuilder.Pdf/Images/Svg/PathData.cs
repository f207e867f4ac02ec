namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Reads path data (SVG 2, 9.3): every command, absolute and relative. What stands before an error is drawn, as the standard demands.</summary>
internal static class PathData
{
    /// <summary>Steps of one path that are read.</summary>
    private const int MostSteps = 500_000;

    /// <summary>The outline of path data.</summary>
    public static Outline Parse(string? text)
    {
        var outline = new Outline();
        var scanner = new NumberScanner(text);
        var command = '\0';
        var lastControl = default(Point);
        var lastKind = '\0';
        Span<double> n = stackalloc double[7];
        while (!scanner.IsAtEnd && outline.Steps.Count < MostSteps)
        {
            if (char.IsAsciiLetter(scanner.Peek()))
            {
                command = scanner.Peek();
                scanner.Skip();
            }
            else
            {
                // More numbers repeat the command; after a move they are lines; after a close they are an error.
                command = command switch { 'M' => 'L', 'm' => 'l', 'Z' or 'z' => '\0', _ => command };
            }

            var kind = char.ToUpperInvariant(command);
            var isArc = kind == 'A';
            var count = kind switch { 'M' or 'L' or 'T' => 2, 'H' or 'V' => 1, 'C' => 6, 'S' or 'Q' => 4, 'A' => 7, 'Z' => 0, _ => -1 };
            if (count < 0 || (outline.Steps.Count == 0 && kind != 'M') || !ReadNumbers(ref scanner, n[..count], isArc))
            {
                break;
            }

            var from = outline.Current;
            var origin = char.IsAsciiLetterLower(command) ? from : default;
            var end = count >= 2 ? new Point(n[count - 2] + origin.X, n[count - 1] + origin.Y) : default;
            var reflected = new Point((2 * from.X) - lastControl.X, (2 * from.Y) - lastControl.Y);
            switch (kind)
            {
                case 'M':
                    outline.MoveTo(end);
                    break;
                case 'L':
                    outline.LineTo(end);
                    break;
                case 'H':
                    outline.LineTo(new Point(n[0] + origin.X, from.Y));
                    break;
                case 'V':
                    outline.LineTo(new Point(from.X, n[0] + origin.Y));
                    break;
                case 'C':
                    lastControl = new Point(n[2] + origin.X, n[3] + origin.Y);
                    outline.CubicTo(new Point(n[0] + origin.X, n[1] + origin.Y), lastControl, end);
                    break;
                case 'S':
                    var first = lastKind is 'C' or 'S' ? reflected : from;
                    lastControl = new Point(n[0] + origin.X, n[1] + origin.Y);
                    outline.CubicTo(first, lastControl, end);
                    break;
                case 'Q':
                    lastControl = new Point(n[0] + origin.X, n[1] + origin.Y);
                    outline.QuadraticTo(lastControl, end);
                    break;
                case 'T':
                    lastControl = lastKind is 'Q' or 'T' ? reflected : from;
                    outline.QuadraticTo(lastControl, end);
                    break;
                case 'A':
                    Arc.AddTo(outline, new Arc(n[0], n[1], n[2], n[3] != 0, n[4] != 0, end));
                    break;
                default:
                    outline.Close();
                    break;
            }

            lastKind = kind;
        }

        return outline;
    }

    private static bool ReadNumbers(ref NumberScanner scanner, scoped Span<double> numbers, bool isArc)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (isArc && i is 3 or 4)
            {
                if (!scanner.TryFlag(out var flag))
                {
                    return false;
                }

                numbers[i] = flag ? 1 : 0;
            }
            else if (!scanner.TryNumber(out numbers[i]))
            {
                return false;
            }
        }

        return true;
    }
}
