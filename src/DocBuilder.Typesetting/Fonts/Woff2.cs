using System.Buffers.Binary;
using System.IO.Compression;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>
/// Packs a font file as WOFF2 (W3C, "WOFF File Format 2.0"), which all browsers and the reading systems made of them open. The tables are compressed as they
/// are; of the format's transforms, which save some more of large outlines, there are none.
/// </summary>
public static class Woff2
{
    private const uint Signature = 0x774F4632; // wOF2
    private const int HeaderLength = 48;

    // More effort makes a font smaller by a hundredth and takes five times as long.
    private const int Quality = 5;
    private const int Window = 22;

    // 5.1: the bits of a directory entry.
    private const int ArbitraryTag = 63;
    private const int NotTransformed = 3 << 6;

    // OpenType, "head": the font was compressed without loss.
    private const int FlagsOffset = 16;
    private const int Lossless = 1 << 11;

    // 5.1: tags that are written as their places in this list, which goes on with tables that no edition keeps.
    private static readonly string[] KnownTags =
    [
        "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep", "CFF ", "VORG", "EBDT", "EBLC", "gasp", "hdmx", "kern", "LTSH", "PCLT", "VDMX",
        "vhea", "vmtx", "BASE", "GDEF", "GPOS", "GSUB",
    ];

    /// <summary>Packs a font file.</summary>
    /// <param name="font">A TrueType or OpenType file with one face.</param>
    /// <exception cref="InvalidDataException">It is not one.</exception>
    public static byte[] Pack(ReadOnlyMemory<byte> font)
    {
        var sfnt = Sfnt.Parse(font);
        // 5.3: loca comes right after glyf.
        List<string> tags = [.. sfnt.Tags.Where(static tag => tag != "loca")];
        if (sfnt.Has("loca"))
        {
            tags.Insert(tags.IndexOf("glyf") + 1, "loca");
        }

        using var directory = new MemoryStream();
        using var tables = new MemoryStream();
        var unpacked = 12 + (16 * tags.Count);
        foreach (var tag in tags)
        {
            var table = sfnt.Span(tag);
            WriteEntry(directory, tag, table.Length);
            tables.Write(tag == "head" ? Marked(table) : table);
            unpacked += Aligned(table.Length);
        }

        var packed = Compress(tables.GetBuffer().AsSpan(0, (int)tables.Length));
        var file = new byte[Aligned(HeaderLength + (int)directory.Length + packed.Length)];
        WriteHeader(file, sfnt.Version, tags.Count, unpacked, packed.Length);
        directory.GetBuffer().AsSpan(0, (int)directory.Length).CopyTo(file.AsSpan(HeaderLength));
        packed.CopyTo(file.AsSpan(HeaderLength + (int)directory.Length));
        return file;
    }

    // Metadata and private data, whose places and lengths end the header, there are none.
    private static void WriteHeader(Span<byte> file, uint version, int tables, int unpacked, int packed)
    {
        BinaryPrimitives.WriteUInt32BigEndian(file, Signature);
        BinaryPrimitives.WriteUInt32BigEndian(file[4..], version);
        BinaryPrimitives.WriteUInt32BigEndian(file[8..], (uint)file.Length);
        BinaryPrimitives.WriteUInt16BigEndian(file[12..], checked((ushort)tables));
        BinaryPrimitives.WriteUInt32BigEndian(file[16..], (uint)unpacked);
        BinaryPrimitives.WriteUInt32BigEndian(file[20..], (uint)packed);
        BinaryPrimitives.WriteUInt16BigEndian(file[24..], 1);
    }

    private static void WriteEntry(MemoryStream directory, string tag, int length)
    {
        var number = Array.IndexOf(KnownTags, tag);
        directory.WriteByte((byte)((number < 0 ? ArbitraryTag : number) | (tag is "glyf" or "loca" ? NotTransformed : 0)));
        if (number < 0)
        {
            foreach (var letter in tag)
            {
                directory.WriteByte((byte)letter);
            }
        }

        WriteBase128(directory, (uint)length);
    }

    /// <summary>A number in as few bytes as hold it, seven bits each, the last without its high bit (4.1, UIntBase128).</summary>
    private static void WriteBase128(MemoryStream output, uint number)
    {
        var shift = 0;
        while (number >> shift > 0x7F)
        {
            shift += 7;
        }

        for (; shift > 0; shift -= 7)
        {
            output.WriteByte((byte)(0x80 | ((number >> shift) & 0x7F)));
        }

        output.WriteByte((byte)(number & 0x7F));
    }

    private static byte[] Marked(ReadOnlySpan<byte> head)
    {
        var marked = head.ToArray();
        if (marked.Length >= FlagsOffset + 2)
        {
            var flags = marked.AsSpan(FlagsOffset);
            BinaryPrimitives.WriteUInt16BigEndian(flags, (ushort)(BinaryPrimitives.ReadUInt16BigEndian(flags) | Lossless));
        }

        return marked;
    }

    private static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window)
            ? packed[..length]
            : throw new InvalidOperationException("The room that Brotli asked for was too small.");
    }

    private static int Aligned(int length) => checked(length + 3) & ~3;
}
