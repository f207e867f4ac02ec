using System.Buffers.Binary;
using System.Text;

namespace DocBuilder.Epub.Container;

/// <summary>
/// Writes a ZIP file as OCF wants it (EPUB 3.3, 4.2): entries stored or deflated, no extra fields, no data descriptors,
/// no encryption, ASCII names, one fixed time, so that the same entries give the same bytes on any stream.
/// </summary>
internal sealed class ZipWriter(Stream output)
{
    private const ushort VersionNeeded = 20;

    // Compression methods.
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    // MS-DOS date of 1980-01-01, the first that a ZIP file can say; the time is midnight.
    private const ushort FixedDate = (0 << 9) | (1 << 5) | 1;

    private readonly List<Entry> entries = [];
    private long position;

    private readonly record struct Entry(byte[] Name, ushort Method, uint Crc, uint CompressedSize, uint Size, uint Offset);

    /// <summary>Adds an entry.</summary>
    public void Add(string name, PackedFile file)
    {
        var entry = new Entry(
            Encoding.ASCII.GetBytes(name), file.IsDeflated ? Deflated : Stored, file.Crc, checked((uint)file.Bytes.Length), checked((uint)file.Size), checked((uint)position));
        entries.Add(entry);
        Span<byte> header = stackalloc byte[30];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        WriteCommon(header[4..], entry);
        Write(header);
        Write(entry.Name);
        Write(file.Bytes.Span);
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
