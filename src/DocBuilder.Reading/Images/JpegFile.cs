using System.Buffers.Binary;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Images;

/// <summary>Checks a JPEG from marker to marker (ITU-T T.81, annex B) without decoding it.</summary>
internal static class JpegFile
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9;

    /// <summary>What the file is; null when it is of a kind that has to be decoded to be shown: CMYK, lossless, arithmetic.</summary>
    public static ImageCheck? Check(ReadOnlySpan<byte> bytes, Limits limits)
    {
        var (width, height, scans) = (0, 0, 0);
        var isTurned = false;
        for (var at = 2; at + 1 < bytes.Length;)
        {
            if (bytes[at] != 0xFF)
            {
                return scans > 0 ? EndsTooEarly : ImageCheck.Failed(ImageProblem.Broken, "its header is damaged");
            }

            var marker = bytes[at + 1];
            if (marker == EndOfImage)
            {
                return scans > 0 && width > 0
                    ? new ImageCheck(ImageProblem.None, "", "image/jpeg", isTurned ? height : width, isTurned ? width : height)
                    : ImageCheck.Failed(ImageProblem.Broken, "it has no pixels");
            }

            // Filling bytes, and markers that stand alone.
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            var length = at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]) : 0;
            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return EndsTooEarly;
            }

            var segment = bytes.Slice(at + 4, length - 2);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (marker > 0xC2 || segment.Length < 6 || segment[0] != 8 || segment[5] is not (1 or 3))
                {
                    return null;
                }

                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
                if (ImageFile.TooManyPixels(width, height, limits) is { } tooLarge)
                {
                    return tooLarge;
                }
            }
            else if (marker == 0xE1)
            {
                isTurned |= ExifOrientation.SwapsSides(segment);
            }

            at += 2 + length;
            if (marker == StartOfScan)
            {
                scans++;
                at += EndOfScan(bytes[at..]);
            }
        }

        return EndsTooEarly;
    }

    private static ImageCheck EndsTooEarly => ImageCheck.Failed(ImageProblem.Broken, "the file ends too early");

    /// <summary>Where the next marker is that ends a scan: 0xFF stands for itself before a zero, and restarts go on.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at + 1 < bytes.Length;)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
            {
                break;
            }

            at += next;
            if (bytes[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += 2;
        }

        return bytes.Length;
    }
}
