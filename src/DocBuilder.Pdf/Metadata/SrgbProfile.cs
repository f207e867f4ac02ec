using System.Buffers.Binary;
using System.Text;
using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Metadata;

/// <summary>An ICC profile of sRGB (IEC 61966-2-1), version 4.2 (ICC.1:2004-10): three primaries, one curve, half a kilobyte.</summary>
internal static class SrgbProfile
{
    /// <summary>The profile behind Flate. It is always the same, and so compressed only once.</summary>
    public static ReadOnlyMemory<byte> Compressed { get; } = Flate.Compress(Write());

    /// <summary>The profile's bytes.</summary>
    public static byte[] Write()
    {
        // The primaries and the white point adapted from D65 to the profile connection space's D50 (Bradford), as IEC 61966-2-1 gives them.
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Localized("sRGB")),
            ("cprt", Localized("No copyright, use freely")),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("chad", Matrix([1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168])),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];

        var table = new byte[4 + (12 * tags.Length)];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        using var body = new MemoryStream();
        var written = new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < tags.Length; i++)
        {
            if (!written.TryGetValue(tags[i].Data, out var offset))
            {
                offset = 128 + table.Length + (int)body.Length;
                written.Add(tags[i].Data, offset);
                body.Write(tags[i].Data);
                body.Write(new byte[(4 - (tags[i].Data.Length % 4)) % 4]);
            }

            var row = table.AsSpan(4 + (12 * i));
            Encoding.ASCII.GetBytes(tags[i].Tag, row);
            BinaryPrimitives.WriteInt32BigEndian(row[4..], offset);
            BinaryPrimitives.WriteInt32BigEndian(row[8..], tags[i].Data.Length);
        }

        return [.. Header(128 + table.Length + (int)body.Length), .. table, .. body.ToArray()];
    }

    private static byte[] Header(int size)
    {
        var header = new byte[128];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        header[8] = 4;
        header[9] = 0x20;
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        ReadOnlySpan<short> date = [2004, 10, 1, 0, 0, 0];
        for (var i = 0; i < date.Length; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24 + (2 * i)), date[i]);
        }

        "acsp"u8.CopyTo(header.AsSpan(36));
        WriteXyz(header.AsSpan(68), 0.9642, 1, 0.8249);
        return header;
    }

    /// <summary>multiLocalizedUnicodeType with one record, en-US.</summary>
    private static byte[] Localized(string text)
    {
        var data = new byte[28 + (2 * text.Length)];
        "mluc"u8.CopyTo(data);
        data[11] = 1;
        data[15] = 12;
        "enUS"u8.CopyTo(data.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), 2 * text.Length);
        data[27] = 28;
        Encoding.BigEndianUnicode.GetBytes(text, data.AsSpan(28));
        return data;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        "XYZ "u8.CopyTo(data);
        WriteXyz(data.AsSpan(8), x, y, z);
        return data;
    }

    private static byte[] Matrix(ReadOnlySpan<double> values)
    {
        var data = new byte[8 + (4 * values.Length)];
        "sf32"u8.CopyTo(data);
        for (var i = 0; i < values.Length; i++)
        {
            WriteFixed(data.AsSpan(8 + (4 * i)), values[i]);
        }

        return data;
    }

    /// <summary>parametricCurveType, function 3: linear near black, a power above.</summary>
    private static byte[] Curve()
    {
        ReadOnlySpan<double> parameters = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
        var data = new byte[12 + (4 * parameters.Length)];
        "para"u8.CopyTo(data);
        data[9] = 3;
        for (var i = 0; i < parameters.Length; i++)
        {
            WriteFixed(data.AsSpan(12 + (4 * i)), parameters[i]);
        }

        return data;
    }

    private static void WriteXyz(Span<byte> target, double x, double y, double z)
    {
        WriteFixed(target, x);
        WriteFixed(target[4..], y);
        WriteFixed(target[8..], z);
    }

    private static void WriteFixed(Span<byte> target, double value) =>
        BinaryPrimitives.WriteInt32BigEndian(target, (int)Math.Round(value * 65536));
}
