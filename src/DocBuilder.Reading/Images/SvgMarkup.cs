using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Xhtml;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Images;

/// <summary>Writes an inline <c>svg</c> element as a file of its own.</summary>
internal static class SvgMarkup
{
    /// <summary>The file. What the drawing inherited from the page around it, direction and language, it says itself.</summary>
    public static string Of(IElement element, ReadContext context)
    {
        var markup = element.ToHtml(XhtmlMarkupFormatter.Instance);
        var added = markup.Contains("xmlns=", StringComparison.Ordinal) ? "" : " xmlns=\"http://www.w3.org/2000/svg\"";
        added += markup.Contains("xlink:", StringComparison.Ordinal) && !markup.Contains("xmlns:xlink=", StringComparison.Ordinal)
            ? " xmlns:xlink=\"http://www.w3.org/1999/xlink\"" : "";
        added += context.Direction == TextDirection.RightToLeft && !element.HasAttribute("direction") ? " direction=\"rtl\"" : "";
        added += LanguageTag.IsKnown(context.Language) && !element.HasAttribute("lang") && !element.HasAttribute("xml:lang")
            ? $" xml:lang=\"{context.Language}\"" : "";
        return added.Length > 0 && markup.StartsWith("<svg", StringComparison.Ordinal) ? "<svg" + added + markup[4..] : markup;
    }
}
