using System.Text;
using DocBuilder.Pdf.Navigation;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Content;

/// <summary>Where a link leads, and what it is called.</summary>
/// <param name="Uri">An address outside, in ASCII; null for a place in the document.</param>
/// <param name="Destination">The name of a destination in the document; null for an address outside.</param>
/// <param name="Description">What the link is called (Contents).</param>
internal sealed record LinkAction(string? Uri, byte[]? Destination, string Description)
{
    /// <summary>The place in the document itself, where it has no name.</summary>
    public Destination? Place { get; init; }
}

/// <summary>Writes link annotations (ISO 32000-1 12.5.6.5).</summary>
internal static class LinkAnnotation
{
    /// <summary>PDF/A-2 6.3.2: printed, not hidden.</summary>
    private const int Print = 4;

    /// <summary>Writes the annotation's dictionary.</summary>
    /// <param name="w">Where.</param>
    /// <param name="action">What it does.</param>
    /// <param name="boxes">The boxes in default user space; y is the lower edge.</param>
    /// <param name="destinations">Where places are.</param>
    /// <param name="structParent">The annotation's key in the parent tree.</param>
    public static void Write(TokenWriter w, LinkAction action, IReadOnlyList<Box> boxes, DestinationList destinations, int structParent)
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
            w.Name("Dest"u8);
            destinations.Write(w, place);
        }
        else if (action.Destination is { } destination)
        {
            w.Name("Dest"u8).String(destination);
        }
        else
        {
            w.Name("A"u8).BeginDictionary().Name("S"u8).Name("URI"u8).Name("URI"u8).String(Encoding.ASCII.GetBytes(action.Uri!)).EndDictionary();
        }

        w.EndDictionary();
    }
}
