using System.Text.Json;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Describing;

/// <summary>The article in a page's JSON-LD (schema.org), read without a JSON-LD processor: arrays, <c>@graph</c>, nested people and organisations.</summary>
internal sealed record JsonLdArticle
{
    private const int DeepestValue = 32;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestValue };

    public string? Headline { get; init; }

    public string? AlternativeHeadline { get; init; }

    public string? Image { get; init; }

    public List<string> Authors { get; init; } = [];

    public string? Publisher { get; init; }

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? Url { get; init; }

    public string? Description { get; init; }

    public string? Section { get; init; }

    public string? License { get; init; }

    public string? Language { get; init; }

    public List<string> Keywords { get; init; } = [];

    /// <summary>The first article described; null when there is none.</summary>
    public static JsonLdArticle? Find(HtmlPage page, FindingList findings)
    {
        foreach (var script in page.Nodes.Having("type").FindAll(static element => element.LocalName == "script" && element.Attribute("type") == "application/ld+json"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, Options);
                var nodes = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                CollectIds(json.RootElement, nodes, 0);
                if (FindArticle(json.RootElement, 0) is { } article)
                {
                    return Read(article, nodes);
                }
            }
            catch (JsonException)
            {
                findings.Add(FindingCatalog.MetadataUnreadable, page.PositionOf(script));
            }
        }

        return null;
    }

    private static JsonLdArticle Read(JsonElement article, Dictionary<string, JsonElement> nodes) => new()
    {
        Headline = Text(article, "headline") ?? Text(article, "name"),
        AlternativeHeadline = Text(article, "alternativeHeadline") ?? Text(article, "alternateName"),
        Image = AddressOf(article, "image", nodes) ?? AddressOf(article, "thumbnailUrl", nodes),
        Authors = NamesOf(article, "author", nodes) is { Count: > 0 } authors ? authors : NamesOf(article, "creator", nodes),
        Publisher = NamesOf(article, "publisher", nodes).FirstOrDefault(),
        Published = Text(article, "datePublished") ?? Text(article, "dateCreated"),
        Modified = Text(article, "dateModified"),
        Url = Text(article, "url") ?? Text(article, "mainEntityOfPage") ?? IdOf(article, "mainEntityOfPage"),
        Description = Text(article, "description"),
        Section = Text(article, "articleSection"),
        License = Text(article, "license") ?? Text(article, "copyrightNotice"),
        Language = Text(article, "inLanguage"),
        Keywords = KeywordsOf(article),
    };

    private static void CollectIds(JsonElement element, Dictionary<string, JsonElement> nodes, int depth)
    {
        if (depth > DeepestValue)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                CollectIds(item, nodes, depth + 1);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Text(element, "@id") is { } id && element.TryGetProperty("name", out _))
            {
                nodes.TryAdd(id, element);
            }

            foreach (var property in element.EnumerateObject())
            {
                CollectIds(property.Value, nodes, depth + 1);
            }
        }
    }

    private static JsonElement? FindArticle(JsonElement element, int depth)
    {
        if (depth > 8)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (FindArticle(item, depth + 1) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (IsArticle(element))
        {
            return element;
        }

        foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
        {
            if (element.TryGetProperty(name, out var inner) && FindArticle(inner, depth + 1) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
        {
            return false;
        }

        return type.ValueKind switch
        {
            JsonValueKind.String => IsArticleType(type.GetString()!),
            JsonValueKind.Array => type.EnumerateArray().Any(static one => one.ValueKind == JsonValueKind.String && IsArticleType(one.GetString()!)),
            _ => false,
        };
    }

    private static bool IsArticleType(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type is "Report" or "Review" or "CreativeWork" or "Blog" or "Chapter" or "Recipe" or "HowTo";

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            value = value.EnumerateArray().FirstOrDefault();
        }

        return value.ValueKind == JsonValueKind.String ? System.Net.WebUtility.HtmlDecode(value.GetString())
            : value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@value", out var inner) && inner.ValueKind == JsonValueKind.String ? inner.GetString()
            : null;
    }

    private static string? IdOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? Text(value, "@id") : null;

    private static string? AddressOf(JsonElement element, string name, Dictionary<string, JsonElement> nodes)
    {
        if (Text(element, name) is { } address)
        {
            return address;
        }

        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        var first = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().FirstOrDefault() : value;
        return first.ValueKind != JsonValueKind.Object ? null
            : Text(first, "url") ?? Text(first, "contentUrl") ?? (Text(first, "@id") is { } id && nodes.TryGetValue(id, out var node) ? Text(node, "url") : null);
    }

    private static List<string> NamesOf(JsonElement element, string property, Dictionary<string, JsonElement> nodes)
    {
        var names = new List<string>();
        if (element.TryGetProperty(property, out var value))
        {
            foreach (var one in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
            {
                var name = one.ValueKind switch
                {
                    JsonValueKind.String => one.GetString(),
                    JsonValueKind.Object => Text(one, "name") ?? (Text(one, "@id") is { } id && nodes.TryGetValue(id, out var node) ? Text(node, "name") : null),
                    _ => null,
                };
                if (!string.IsNullOrWhiteSpace(name))
                {
                    names.Add(System.Net.WebUtility.HtmlDecode(name));
                }
            }
        }

        return names;
    }

    private static List<string> KeywordsOf(JsonElement article)
    {
        if (!article.TryGetProperty("keywords", out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.String).Select(static one => one.GetString()!)],
            JsonValueKind.String => [.. value.GetString()!.Split([',', '،', ';'])],
            _ => [],
        };
    }
}
