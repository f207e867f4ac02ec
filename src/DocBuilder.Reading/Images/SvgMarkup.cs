using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Xhtml;

namespace DocBuilder.Reading.Images;

/// <summary>Writes an inline <c>svg</c> element as a file of its own.</summary>
internal static class SvgMarkup
{
    public static string Of(IElement element)
    {
        var markup = element.ToHtml(XhtmlMarkupFormatter.Instance);
        return markup.Contains("xmlns=", StringComparison.Ordinal) ? markup : markup.Replace("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", StringComparison.Ordinal);
    }
}
