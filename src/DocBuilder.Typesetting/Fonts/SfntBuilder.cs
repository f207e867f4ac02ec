using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

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

    /// <summary>The file's length in bytes.</summary>
    public int Length => DirectoryLength + _tables.Values.Sum(static table => Aligned(table.Length));

    private int DirectoryLength => 12 + (16 * _tables.Count);

    /// <summary>Writes the file.</summary>
    public byte[] ToArray()
    {
        var file = new byte[Length];
        Write(file);
        return file;
    }

    /// <summary>Writes the file.</summary>
    /// <param name="bytes">Where; at least <see cref="Length"/> bytes, which may hold anything.</param>
    public void Write(Span<byte> bytes)
    {
        var count = _tables.Count;

        // searchRange, entrySelector and rangeShift serve a binary search of the directory.
        var log = count == 0 ? 0 : BitOperations.Log2((uint)count);
        var searchRange = count == 0 ? 0 : 16 << log;
        BinaryPrimitives.WriteUInt32BigEndian(bytes, version);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], checked((ushort)count));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)searchRange);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[10..], (ushort)((16 * count) - searchRange));

        var offset = DirectoryLength;
        var record = 12;
        var head = -1;
        var sum = 0u;
        foreach (var (tag, table) in _tables)
        {
            var target = bytes.Slice(offset, Aligned(table.Length));
            table.Span.CopyTo(target);
            target[table.Length..].Clear();
            if (tag == Sfnt.Tag("head") && table.Length >= AdjustmentOffset + 4)
            {
                head = offset;
                target.Slice(AdjustmentOffset, 4).Clear();
            }

            var checksum = Checksum(target);
            sum = unchecked(sum + checksum);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[record..], tag);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(record + 4)..], checksum);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(record + 8)..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(record + 12)..], (uint)table.Length);
            offset += target.Length;
            record += 16;
        }

        if (head >= 0)
        {
            // The file's checksum is that of its tables and of the directory before them.
            sum = unchecked(sum + Checksum(bytes[..DirectoryLength]));
            BinaryPrimitives.WriteUInt32BigEndian(bytes[(head + AdjustmentOffset)..], unchecked(ChecksumMagic - sum));
        }
    }

    internal static uint Checksum(ReadOnlySpan<byte> alignedBytes)
    {
        // Two numbers of the table at once, since it is read whole.
        var sum = 0UL;
        foreach (var pair in MemoryMarshal.Cast<byte, ulong>(alignedBytes))
        {
            var numbers = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(pair) : pair;
            sum = unchecked(sum + (numbers >> 32) + (uint)numbers);
        }

        var last = alignedBytes[(alignedBytes.Length & ~7)..];
        return unchecked((uint)sum + (last.Length >= 4 ? BinaryPrimitives.ReadUInt32BigEndian(last) : 0));
    }

    private static int Aligned(int length) => checked(length + 3) & ~3;
}
