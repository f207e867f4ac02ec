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

    private static readonly string[] Describing = ["aria-label", "longdesc", "aria-describedby", "aria-details"];

    private readonly HtmlPage _page;
    private Dictionary<string, IElement>? _byId;

    private AccessibleNames(HtmlPage page) => _page = page;

    public static void Apply(HtmlPage page) => new AccessibleNames(page).Apply();

    private void Apply()
    {
        foreach (var element in _page.Nodes.Having("aria-labelledby"))
        {
            var label = string.Join(' ', Referenced(element, "aria-labelledby").Select(TextOf)).Trim();
            if (label.Length > 0)
            {
                element.SetAttribute("aria-label", label);
                _page.Changed();
            }
        }

        foreach (var element in _page.Nodes.Having("role").FindAll(static element => Tokens.Has(element.Attribute("role"), "img")))
        {
            MakePicture(element);
        }

        foreach (var image in _page.Nodes.WithAttributes.FindAll(static element => element.LocalName == "img" && Array.Exists(Describing, element.Has)))
        {
            Describe(image);
        }

        foreach (var link in _page.Nodes.Having("aria-label").FindAll(static element => element.LocalName == "a" && element.Has("href")))
        {
            if (!TextMeasure.IsAnyVisible(link) && link.QuerySelector("img") is null)
            {
                link.TextContent = TextCleaner.Fold(link.Attribute("aria-label")!);
            }
        }
    }

    /// <summary>A box that a style sheet draws a picture in becomes that picture. One that holds words keeps them.</summary>
    private void MakePicture(IElement element)
    {
        if (element.LocalName is not ("div" or "span" or "i" or "figure") || TextMeasure.IsAnyVisible(element) || element.QuerySelector("img, svg, picture") is not null
            || TextCleaner.FoldOrNull(element.Attribute("aria-label") ?? element.Attribute("title")) is not { } label)
        {
            return;
        }

        var picture = _page.Rename(element, "img");
        picture.SetAttribute("alt", label);
        if (AddressIn(element.Attribute("style")) is { } address)
        {
            picture.SetAttribute("src", address);
        }
    }

    private void Describe(IElement image)
    {
        var name = TextCleaner.FoldOrNull(image.Attribute("aria-label")) ?? TextCleaner.FoldOrNull(image.Attribute("alt"));
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
        image.Attribute("longdesc")?.Trim() is ['#', .. var id] && ById(id) is { } target ? [target] : [];

    private IEnumerable<IElement> Referenced(IElement element, string attribute) =>
        (element.Attribute(attribute) ?? "").Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries).Take(16)
            .Select(ById).OfType<IElement>();

    private IElement? ById(string id)
    {
        if (_byId is null)
        {
            _byId = new Dictionary<string, IElement>(StringComparer.Ordinal);
            foreach (var element in _page.Nodes.WithAttributes)
            {
                if (element.Attribute("id") is { Length: > 0 } known)
                {
                    _byId.TryAdd(known, element);
                }
            }
        }

        return _byId.GetValueOrDefault(id);
    }

    private static string TextOf(IElement element) => TextCleaner.Fold(element.Attribute("aria-label") ?? element.Attribute("alt") ?? element.TextContent);

    private static string? AddressIn(string? style)
    {
        var start = style?.IndexOf("url(", StringComparison.OrdinalIgnoreCase) ?? -1;
        var end = start < 0 ? -1 : style!.IndexOf(')', start);
        return end < 0 ? null : style![(start + 4)..end].Trim(' ', '"', '\'') is { Length: > 0 } address ? address : null;
    }
}
