using System.Buffers.Binary;
using CsCheck;
using DocBuilder.Typesetting.Fonts;
using Xunit;

namespace DocBuilder.Tests.Fonts;

public class SfntTests
{
    private static readonly byte[] Vazirmatn = File.ReadAllBytes(Samples.File("fonts/vazirmatn/Vazirmatn-Regular.ttf"));

    [Fact]
    public void Tables_are_listed_and_found()
    {
        var font = Sfnt.Parse(Vazirmatn);

        Assert.Equal(0x00010000u, font.Version);
        Assert.Equal(
            ["GDEF", "GPOS", "GSUB", "OS/2", "STAT", "cmap", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"],
            font.Tags);
        Assert.True(font.TryTable("head", out var head));
        Assert.Equal(54, head.Length);
        Assert.False(font.TryTable("CFF ", out _));
    }

    [Fact]
    public void A_font_put_together_again_has_the_checksums_of_the_one_taken_apart()
    {
        var font = Sfnt.Parse(Vazirmatn);
        var builder = new SfntBuilder(font.Version);
        foreach (var tag in font.Tags.Reverse())
        {
            Assert.True(font.TryTable(tag, out var table));
            builder.Add(tag, table);
        }

        var file = builder.ToArray();

        // OpenType 1.9: the whole file sums up to the magic number; directory and padding are as the original's.
        Assert.Equal(0xB1B0AFBAu, SfntBuilder.Checksum(file));
        Assert.Equal(Vazirmatn.Length, file.Length);
        var original = Records(Vazirmatn);
        Assert.All(Records(file), record => Assert.Equal(original[record.Key], record.Value));
    }

    [Fact]
    public void Tables_of_odd_length_are_padded()
    {
        var file = new SfntBuilder().Add("aaaa", new byte[] { 1, 2, 3, 4, 5 }).Add("bbbb", new byte[] { 9 }).ToArray();

        var font = Sfnt.Parse(file);
        Assert.True(font.TryTable("aaaa", out var odd));
        Assert.Equal([1, 2, 3, 4, 5], odd.ToArray());
        Assert.Equal(12 + 32 + 8 + 4, file.Length);
    }

    [Fact]
    public void A_font_cut_anywhere_is_refused_or_read_and_never_more() =>
        Gen.Int[0, Vazirmatn.Length].Sample(length => Survives(Vazirmatn[..length]), iter: 200);

    [Fact]
    public void A_font_with_wrong_bytes_anywhere_is_refused_or_used_and_never_more() =>
        Gen.Select(Gen.Int[0, 2000], Gen.Byte).Array[1, 12].Select(Gen.Bool, (changes, isInDirectory) => (changes, isInDirectory)).Sample(
            sample =>
            {
                var font = (byte[])Vazirmatn.Clone();
                foreach (var (position, value) in sample.changes)
                {
                    // Half of the cases spoil the directory, half the whole file.
                    font[sample.isInDirectory ? position % 300 : (int)((long)position * font.Length / 2001)] = value;
                }

                Survives(font);
            },
            iter: 300);

    [Fact]
    public void Random_bytes_are_no_font() => Gen.Byte.Array[0, 200].Sample(bytes => Survives(bytes), iter: 500);

    private static void Survives(byte[] font)
    {
        try
        {
            using var face = FontFace.Read(font);
            _ = (face.FamilyName, face.SubfamilyName, face.PostScriptName, face.Version, face.License, face.XHeight, face.CapHeight);
            Samples.Shape(face, Samples.Persian, "fa");
            if (face.GlyphCount > 3)
            {
                FontFiles.Cut(face, [1, 2, 3]);
            }

            FontSubsetter.SubsetCharacters(face, Samples.Characters(Samples.Persian));
        }
        catch (InvalidDataException)
        {
            // Refused: what the user reads is a finding.
        }
    }

    private static Dictionary<string, (uint Checksum, uint Length)> Records(byte[] font) =>
        Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4)))
            .Select(i => font.AsSpan(12 + (16 * i), 16).ToArray())
            .ToDictionary(
                record => System.Text.Encoding.Latin1.GetString(record, 0, 4),
                record => (BinaryPrimitives.ReadUInt32BigEndian(record.AsSpan(4)), BinaryPrimitives.ReadUInt32BigEndian(record.AsSpan(12))));
}
