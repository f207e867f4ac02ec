using DocBuilder.Pdf.Fonts;
using DocBuilder.Pdf.Images;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Content;

/// <summary>Writes the dictionary of a page (ISO 32000-1 7.7.3.3).</summary>
/// <param name="context">What the pages share.</param>
/// <param name="page">The page.</param>
internal readonly struct PageDictionary(PageContext context, Page page)
{
    /// <summary>Writes the dictionary.</summary>
    /// <param name="index">The page's number, counted from 0.</param>
    /// <param name="content">Its content stream.</param>
    /// <param name="annotations">Its annotations.</param>
    /// <param name="usedFonts">The fonts that the content names.</param>
    /// <param name="usedImages">The pictures that the content names.</param>
    public void Write(int index, ObjectId content, List<ObjectId> annotations, HashSet<CidFont> usedFonts, HashSet<PdfImage> usedImages)
    {
        var w = context.File.Begin(context.PageIds[index]).BeginDictionary()
            .Name("Type"u8).Name("Page"u8)
            .Name("Parent"u8).Reference(context.ParentIds[index])
            .Name("MediaBox"u8).BeginArray().Integer(0).Integer(0).Number(page.Width).Number(page.Height).EndArray();
        WriteBox(w, "BleedBox"u8, page.BleedBox);
        WriteBox(w, "TrimBox"u8, page.TrimBox);
        w.Name("Resources"u8);
        WriteResources(w, usedFonts, usedImages);
        w.Name("Contents"u8).Reference(content)
            .Name("StructParents"u8).Integer(index);
        if (annotations.Count > 0)
        {
            w.Name("Tabs"u8).Name("S"u8).Name("Annots"u8).BeginArray();
            foreach (var id in annotations)
            {
                w.Reference(id);
            }

            w.EndArray();
        }

        w.EndDictionary();
        context.File.End();
    }

    /// <summary>A page boundary (ISO 32000-1 14.11.2); what is not written is as large as the media box.</summary>
    private void WriteBox(TokenWriter w, ReadOnlySpan<byte> name, Box? boundary)
    {
        if (boundary is { } box)
        {
            var (left, bottom) = (box.X, page.Height - box.Bottom);
            w.Name(name).BeginArray().Number(left).Number(bottom).Number(left + box.Width).Number(bottom + box.Height).EndArray();
        }
    }

    private void WriteResources(TokenWriter w, HashSet<CidFont> usedFonts, HashSet<PdfImage> usedImages)
    {
        w.BeginDictionary();
        if (usedFonts.Count > 0)
        {
            w.Name("Font"u8).BeginDictionary();
            foreach (var font in context.Fonts.Fonts)
            {
                if (usedFonts.Contains(font))
                {
                    w.Name(font.ResourceName).Reference(font.Id);
                }
            }

            w.EndDictionary();
        }

        if (usedImages.Count > 0)
        {
            w.Name("XObject"u8).BeginDictionary();
            foreach (var image in usedImages.OrderBy(static image => image.Id.Number))
            {
                w.Name(image.ResourceName).Reference(image.Id);
            }

            w.EndDictionary();
        }

        w.EndDictionary();
    }
}
