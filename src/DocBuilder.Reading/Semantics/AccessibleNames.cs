using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Semantics;

/// <summary>
/// Gives pictures and links the names that assistive technology would say (Accessible Name and Description Computation, section 4.3): what
/// <c>aria-labelledby</c> points at, else <c>aria-label</c>, else <c>alt</c>; and pictures the descriptions that only assistive technology is shown.
/// </summary>
internal sealed class AccessibleNames
{
    // A description beyond this is a text of its own.
    private const int LongestDescription = 2000;

    private readonly HtmlPage _page;
    private readonly Dictionary<string, IElement> _byId = new(StringComparer.Ordinal);

    private AccessibleNames(HtmlPage page)
    {
        _page = page;
        foreach (var element in page.Document.QuerySelectorAll("[id]"))
        {
            _byId.TryAdd(element.Id!, element);
        }
    }

    public static void Apply(HtmlPage page) => new AccessibleNames(page).Apply();

    private void Apply()
    {
        foreach (var element in _page.Body.QuerySelectorAll("[aria-labelledby]").ToList())
        {
            var label = string.Join(' ', Referenced(element, "aria-labelledby").Select(TextOf)).Trim();
            if (label.Length > 0)
            {
                element.SetAttribute("aria-label", label);
            }
        }

        foreach (var element in _page.Body.QuerySelectorAll("[role=img]").ToList())
        {
            MakePicture(element);
        }

        foreach (var image in _page.Body.QuerySelectorAll("img[aria-label], img[longdesc], img[aria-describedby], img[aria-details]").ToList())
        {
            Describe(image);
        }

        foreach (var link in _page.Body.QuerySelectorAll("a[href][aria-label]").ToList())
        {
            if (TextMeasure.Visible(link) == 0 && link.QuerySelector("img") is null)
            {
                link.TextContent = TextCleaner.Fold(link.GetAttribute("aria-label")!);
            }
        }
    }

    /// <summary>A box that a style sheet draws a picture in becomes that picture. One that holds words keeps them.</summary>
    private void MakePicture(IElement element)
    {
        if (element.LocalName is not ("div" or "span" or "i" or "figure") || TextMeasure.Visible(element) > 0 || element.QuerySelector("img, svg, picture") is not null
            || TextCleaner.FoldOrNull(element.GetAttribute("aria-label") ?? element.GetAttribute("title")) is not { } label)
        {
            return;
        }

        var picture = _page.Rename(element, "img");
        picture.SetAttribute("alt", label);
        if (AddressIn(element.GetAttribute("style")) is { } address)
        {
            picture.SetAttribute("src", address);
        }
    }

    private void Describe(IElement image)
    {
        var name = TextCleaner.FoldOrNull(image.GetAttribute("aria-label")) ?? TextCleaner.FoldOrNull(image.GetAttribute("alt"));
        if (name is null)
        {
            return;
        }

        var described = Referenced(image, "aria-describedby").Concat(Referenced(image, "aria-details")).Concat(LongDescription(image))
            .Where(target => ShownContent.IsHiddenOrInHidden(target, _page.Body)).Select(TextOf).Distinct();
        var description = string.Join(' ', described).Trim();
        image.SetAttribute("alt", description.Length is 0 or > LongestDescription ? name
            : name[^1] is '.' or '؟' or '!' or '?' or '۔' or ':' ? $"{name} {description}" : $"{name}. {description}");
    }

    private IEnumerable<IElement> LongDescription(IElement image) =>
        image.GetAttribute("longdesc")?.Trim() is ['#', .. var id] && _byId.TryGetValue(id, out var target) ? [target] : [];

    private IEnumerable<IElement> Referenced(IElement element, string attribute) =>
        (element.GetAttribute(attribute) ?? "").Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries).Take(16)
            .Select(_byId.GetValueOrDefault).OfType<IElement>();

    private static string TextOf(IElement element) => TextCleaner.Fold(element.GetAttribute("aria-label") ?? element.GetAttribute("alt") ?? element.TextContent);

    private static string? AddressIn(string? style)
    {
        var start = style?.IndexOf("url(", StringComparison.OrdinalIgnoreCase) ?? -1;
        var end = start < 0 ? -1 : style!.IndexOf(')', start);
        return end < 0 ? null : style![(start + 4)..end].Trim(' ', '"', '\'') is { Length: > 0 } address ? address : null;
    }
}
