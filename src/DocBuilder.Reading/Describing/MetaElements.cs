using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Describing;

/// <summary>The <c>meta</c> elements of a page by name, property, itemprop or http-equiv.</summary>
internal sealed class MetaElements
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public static MetaElements Read(HtmlPage page)
    {
        var meta = new MetaElements();
        foreach (var element in page.Nodes.Having("content"))
        {
            if (element.LocalName != "meta" || element.Attribute("content") is not { } content)
            {
                continue;
            }

            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
            {
                if (element.Attribute(attribute) is not { Length: > 0 } names)
                {
                    continue;
                }

                foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (!meta._values.TryGetValue(name, out var values))
                    {
                        meta._values.Add(name, values = []);
                    }

                    values.Add(content);
                }
            }
        }

        return meta;
    }

    /// <summary>The first value of the first name that has one.</summary>
    public string? Get(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values) && values.Find(static value => !string.IsNullOrWhiteSpace(value)) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>All values of the first name that has any.</summary>
    public List<string> All(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values))
            {
                return values;
            }
        }

        return [];
    }
}
