using System.Buffers.Binary;
using System.Numerics;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>Writes a font file from its tables: directory sorted by tag, tables on 4-byte borders, checksums (OpenType 1.9, "Organization of an OpenType Font").</summary>
/// <param name="version">The file's first four bytes: 0x00010000 for TrueType outlines, 0x4F54544F (<c>OTTO</c>) for CFF.</param>
public sealed class SfntBuilder(uint version = 0x00010000)
{
    private const uint ChecksumMagic = 0xB1B0AFBA;
    private const int AdjustmentOffset = 8;
    private readonly SortedDictionary<uint, ReadOnlyMemory<byte>> _tables = [];

    /// <summary>Puts a table in, instead of one of the same tag.</summary>
    /// <param name="tag">Its four characters.</param>
    /// <param name="table">Its bytes; <c>head</c>'s checkSumAdjustment is written by <see cref="ToArray"/>.</param>
    public SfntBuilder Add(string tag, ReadOnlyMemory<byte> table)
    {
        _tables[Sfnt.Tag(tag)] = table;
        return this;
    }

    /// <summary>Writes the file.</summary>
    public byte[] ToArray()
    {
        var count = _tables.Count;
        var directory = 12 + (16 * count);
        var file = new byte[directory + _tables.Values.Sum(table => Aligned(table.Length))];
        var bytes = file.AsSpan();

        // searchRange, entrySelector and rangeShift serve a binary search of the directory.
        var log = count == 0 ? 0 : BitOperations.Log2((uint)count);
        var searchRange = count == 0 ? 0 : 16 << log;
        BinaryPrimitives.WriteUInt32BigEndian(bytes, version);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], checked((ushort)count));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)searchRange);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[10..], (ushort)((16 * count) - searchRange));

        var offset = directory;
        var record = 12;
        var head = -1;
        foreach (var (tag, table) in _tables)
        {
            table.Span.CopyTo(bytes[offset..]);
            if (tag == Sfnt.Tag("head") && table.Length >= AdjustmentOffset + 4)
            {
                head = offset;
                bytes.Slice(offset + AdjustmentOffset, 4).Clear();
            }

            BinaryPrimitives.WriteUInt32BigEndian(bytes[record..], tag);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(record + 4)..], Checksum(bytes.Slice(offset, Aligned(table.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(record + 8)..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(record + 12)..], (uint)table.Length);
            offset += Aligned(table.Length);
            record += 16;
        }

        if (head >= 0)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(head + AdjustmentOffset)..], unchecked(ChecksumMagic - Checksum(bytes)));
        }

        return file;
    }

    internal static uint Checksum(ReadOnlySpan<byte> alignedBytes)
    {
        var sum = 0u;
        for (; alignedBytes.Length >= 4; alignedBytes = alignedBytes[4..])
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(alignedBytes));
        }

        return sum;
    }

    private static int Aligned(int length) => checked(length + 3) & ~3;
}
