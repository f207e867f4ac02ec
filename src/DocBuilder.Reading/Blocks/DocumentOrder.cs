using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>Which element has an id, and which of two elements comes first.</summary>
internal sealed class DocumentOrder
{
    private readonly HtmlPage _page;
    private readonly Dictionary<string, IElement> _byId = new(StringComparer.Ordinal);
    private Dictionary<IElement, int>? _places;

    public DocumentOrder(HtmlPage page)
    {
        _page = page;
        foreach (var element in page.Nodes.WithAttributes)
        {
            if (element.Attribute("id") is { Length: > 0 } id)
            {
                _byId.TryAdd(id, element);
            }

            if (element.LocalName == "a" && element.Attribute("name") is { Length: > 0 } name)
            {
                _byId.TryAdd(name, element);
            }
        }
    }

    public IElement? Find(string id) => _byId.GetValueOrDefault(id);

    // Most pages call for no note, and are never asked.
    public bool IsBefore(IElement first, IElement second)
    {
        if (_places is null)
        {
            _places = [];
            foreach (var element in _page.Body.QuerySelectorAll("*"))
            {
                _places.Add(element, _places.Count);
            }
        }

        return _places.GetValueOrDefault(first) < _places.GetValueOrDefault(second);
    }
}
