using System.Text;
using DocBuilder.Pdf.Navigation;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Content;

/// <summary>Where a link leads, and what it is called.</summary>
/// <param name="Uri">An address outside, in ASCII; null for a place in the document.</param>
/// <param name="Place">The place in the document; null for an address outside.</param>
/// <param name="Description">What the link is called (Contents).</param>
internal sealed record LinkAction(string? Uri, Destination? Place, string Description)
{
    /// <summary>The name of the place; null where it has none.</summary>
    public byte[]? Name { get; init; }
}

/// <summary>A link on a page. It is written when the structure tree is numbered, since it may lead to an element.</summary>
/// <param name="Id">The annotation's object.</param>
/// <param name="Action">What it does.</param>
/// <param name="Boxes">The boxes in default user space; y is the lower edge.</param>
/// <param name="StructParent">The annotation's key in the parent tree.</param>
internal sealed record PlacedLink(ObjectId Id, LinkAction Action, IReadOnlyList<Box> Boxes, int StructParent);

/// <summary>Writes link annotations (ISO 32000-1 12.5.6.5).</summary>
internal static class LinkAnnotation
{
    /// <summary>PDF/A-2 6.3.2: printed, not hidden.</summary>
    private const int Print = 4;

    /// <summary>Writes the annotation.</summary>
    public static void Write(PdfFile file, PlacedLink link, DestinationList destinations)
    {
        Write(file.Begin(link.Id), link.Action, link.Boxes, destinations, link.StructParent);
        file.End();
    }

    private static void Write(TokenWriter w, LinkAction action, IReadOnlyList<Box> boxes, DestinationList destinations, int structParent)
    {
        w.BeginDictionary().Name("Type"u8).Name("Annot"u8).Name("Subtype"u8).Name("Link"u8)
            .Name("Rect"u8).BeginArray()
                .Number(boxes.Min(static b => b.X)).Number(boxes.Min(static b => b.Y))
                .Number(boxes.Max(static b => b.Right)).Number(boxes.Max(static b => b.Bottom)).EndArray()
            .Name("QuadPoints"u8).BeginArray();
        foreach (var box in boxes)
        {
            // Top left, top right, bottom left, bottom right: the order that all readers take, whatever the standard's figure says.
            w.Number(box.X).Number(box.Bottom).Number(box.Right).Number(box.Bottom)
                .Number(box.X).Number(box.Y).Number(box.Right).Number(box.Y);
        }

        w.EndArray()
            .Name("F"u8).Integer(Print)
            .Name("Border"u8).BeginArray().Integer(0).Integer(0).Integer(0).EndArray()
            .Name("StructParent"u8).Integer(structParent)
            .Name("Contents"u8).Text(action.Description);
        if (action.Place is { } place)
        {
            destinations.WriteTarget(w, place, action.Name);
        }
        else
        {
            w.Name("A"u8).BeginDictionary().Name("S"u8).Name("URI"u8).Name("URI"u8).String(Encoding.ASCII.GetBytes(action.Uri!)).EndDictionary();
        }

        w.EndDictionary();
    }
}
