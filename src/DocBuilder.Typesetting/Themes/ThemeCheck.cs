using System.Globalization;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Themes;

/// <summary>Tells why pages cannot be made with a theme, these fonts and this paper: one sentence each.</summary>
public static class ThemeCheck
{
    // Some two words in Arabic, three short ones in English: less is no line.
    private const double ShortestLine = 8;

    // So that a page without widows and orphans can be broken at all.
    private const int FewestLines = 3;

    /// <summary>Everything that stands in the way; empty when nothing does.</summary>
    /// <param name="theme">The theme, on its paper.</param>
    /// <param name="fonts">The fonts there are.</param>
    /// <param name="layout">What is decided for the edition.</param>
    public static IEnumerable<string> Problems(Theme theme, FontLibrary fonts, LayoutOptions layout)
    {
        ArgumentNullException.ThrowIfNull(theme);
        ArgumentNullException.ThrowIfNull(fonts);
        ArgumentNullException.ThrowIfNull(layout);
        // The themes that come along name fonts that come along.
        return theme.Source is null ? RoomProblems(theme, layout.Gutter) : UnknownFamilies(theme, fonts).Concat(RoomProblems(theme, layout.Gutter));
    }

    private static IEnumerable<string> UnknownFamilies(Theme theme, FontLibrary fonts)
    {
        var known = fonts.Faces.Select(static face => face.Family).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lists = theme.Scripts.Select(static row => ($"{ThemeKeys.Scripts}.{ScriptKey.Of(row)}.families", row.Families))
            .Append(("fallback", theme.FallbackFamilies))
            .Append(("code", theme.CodeFamilies));
        foreach (var (key, families) in lists)
        {
            for (var i = 0; i < families.Length; i++)
            {
                if (!known.Contains(families[i]))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{theme.Source}: {key}[{i}]: there is no font family '{families[i]}'; give its folder with --font-dir, or take one of {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
                }
            }
        }
    }

    private static IEnumerable<string> RoomProblems(Theme theme, double gutter)
    {
        var name = theme.Source ?? $"the theme {theme.Name}";
        var page = theme.Page;
        var width = page.ContentWidth - gutter;
        var needed = ShortestLine * theme.TextSize;
        if (width < needed)
        {
            var (bound, advice) = gutter > 0 ? (" and the gutter", "a wider page or a smaller gutter") : ("", "a wider page");
            yield return $"A page {Millimetres(page.Width)} mm wide leaves {Millimetres(Math.Max(0, width))} mm between the margins of {name}{bound}, and a line that can be read takes {Millimetres(needed)} mm; choose {advice}, or another theme.";
        }

        var lines = FewestLines * theme.TextSize * theme.Scripts.Max(static row => row.LineHeight);
        if (page.ContentHeight < lines)
        {
            yield return $"A page {Millimetres(page.Height)} mm high leaves {Millimetres(Math.Max(0, page.ContentHeight))} mm between the margins of {name}, and {FewestLines} lines take {Millimetres(lines)} mm; choose a higher page, or another theme.";
        }
    }

    private static string Millimetres(double points) => (points / PageGeometry.PointsPerMillimetre).ToString("0.#", CultureInfo.InvariantCulture);
}
