using AngleSharp.Dom;

namespace DocBuilder.Reading.Blocks;

/// <summary>Which element has an id, and which of two elements comes first.</summary>
internal sealed class DocumentOrder
{
    private readonly Dictionary<string, IElement> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<IElement, int> _places = [];

    public DocumentOrder(IElement body)
    {
        var place = 0;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            _places[element] = place++;
            if (element.Id is { Length: > 0 } id)
            {
                _byId.TryAdd(id, element);
            }

            if (element.LocalName == "a" && element.GetAttribute("name") is { Length: > 0 } name)
            {
                _byId.TryAdd(name, element);
            }
        }
    }

    public IElement? Find(string id) => _byId.GetValueOrDefault(id);

    public bool IsBefore(IElement first, IElement second) => _places.GetValueOrDefault(first) < _places.GetValueOrDefault(second);
}
