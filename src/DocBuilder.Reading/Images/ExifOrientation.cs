using System.Buffers.Binary;

namespace DocBuilder.Reading.Images;

/// <summary>Reads tag 0x0112 of EXIF's first directory (CIPA DC-008, 4.6.4).</summary>
internal static class ExifOrientation
{
    /// <summary>Whether a JPEG's APP1 segment says that the picture is shown on its side, so that width and height change places.</summary>
    public static bool SwapsSides(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment.StartsWith("Exif\0\0"u8))
        {
            return false;
        }

        var tiff = segment[6..];
        var isLittle = tiff[0] == (byte)'I';
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2)
        {
            return false;
        }

        var count = UInt16(tiff[(int)start..]);
        for (var entry = (int)start + 2; count-- > 0 && entry + 12 <= tiff.Length; entry += 12)
        {
            if (UInt16(tiff[entry..]) == 0x0112)
            {
                return UInt16(tiff[(entry + 8)..]) is >= 5 and <= 8;
            }
        }

        return false;

        int UInt16(ReadOnlySpan<byte> at) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
    }
}
