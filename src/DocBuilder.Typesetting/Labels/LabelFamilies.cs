using System.Collections.Immutable;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Labels;

/// <summary>Finds among the fonts that are there what comes nearest to the families that a drawing names.</summary>
internal static class LabelFamilies
{
    // Families that drawing programs write, which no library of open fonts has under these names.
    private static readonly string[] SansSerif =
        ["sans", "arial", "helvetica", "verdana", "tahoma", "roboto", "inter", "segoe", "calibri", "open sans", "lato", "system-ui", "ui-sans-serif", "trebuchet", "ubuntu"];

    private static readonly string[] Serif = ["serif", "times", "georgia", "cambria", "garamond", "palatino", "cmr", "ui-serif"];
    private static readonly string[] Monospace = ["mono", "courier", "consolas", "menlo", "monaco", "lucida console", "ui-monospace"];

    /// <summary>The theme with the families put first that the drawing asks for, scripts at their own size.</summary>
    /// <param name="families">What the drawing asks for, the preferred first.</param>
    /// <param name="theme">The document's theme.</param>
    /// <param name="fonts">The fonts.</param>
    /// <param name="isCode">Whether letters of one width are asked for.</param>
    public static Theme Choose(ImmutableArray<string> families, Theme theme, FontLibrary fonts, out bool isCode)
    {
        isCode = false;
        foreach (var family in families)
        {
            if (fonts.Faces.Any(face => string.Equals(face.Family, family, StringComparison.OrdinalIgnoreCase)))
            {
                return Plain(theme, [family]);
            }

            if (Names(Monospace, family))
            {
                isCode = true;
                return Plain(theme, []);
            }

            // "sans-serif" names both.
            if (Names(SansSerif, family))
            {
                return Plain(theme with { Scripts = ShippedThemes.Named("clear")!.Scripts }, []);
            }

            if (Names(Serif, family))
            {
                return Plain(theme with { Scripts = ShippedThemes.Named("print")!.Scripts }, []);
            }
        }

        return Plain(theme, []);
    }

    private static Theme Plain(Theme theme, ImmutableArray<string> first) => theme with
    {
        WordSpace = 1,
        Scripts = [.. theme.Scripts.Select(row => row with { Families = [.. first, .. row.Families], Scale = 1 })],
    };

    private static bool Names(string[] known, string family) => known.Any(name => family.Contains(name, StringComparison.OrdinalIgnoreCase));
}
