using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Themes;

/// <summary>The contrast between colours (WCAG 2.2, contrast ratio and relative luminance).</summary>
public static class Contrast
{
    /// <summary>What text needs on its background at level AAA (WCAG 2.2 1.4.6).</summary>
    public const double LeastOfText = 7;

    /// <summary>The paper.</summary>
    public static Color White { get; } = new(255, 255, 255);

    /// <summary>The contrast ratio, 1 to 21.</summary>
    public static double Between(Color one, Color other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(Color color) => (0.2126 * Linear(color.Red)) + (0.7152 * Linear(color.Green)) + (0.0722 * Linear(color.Blue));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
