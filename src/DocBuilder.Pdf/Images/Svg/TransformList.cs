namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Reads the value of <c>transform</c> (CSS Transforms 1), in two dimensions.</summary>
internal static class TransformList
{
    /// <summary>The transformation; the identity when the value is missing or wrong.</summary>
    public static Matrix Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Matrix.Identity;
        }

        var result = Matrix.Identity;
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('(', at);
            var close = open < 0 ? -1 : text.IndexOf(')', open);
            if (close < 0)
            {
                break;
            }

            if (Function(text[at..open].Trim(' ', ',', '\t', '\r', '\n'), Arguments(text.AsSpan(open + 1, close - open - 1))) is not { } matrix)
            {
                return Matrix.Identity;
            }

            result = matrix.Then(result);
            at = close + 1;
        }

        return result;
    }

    // Angles are in degrees without a unit; lengths in pixels.
    private static double[] Arguments(ReadOnlySpan<char> text)
    {
        var result = new List<double>();
        var scanner = new NumberScanner(text);
        while (scanner.TryNumber(out var value))
        {
            result.Add(value * scanner.Word() switch { "rad" => 180 / Math.PI, "turn" => 360, "grad" => 0.9, "pt" => 96 / 72.0, _ => 1 });
        }

        return [.. result];
    }

    private static Matrix? Function(string name, double[] n) => (name.ToLowerInvariant(), n.Length) switch
    {
        ("matrix", 6) => new Matrix(n[0], n[1], n[2], n[3], n[4], n[5]),
        ("translate", 1) or ("translatex", 1) => Matrix.Translation(n[0], 0),
        ("translate", 2) => Matrix.Translation(n[0], n[1]),
        ("translatey", 1) => Matrix.Translation(0, n[0]),
        ("scale", 1) => Matrix.Scaling(n[0], n[0]),
        ("scale", 2) => Matrix.Scaling(n[0], n[1]),
        ("scalex", 1) => Matrix.Scaling(n[0], 1),
        ("scaley", 1) => Matrix.Scaling(1, n[0]),
        ("rotate", 1) => Matrix.Rotation(Radians(n[0])),
        ("rotate", 3) => Matrix.Translation(-n[1], -n[2]).Then(Matrix.Rotation(Radians(n[0]))).Then(Matrix.Translation(n[1], n[2])),
        ("skewx", 1) => new Matrix(1, 0, Math.Tan(Radians(n[0])), 1, 0, 0),
        ("skewy", 1) => new Matrix(1, Math.Tan(Radians(n[0])), 0, 1, 0, 0),
        _ => null,
    };

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
