using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Semantics;

/// <summary>
/// Formulas that a page gives twice, as MathML that is hidden and as a picture beside it, as Wikipedia's pages do: the MathML is shown, and the picture,
/// which says the same in fewer ways, taken out.
/// </summary>
internal static class FormulaPictures
{
    /// <summary>How many elements may stand around the MathML, the hidden one among them.</summary>
    private const int Reach = 3;

    public static void Apply(HtmlPage page)
    {
        foreach (var math in page.Nodes.WithAttributes.Where(static element => element.LocalName == "math"))
        {
            if (HiddenAround(math) is { } hidden && PictureBeside(hidden) is { } picture)
            {
                hidden.RemoveAttribute("style");
                hidden.RemoveAttribute("hidden");
                picture.Remove();
                page.Changed();
            }
        }
    }

    private static IElement? HiddenAround(IElement math)
    {
        IElement? at = math;
        for (var i = 0; i <= Reach && at is not null; i++, at = at.ParentElement)
        {
            if (ShownContent.IsHidden(at))
            {
                return at;
            }
        }

        return null;
    }

    private static IElement? PictureBeside(IElement hidden) => hidden.NextElementSibling is { LocalName: "img" } picture ? picture : null;
}
