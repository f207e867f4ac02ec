using System.Globalization;
using System.Text;
using SkiaSharp;

namespace DocBuilder.Conformance.Drawings;

/// <summary>A picture as bytes of red, green and blue.</summary>
internal sealed class Pixels(int width, int height, byte[] bytes)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Decodes a PNG over white.</summary>
    public static Pixels Read(string path)
    {
        using var bitmap = SKBitmap.Decode(path);
        var bytes = new byte[bitmap.Width * bitmap.Height * 3];
        for (int y = 0, at = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                var color = bitmap.GetPixel(x, y);
                foreach (var part in (ReadOnlySpan<byte>)[color.Red, color.Green, color.Blue])
                {
                    bytes[at++] = (byte)(255 - ((255 - part) * color.Alpha / 255));
                }
            }
        }

        return new Pixels(bitmap.Width, bitmap.Height, bytes);
    }

    /// <summary>Reads a portable pixmap of 8 bits, as our own script writes it: three lines, then the pixels.</summary>
    public static Pixels ReadPixmap(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var start = 0;
        for (var line = 0; line < 3; line++)
        {
            start = Array.IndexOf(bytes, (byte)'\n', start) + 1;
        }

        var header = Encoding.ASCII.GetString(bytes, 0, start).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (width, height) = (int.Parse(header[1], CultureInfo.InvariantCulture), int.Parse(header[2], CultureInfo.InvariantCulture));
        return new Pixels(width, height, bytes[start..]);
    }

    /// <summary>Some rows of it.</summary>
    public Pixels Rows(int start, int count) => new(Width, count, bytes.AsSpan(start * Width * 3, count * Width * 3).ToArray());

    /// <summary>The first columns of it.</summary>
    public Pixels Columns(int count) =>
        new(count, Height, [.. Enumerable.Range(0, Height).SelectMany(y => bytes.AsSpan(y * Width * 3, count * 3).ToArray())]);

    /// <summary>How much a component differs on the average, 0 to 255.</summary>
    public double DifferenceFrom(Pixels other)
    {
        if ((Width, Height) != (other.Width, other.Height))
        {
            throw new ArgumentException($"{Width}x{Height} cannot be compared with {other.Width}x{other.Height}.", nameof(other));
        }

        var theirs = other.Bytes;
        return bytes.Zip(theirs, static (a, b) => (double)Math.Abs(a - b)).Average();
    }

    /// <summary>The components, row by row.</summary>
    public byte[] Bytes => bytes;
}
