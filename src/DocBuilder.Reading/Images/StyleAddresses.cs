using System.Text.RegularExpressions;

namespace DocBuilder.Reading.Images;

/// <summary>Finds and removes addresses outside of the file in the CSS of a drawing.</summary>
internal static partial class StyleAddresses
{
    /// <summary>Whether there are any.</summary>
    public static bool LeadOut(string css) =>
        (css.Contains("url", StringComparison.OrdinalIgnoreCase) && Address().IsMatch(css)) || css.Contains("@import", StringComparison.OrdinalIgnoreCase)
        || css.Contains("javascript:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The CSS without them.</summary>
    public static string Without(string css) =>
        Address().Replace(Import().Replace(css, ""), "none").Replace("javascript:", "", StringComparison.OrdinalIgnoreCase);

    // url( with anything but a fragment, a picture's or a font's own bytes behind it.
    [GeneratedRegex("""url\(\s*(?!["']?\s*(?:#|data:(?:image/(?:png|jpeg|gif|webp)|font/|application/(?:x-)?font)))[^)]*\)?""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("""@import[^;]*;?""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Import();
}
