using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace DocBuilder.Pdf.Inspection;

/// <summary>
/// Opens a file for the library with a catalog and pages of our own in front of its own. The library walks catalog, names and pages before anybody can
/// stop it, and falls into circles there; like this it finds a flat list, while every object of the file is still to be had.
/// </summary>
internal static class GuardedFile
{
    // Deep enough for every file seen, and shallow enough for the stack of a thread.
    private const int StackDepth = 200;

    // Beyond the numbers that files use (ISO 32000-1 Annex C has 8,388,607 objects at most).
    private const int FirstNumber = 8_400_000;

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="trailer">Its trailer.</param>
    /// <param name="pages">What its pages shall be, a dictionary each.</param>
    /// <param name="filters">The filters for its streams.</param>
    /// <exception cref="PdfDocumentEncryptedException">It needs a password.</exception>
    public static PdfDocument Open(ReadOnlySpan<byte> file, FileTrailer trailer, IReadOnlyList<DictionaryToken> pages, BoundedFilters filters) =>
        PdfDocument.Open(WithPages(file, trailer, pages), new ParsingOptions
        {
            UseLenientParsing = true,
            SkipMissingFonts = true,
            MaxStackDepth = StackDepth,
            FilterProvider = filters,
        });

    /// <summary>An incremental update (7.5.6) that replaces the catalog.</summary>
    private static byte[] WithPages(ReadOnlySpan<byte> file, FileTrailer trailer, IReadOnlyList<DictionaryToken> pages)
    {
        using var updated = new MemoryStream(file.Length + 512 + 512 * pages.Count);
        updated.Write(file);
        LoneReferences.RemoveFromFile(updated.GetBuffer().AsSpan(0, file.Length));
        updated.Write("\n"u8);
        var table = new StringBuilder();
        var kids = string.Join(' ', Enumerable.Range(FirstNumber + 2, pages.Count).Select(number => $"{Number(number)} 0 R"));
        Write(FirstNumber, () => Text($"<</Type /Catalog /Pages {Number(FirstNumber + 1)} 0 R>>"));
        Write(FirstNumber + 1, () => Text($"<</Type /Pages /Count {Number(pages.Count)} /Kids [{kids}]>>"));
        for (var i = 0; i < pages.Count; i++)
        {
            Write(FirstNumber + 2 + i, () => TokenWriter.Instance.WriteToken(pages[i], updated));
        }

        var start = updated.Position;
        Text($"xref\n{Number(FirstNumber)} {Number(pages.Count + 2)}\n{table}trailer\n<</Size {Number(FirstNumber + 2 + pages.Count)} /Root {Number(FirstNumber)} 0 R");
        Text(trailer.CrossReferences is { } before ? $" /Prev {Number(before)}\n" : "\n");
        updated.Write(trailer.Encryption);
        Text($">>\nstartxref\n{start.ToString(CultureInfo.InvariantCulture)}\n%%EOF\n");
        return updated.ToArray();

        void Write(int number, Action body)
        {
            table.Append(CultureInfo.InvariantCulture, $"{updated.Position:0000000000} 00000 n\r\n");
            Text($"{Number(number)} 0 obj\n");
            body();
            updated.Write("\nendobj\n"u8);
        }

        void Text(string text) => updated.Write(Encoding.ASCII.GetBytes(text));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
