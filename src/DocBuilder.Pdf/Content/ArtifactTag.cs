using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Profiles;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Content;

/// <summary>Begins the marked content of an artifact (ISO 32000-1 14.8.2.2.2, Table 330; ISO 32000-2 Table 363).</summary>
internal static class ArtifactTag
{
    /// <summary>Writes the BDC operator.</summary>
    /// <param name="w">The content stream.</param>
    /// <param name="kind">The kind of artifact.</param>
    /// <param name="box">What it covers, in default user space; null when that is of no use.</param>
    /// <param name="profile">The standards to meet.</param>
    public static void Begin(TokenWriter w, ArtifactKind kind, Box? box, Profile profile)
    {
        w.Name("Artifact"u8).BeginDictionary().Name("Type"u8);
        switch (kind)
        {
            case ArtifactKind.RunningHead:
                Pagination(w, "Header"u8, "Top"u8, box);
                break;
            case ArtifactKind.Folio:
                Pagination(w, profile.IsPdf20 ? "PageNum"u8 : "Footer"u8, "Bottom"u8, box);
                break;
            case ArtifactKind.RepeatedTableHead:
                Pagination(w, default, default, box);
                break;
            case ArtifactKind.PrinterMark:
                w.Name("Page"u8);
                break;
            case ArtifactKind.Background:
                w.Name("Background"u8);
                break;
            default:
                w.Name("Layout"u8);
                break;
        }

        w.EndDictionary().Operator("BDC"u8);
    }

    private static void Pagination(TokenWriter w, ReadOnlySpan<byte> subtype, ReadOnlySpan<byte> edge, Box? box)
    {
        w.Name("Pagination"u8);
        if (!subtype.IsEmpty)
        {
            w.Name("Subtype"u8).Name(subtype).Name("Attached"u8).BeginArray().Name(edge).EndArray();
        }

        if (box is { } b)
        {
            w.Name("BBox"u8).BeginArray().Number(b.X).Number(b.Y).Number(b.Right).Number(b.Bottom).EndArray();
        }
    }
}
