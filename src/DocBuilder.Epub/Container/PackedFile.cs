using System.IO.Compression;
using System.IO.Hashing;

namespace DocBuilder.Epub.Container;

/// <summary>A file as a ZIP entry holds it.</summary>
/// <param name="Bytes">The entry's data.</param>
/// <param name="IsDeflated">Whether they are compressed; else they are the file itself.</param>
/// <param name="Crc">The file's CRC-32.</param>
/// <param name="Size">The file's length.</param>
internal sealed record PackedFile(ReadOnlyMemory<byte> Bytes, bool IsDeflated, uint Crc, int Size)
{
    // Of fonts, the bulk of a book, 9 leaves more and takes twice as long; 7 leaves three thousandths less of anything, and takes half as long again.
    private static readonly ZLibCompressionOptions Compression = new() { CompressionLevel = 6 };

    // Large pictures are photographs, where trying costs time and gains nothing.
    private const int LargestTried = 128 * 1024;

    /// <summary>The file as it is.</summary>
    public static PackedFile Store(ReadOnlyMemory<byte> file) => new(file, IsDeflated: false, Crc32.HashToUInt32(file.Span), file.Length);

    /// <summary>The file compressed, unless compression would not make it smaller.</summary>
    public static PackedFile Deflate(ReadOnlyMemory<byte> file)
    {
        using var compressed = new RentedStream();
        using (var deflate = new DeflateStream(compressed, Compression, leaveOpen: true))
        {
            deflate.Write(file.Span);
        }

        return compressed.Length < file.Length
            ? new PackedFile(compressed.Written.ToArray(), IsDeflated: true, Crc32.HashToUInt32(file.Span), file.Length)
            : Store(file);
    }

    /// <summary>
    /// A picture. Most are compressed already; drawings are not, and JPEGs of flat colours, or of encoders that use the tables of the standard's example,
    /// leave much: those are compressed where that makes them smaller by a twentieth.
    /// </summary>
    /// <param name="file">The picture.</param>
    /// <param name="mediaType">What it is.</param>
    public static PackedFile Picture(ReadOnlyMemory<byte> file, string mediaType) => mediaType switch
    {
        "image/svg+xml" => Deflate(file),
        "image/jpeg" when file.Length <= LargestTried && Deflate(file) is var packed && packed.Bytes.Length <= file.Length - (file.Length / 20) => packed,
        _ => Store(file),
    };

    /// <summary>The same in memory of its own, when it is the file itself.</summary>
    public PackedFile Kept() => IsDeflated ? this : this with { Bytes = Bytes.ToArray() };
}
