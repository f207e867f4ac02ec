using System.Text;
using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Extraction;

/// <summary>The text under structure elements, as pdf.js reads it in their marked content.</summary>
internal sealed class TaggedText(PdfFile file, ReaderTexts texts)
{
    private readonly Dictionary<string, int> pages = file.Pages.Index().ToDictionary(page => page.Item.Reference!, page => page.Index);

    /// <summary>The text of one marked-content sequence.</summary>
    public string Of(MarkedContentReference content) => LineEndHyphens.Join(texts.Article, texts.MarkedText(pages[content.Page], content.Id));

    /// <summary>The text of an element and all below it, folded.</summary>
    public string Of(StructureElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return Folding.Fold(text.ToString());
    }

    private void Append(StructureElement element, StringBuilder text)
    {
        foreach (var kid in element.Kids)
        {
            if (kid is MarkedContentReference content)
            {
                text.Append(Of(content));
            }
            else if (kid is StructureElement below)
            {
                Append(below, text);
            }
        }
    }
}
