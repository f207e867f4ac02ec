using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Images;

/// <summary>The colour space of a picture that says only its gamma (PNG's <c>gAMA</c>): that gamma over sRGB's primaries (ISO 32000-1 8.6.5.2, 8.6.5.3).</summary>
internal static class CalibratedColor
{
    /// <summary>D65, as sRGB has it (IEC 61966-2-1).</summary>
    private static readonly double[] WhitePoint = [0.9505, 1, 1.089];

    /// <summary>The primaries' XYZ values, red first.</summary>
    private static readonly double[] Primaries = [0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505];

    /// <summary>Writes the array.</summary>
    /// <param name="w">Where.</param>
    /// <param name="isGrey">Whether it has one component.</param>
    /// <param name="gamma">The exponent that makes light of the numbers.</param>
    public static void Write(TokenWriter w, bool isGrey, double gamma)
    {
        w.BeginArray().Name(isGrey ? "CalGray"u8 : "CalRGB"u8).BeginDictionary().Name("WhitePoint"u8);
        WriteArray(w, WhitePoint);
        w.Name("Gamma"u8);
        if (isGrey)
        {
            w.Number(gamma);
        }
        else
        {
            WriteArray(w, [gamma, gamma, gamma]);
            w.Name("Matrix"u8);
            WriteArray(w, Primaries);
        }

        w.EndDictionary().EndArray();
    }

    private static void WriteArray(TokenWriter w, ReadOnlySpan<double> numbers)
    {
        w.BeginArray();
        foreach (var number in numbers)
        {
            Svg.Canvas.Write(w, number, 4);
        }

        w.EndArray();
    }
}
