using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DocBuilder.Typesetting.Fonts;
using Xunit;

namespace DocBuilder.Tests.Fonts;

public sealed class Woff2Tests
{
    private static readonly string[] KnownTags = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep", "CFF "];

    private static readonly byte[] Font = FontSubsetter.SubsetCharacters(Samples.Face("Amiri"), Samples.Characters(Samples.ArabicNews));

    [Fact]
    public void What_is_unpacked_is_what_was_packed()
    {
        var whole = Sfnt.Parse(Font);
        var tables = Unpack(Woff2.Pack(Font));
        Assert.Equal(whole.Tags, tables.Keys.Order(StringComparer.Ordinal));
        foreach (var tag in whole.Tags)
        {
            Assert.True(whole.TryTable(tag, out var table));
            Assert.True(tables[tag].AsSpan().SequenceEqual(tag == "head" ? Flagged(table) : table.Span), tag);
        }
    }

    [Fact]
    public void It_is_smaller_and_the_same_every_time()
    {
        Assert.InRange(Woff2.Pack(Font).Length, 1, Font.Length * 2 / 3);
        Assert.Equal(Woff2.Pack(Font), Woff2.Pack(Font));
    }

    [Fact]
    public void What_is_no_font_is_refused() => Assert.Throws<InvalidDataException>(() => Woff2.Pack("no font at all"u8.ToArray()));

    private static byte[] Flagged(ReadOnlyMemory<byte> head)
    {
        var flagged = head.ToArray();
        flagged[16] |= 0x08;
        return flagged;
    }

    private static Dictionary<string, byte[]> Unpack(byte[] file)
    {
        Assert.Equal("wOF2"u8, file.AsSpan(0, 4));
        Assert.Equal(file.Length, (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(8)));
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(12));
        var at = 48;
        var entries = new List<(string Tag, int Length)>();
        for (var i = 0; i < count; i++)
        {
            var flags = file[at++];
            var tag = (flags & 63) == 63 ? Encoding.ASCII.GetString(file, at, 4) : (flags & 63) < KnownTags.Length ? KnownTags[flags & 63] : ((string[])["GDEF", "GPOS", "GSUB"])[(flags & 63) - 26];
            at += (flags & 63) == 63 ? 4 : 0;
            Assert.Equal(tag is "glyf" or "loca" ? 3 : 0, flags >> 6);
            var length = 0;
            byte next;
            do
            {
                next = file[at++];
                length = (length << 7) | (next & 0x7F);
            }
            while (next >= 0x80);
            entries.Add((tag, length));
        }

        Assert.Equal(entries.FindIndex(static entry => entry.Tag == "glyf") + 1, entries.FindIndex(static entry => entry.Tag == "loca"));
        var tables = new byte[entries.Sum(static entry => entry.Length)];
        Assert.True(BrotliDecoder.TryDecompress(file.AsSpan(at, (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(20))), tables, out var written));
        Assert.Equal(tables.Length, written);
        var found = new Dictionary<string, byte[]>();
        var offset = 0;
        foreach (var (tag, length) in entries)
        {
            found.Add(tag, tables[offset..(offset + length)]);
            offset += length;
        }

        return found;
    }
}
