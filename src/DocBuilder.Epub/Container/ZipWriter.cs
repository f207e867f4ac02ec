using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace DocBuilder.Epub.Container;

/// <summary>
/// Writes a ZIP file as OCF wants it (EPUB 3.3, 4.2): entries stored or deflated, no extra fields, no data descriptors,
/// no encryption, ASCII names, one fixed time, so that the same entries give the same bytes on any stream.
/// </summary>
internal sealed class ZipWriter(Stream output)
{
    private const ushort VersionNeeded = 20;

    // MS-DOS date of 1980-01-01, the first that a ZIP file can say; the time is midnight.
    private const ushort FixedDate = (0 << 9) | (1 << 5) | 1;

    // Of fonts, the bulk of a book, 9 leaves more and takes twice as long; 7 leaves three thousandths less of anything, and takes half as long again.
    private static readonly ZLibCompressionOptions Compression = new() { CompressionLevel = 6 };

    private readonly List<Entry> entries = [];
    private long position;

    private readonly record struct Entry(byte[] Name, ushort Method, uint Crc, uint CompressedSize, uint Size, uint Offset);

    /// <summary>Adds an entry as it is.</summary>
    public void AddStored(string name, ReadOnlySpan<byte> content) => Add(name, method: 0, content, content);

    /// <summary>Adds an entry compressed, unless compression would not make it smaller.</summary>
    public void AddDeflated(string name, ReadOnlySpan<byte> content)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, Compression, leaveOpen: true))
        {
            deflate.Write(content);
        }

        if (compressed.Length < content.Length)
        {
            Add(name, method: 8, content, compressed.GetBuffer().AsSpan(0, checked((int)compressed.Length)));
        }
        else
        {
            AddStored(name, content);
        }
    }

    /// <summary>Writes the central directory. Nothing can be added afterwards.</summary>
    public void Finish()
    {
        var start = position;
        Span<byte> header = stackalloc byte[46];
        foreach (var entry in entries)
        {
            header.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014B50);
            BinaryPrimitives.WriteUInt16LittleEndian(header[4..], VersionNeeded);
            WriteCommon(header[6..], entry);
            BinaryPrimitives.WriteUInt32LittleEndian(header[42..], entry.Offset);
            Write(header);
            Write(entry.Name);
        }

        var count = checked((ushort)entries.Count);
        Span<byte> end = stackalloc byte[22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], checked((uint)(position - start)));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], checked((uint)start));
        Write(end);
    }

    private void Add(string name, ushort method, ReadOnlySpan<byte> content, ReadOnlySpan<byte> stored)
    {
        var entry = new Entry(
            Encoding.ASCII.GetBytes(name), method, Crc32.HashToUInt32(content), checked((uint)stored.Length), checked((uint)content.Length), checked((uint)position));
        entries.Add(entry);
        Span<byte> header = stackalloc byte[30];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        WriteCommon(header[4..], entry);
        Write(header);
        Write(entry.Name);
        Write(stored);
    }

    // What the local header and the central directory share: from "version needed" to "extra field length".
    private static void WriteCommon(Span<byte> fields, Entry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(fields, VersionNeeded);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[4..], entry.Method);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[8..], FixedDate);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[14..], entry.CompressedSize);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[18..], entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[22..], checked((ushort)entry.Name.Length));
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        position += bytes.Length;
    }
}
