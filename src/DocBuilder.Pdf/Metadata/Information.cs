using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Metadata;

/// <summary>The document information dictionary (ISO 32000-1 14.3.3): the same as the XMP packet says, for readers that look no further.</summary>
internal static class Information
{
    /// <summary>What made the file; without a version, so that a new version changes no edition by its name alone.</summary>
    public const string Producer = "DocBuilder";

    /// <summary>Writes the dictionary.</summary>
    public static ObjectId Write(PdfFile file, Document document, PdfOptions options)
    {
        var metadata = document.Metadata;
        var id = file.Reserve();
        var w = file.Begin(id).BeginDictionary();
        Text(w, "Title"u8, metadata.Title);
        Text(w, "Author"u8, string.Join(", ", metadata.Authors));
        Text(w, "Subject"u8, metadata.Description);
        Text(w, "Keywords"u8, string.Join(", ", metadata.Keywords));
        Text(w, "Creator"u8, Producer);
        Text(w, "Producer"u8, Producer);
        Text(w, "CreationDate"u8, Date(options.Date));
        Text(w, "ModDate"u8, Date(options.Date));
        w.EndDictionary();
        file.End();
        return id;
    }

    private static void Text(TokenWriter w, ReadOnlySpan<byte> key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            w.Name(key).Text(value);
        }
    }

    /// <summary>A date (7.9.4).</summary>
    public static string Date(DateTimeOffset date)
    {
        var local = date.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        return date.Offset == TimeSpan.Zero
            ? local + "Z"
            : string.Create(CultureInfo.InvariantCulture, $"{local}{(date.Offset < TimeSpan.Zero ? '-' : '+')}{date.Offset.Duration():hh\\'mm}'");
    }
}
