using System.Buffers.Binary;
using System.IO.Compression;

namespace DocBuilder.Pdf.Images;

/// <summary>The chunks of a PNG file (ISO 15948).</summary>
internal sealed class PngFile
{
    public const int Grey = 0, TrueColor = 2, Indexed = 3, GreyAlpha = 4, TrueColorAlpha = 6;

    private PngFile(int width, int height, int bits, int type, bool isInterlaced)
    {
        Width = width;
        Height = height;
        Bits = bits;
        Type = type;
        IsInterlaced = isInterlaced;
    }

    /// <summary>The first bytes of every file.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public int Width { get; }

    public int Height { get; }

    /// <summary>Bits to a sample.</summary>
    public int Bits { get; }

    /// <summary>The colour type.</summary>
    public int Type { get; }

    public bool IsInterlaced { get; }

    /// <summary>Samples to a pixel.</summary>
    public int Channels => Type switch { TrueColor => 3, GreyAlpha => 2, TrueColorAlpha => 4, _ => 1 };

    /// <summary>Samples to a pixel that are colour.</summary>
    public int Colors => Type is TrueColor or TrueColorAlpha ? 3 : 1;

    /// <summary>RGB triplets; empty for none.</summary>
    public ReadOnlyMemory<byte> Palette { get; private set; }

    /// <summary>tRNS: the opacities of the palette's colours, or the colour that is transparent; empty for none.</summary>
    public ReadOnlyMemory<byte> Transparency { get; private set; }

    /// <summary>The ICC profile; empty for none.</summary>
    public ReadOnlyMemory<byte> Profile { get; private set; }

    /// <summary>gAMA, in hundred-thousandths; null when it says nothing, or an ICC profile or sRGB overrules it.</summary>
    public uint? Gamma { get; private set; }

    /// <summary>The compressed rows.</summary>
    public ReadOnlyMemory<byte> Data { get; private set; }

    /// <summary>Reads the chunks; null when they are broken.</summary>
    public static PngFile? Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.Length < 33 || !bytes.StartsWith(Signature))
        {
            return null;
        }

        var header = bytes.Slice(16, 13);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var (bits, type, interlace) = (header[8], header[9], header[12]);
        var areBitsRight = type switch
        {
            Grey => bits is 1 or 2 or 4 or 8 or 16,
            Indexed => bits is 1 or 2 or 4 or 8,
            TrueColor or GreyAlpha or TrueColorAlpha => bits is 8 or 16,
            _ => false,
        };
        if (width <= 0 || height <= 0 || interlace > 1 || !areBitsRight)
        {
            return null;
        }

        var png = new PngFile(width, height, bits, type, interlace == 1);
        return png.ReadChunks(file) && png.Data.Length > 0 && (type != Indexed || png.Palette.Length is > 0 and <= 768 && png.Palette.Length % 3 == 0) ? png : null;
    }

    private bool ReadChunks(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        using var data = new MemoryStream();
        var isSrgb = false;
        for (var at = 33; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            if (length < 0 || length > bytes.Length - at - 12)
            {
                return false;
            }

            var content = file.Slice(at + 8, length);
            var name = bytes.Slice(at + 4, 4);
            if (name.SequenceEqual("IDAT"u8))
            {
                data.Write(content.Span);
            }
            else if (name.SequenceEqual("PLTE"u8))
            {
                Palette = content;
            }
            else if (name.SequenceEqual("tRNS"u8))
            {
                Transparency = content;
            }
            else if (name.SequenceEqual("sRGB"u8))
            {
                isSrgb = true;
            }
            else if (name.SequenceEqual("gAMA"u8) && length == 4)
            {
                Gamma = BinaryPrimitives.ReadUInt32BigEndian(content.Span);
            }
            else if (name.SequenceEqual("iCCP"u8))
            {
                Profile = ReadProfile(content);
            }

            at += 12 + length;
        }

        Data = data.ToArray();
        Profile = isSrgb ? default : Profile;
        Gamma = isSrgb || Profile.Length > 0 ? null : Gamma;
        return true;
    }

    /// <summary>A name, a zero, the compression method, the profile. What cannot be read is one byte, which no profile is.</summary>
    private static ReadOnlyMemory<byte> ReadProfile(ReadOnlyMemory<byte> chunk)
    {
        byte[] broken = [0];
        var start = chunk.Span.IndexOf((byte)0) + 2;
        if (start < 2 || start >= chunk.Length)
        {
            return broken;
        }

        try
        {
            using var zlib = new ZLibStream(new MemoryStream(chunk[start..].ToArray()), CompressionMode.Decompress);
            var profile = new byte[IccProfile.MostBytes];
            var length = zlib.ReadAtLeast(profile, profile.Length, throwOnEndOfStream: false);
            return length is 0 ? broken : profile.AsMemory(0, length).ToArray();
        }
        catch (InvalidDataException)
        {
            return broken;
        }
    }
}
