namespace DocBuilder.Pdf.Images.Svg;

/// <summary>Reads lengths in CSS pixels of 1/96 inch (CSS Values 4, 6).</summary>
internal static class Length
{
    /// <summary>A length; null when it is none.</summary>
    /// <param name="text">The text, such as <c>1.5em</c>.</param>
    /// <param name="fontSize">What <c>em</c> means.</param>
    /// <param name="whole">What 100 % means.</param>
    public static double? Parse(string? text, double fontSize, double whole)
    {
        var scanner = new NumberScanner(text);
        if (!scanner.TryNumber(out var value))
        {
            return null;
        }

        double? factor = scanner.Word() switch
        {
            "" or "px" or "PX" => 1,
            "pt" => 96 / 72.0,
            "pc" => 16,
            "in" => 96,
            "cm" => 96 / 2.54,
            "mm" => 96 / 25.4,
            "Q" => 96 / 101.6,
            "em" => fontSize,
            "rem" => 16,
            "ex" or "ch" => fontSize / 2,
            "%" => whole / 100,
            _ => null,
        };
        return value * factor;
    }

    /// <summary>The lengths of a list; what is none ends it.</summary>
    public static double[] List(string? text, double fontSize, double whole)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var result = new List<double>();
        foreach (var part in text.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(part, fontSize, whole) is not { } length)
            {
                break;
            }

            result.Add(length);
        }

        return [.. result];
    }
}

/// <summary>The size that percentages refer to.</summary>
internal readonly record struct Viewport(double Width, double Height)
{
    /// <summary>What percentages of lengths refer to that are neither horizontal nor vertical (SVG 2, 8.9).</summary>
    public double Diagonal => Math.Sqrt(((Width * Width) + (Height * Height)) / 2);
}
