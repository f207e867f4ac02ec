using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Describing;

/// <summary>Cuts the site's name off a page's title: "Title | Site".</summary>
internal static class TitleCut
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", " · ", " / "];

    public static string? Cut(string? title, string? site)
    {
        if (TextCleaner.FoldOrNull(title) is not { } whole)
        {
            return null;
        }

        foreach (var separator in Separators)
        {
            var last = whole.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0 && (SameName(whole[(last + separator.Length)..], site) || (site is null && IsSite(whole[..last], whole[(last + separator.Length)..], separator))))
            {
                return whole[..last].Trim();
            }

            var first = whole.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && SameName(whole[..first], site))
            {
                return whole[(first + separator.Length)..].Trim();
            }
        }

        return whole;
    }

    private static bool SameName(string part, string? site) => site is not null && part.Trim().Equals(site.Trim(), StringComparison.OrdinalIgnoreCase);

    // A bar before a short tail is a site's name; a dash may be part of a title, so the tail must be much shorter than the head.
    private static bool IsSite(string head, string tail, string separator)
    {
        var headWords = head.Split(' ').Length;
        var tailWords = tail.Split(' ').Length;
        return separator == " | " ? tailWords <= 5 && headWords >= 2 : tailWords <= 3 && headWords >= 4;
    }
}
