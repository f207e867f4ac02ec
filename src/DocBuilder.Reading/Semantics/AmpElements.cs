using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Semantics;

/// <summary>Gives the elements of AMP pages, which stand for those of HTML, the names of those.</summary>
internal static class AmpElements
{
    private const string Prefix = "amp-";

    public static void Apply(HtmlPage page)
    {
        foreach (var element in page.Nodes.WithAttributes.Where(static element => element.LocalName.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            if (NameFor(element.LocalName) is { } name)
            {
                page.Rename(element, name);
            }
        }
    }

    private static string? NameFor(string name) => name[Prefix.Length..] switch
    {
        "img" or "anim" => "img",
        "video" => "video",
        "audio" => "audio",
        "iframe" or "youtube" or "vimeo" or "twitter" or "facebook" or "instagram" => "iframe",
        _ => null,
    };
}
