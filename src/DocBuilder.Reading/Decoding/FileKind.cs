using System.Buffers;

namespace DocBuilder.Reading.Decoding;

/// <summary>Knows files that are no articles by their first bytes, whatever their name says.</summary>
internal static class FileKind
{
    private const string Binary = "a binary file";

    private static readonly (byte[] Start, string Kind)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF file"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP file (EPUB, DOCX, ODT and their like)"),
        ("PK\u0005\u0006"u8.ToArray(), "an empty ZIP file"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ("RIFF"u8.ToArray(), "a RIFF file (WebP, WAV, AVI)"),
        ([0x1F, 0x8B], "a gzip file"),
        ("BZh"u8.ToArray(), "a bzip2 file"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz file"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7z file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Microsoft Office file"),
        (@"{\rtf"u8.ToArray(), "a Rich Text file"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("MZ\u0090"u8.ToArray(), "a program"),
        ("bplist"u8.ToArray(), "a property list (a web archive)"),
        ("SQLite format 3"u8.ToArray(), "a database"),
        ("wOFF"u8.ToArray(), "a font"),
        ("wOF2"u8.ToArray(), "a font"),
        ([0x00, 0x01, 0x00, 0x00, 0x00], "a font"),
    ];

    /// <summary>The names of all kinds, as messages say them.</summary>
    internal static IEnumerable<string> Kinds => Signatures.Select(static signature => signature.Kind).Append(Binary).Distinct();

    /// <summary>What the file is when it is no text; null when it may be text.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="encodingIsGiven">Whether somebody named the encoding, so that zero bytes may be half a character.</param>
    public static string? OfOtherFile(ReadOnlySpan<byte> bytes, bool encodingIsGiven)
    {
        foreach (var (start, kind) in Signatures)
        {
            if (bytes.StartsWith(start))
            {
                return kind;
            }
        }

        return !encodingIsGiven && Utf16Shape.IsBigEndian(bytes) is null && HoldsControls(bytes) ? Binary : null;
    }

    // C0 without white space, the end of a file of DOS, and what switches character sets in ISO-2022.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static c => (byte)c).Where(static c => c is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1A or 0x1B))]);

    // Text in any encoding of a byte a character, or in UTF-8, has hardly any of them; random bytes have one in ten.
    private static bool HoldsControls(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 65536)];
        var rest = sample;
        var controls = 0;
        for (int at; (at = rest.IndexOfAny(Controls)) >= 0; rest = rest[(at + 1)..])
        {
            controls++;
        }

        return controls * 50 > sample.Length;
    }
}
