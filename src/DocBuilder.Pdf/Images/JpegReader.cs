using System.Buffers.Binary;

namespace DocBuilder.Pdf.Images;

/// <summary>Reads the markers of a JPEG file (ITU-T T.81 annex B) to see whether it can go into a PDF as it is.</summary>
internal static class JpegReader
{
    /// <summary>The image, or null when it has to be decoded: not 8 bits, CMYK, or not what it says.</summary>
    public static ImageData? Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        {
            return null;
        }

        var orientation = 1;
        var profile = new SortedDictionary<int, ReadOnlyMemory<byte>>();
        for (var at = 2; at + 4 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length || marker is 0xD9 or 0xDA)
            {
                return null;
            }

            var segment = bytes.Slice(at + 4, length - 2);
            if (marker == 0xE1)
            {
                orientation = ReadOrientation(segment) ?? orientation;
            }
            else if (marker == 0xE2 && segment.StartsWith("ICC_PROFILE\0"u8) && segment.Length > 14)
            {
                // ICC.1, B.4: its number among the pieces, how many there are, the piece.
                profile.TryAdd(segment[12], file.Slice(at + 4 + 14, length - 2 - 14));
            }
            else if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return ReadFrame(marker, segment, file) is { } image ? WithColor(image, profile.Values) with { Orientation = new ImageOrientation(orientation) } : null;
            }

            at += 2 + length;
        }

        return null;
    }

    /// <summary>The frame header. PDF readers know baseline, extended and progressive Huffman coding: SOF0, SOF1, SOF2.</summary>
    private static ImageData? ReadFrame(byte marker, ReadOnlySpan<byte> segment, ReadOnlyMemory<byte> file)
    {
        if (marker > 0xC2 || segment.Length < 6 || segment[0] != 8 || segment[5] is not (1 or 3))
        {
            return null;
        }

        var height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        return width == 0 || height == 0 ? null : new ImageData(width, height, 8, segment[5], file, ImageFilter.Jpeg);
    }

    private static ImageData WithColor(ImageData image, IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        byte[] profile = [.. pieces.SelectMany(static piece => piece.ToArray())];
        var verdict = profile.Length == 0 ? IccVerdict.Srgb : IccProfile.Judge(profile, image.Colors);
        return image with { Profile = verdict == IccVerdict.Usable ? profile : default, IsProfileDropped = verdict == IccVerdict.Unusable };
    }

    /// <summary>Tag 0x0112 of EXIF's first directory; null when it is not there.</summary>
    private static int? ReadOrientation(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment.StartsWith("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = segment[6..];
        var isLittle = tiff[0] == (byte)'I';
        var directory = UInt32(tiff, 4);
        if (directory > tiff.Length - 2)
        {
            return null;
        }

        var count = UInt16(tiff, (int)directory);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)directory + 2 + (12 * i);
            if (entry + 12 > tiff.Length)
            {
                return null;
            }

            if (UInt16(tiff, entry) == 0x0112)
            {
                var value = UInt16(tiff, entry + 8);
                return value is >= 1 and <= 8 ? value : null;
            }
        }

        return null;

        ushort UInt16(ReadOnlySpan<byte> span, int at) =>
            isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(span[at..]) : BinaryPrimitives.ReadUInt16BigEndian(span[at..]);
        uint UInt32(ReadOnlySpan<byte> span, int at) =>
            isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(span[at..]) : BinaryPrimitives.ReadUInt32BigEndian(span[at..]);
    }
}
