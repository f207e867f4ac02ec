using System.IO.Compression;

namespace DocBuilder.Pdf.Images;

/// <summary>Compresses rows with PNG's filters, each row with the one that leaves least (ISO 15948, 12.8).</summary>
internal sealed class PngRowWriter : IDisposable
{
    private const int Filters = 5;

    private readonly MemoryStream _output = new();
    private readonly ZLibStream _zlib;
    private readonly byte[][] _filtered;
    private readonly byte[] _above;
    private readonly int _pixelBytes;

    /// <param name="rowBytes">Bytes of a row.</param>
    /// <param name="pixelBytes">Bytes from a sample to the same one of the next pixel, at least 1.</param>
    public PngRowWriter(int rowBytes, int pixelBytes)
    {
        _zlib = new ZLibStream(_output, CompressionLevel.Optimal, leaveOpen: true);
        _filtered = [.. Enumerable.Range(0, Filters).Select(filter => new byte[rowBytes + 1])];
        _above = new byte[rowBytes];
        _pixelBytes = pixelBytes;
        for (var filter = 0; filter < Filters; filter++)
        {
            _filtered[filter][0] = (byte)filter;
        }
    }

    /// <summary>PNG's predictor: of left, above and the corner between them the one nearest to left + above - corner.</summary>
    public static byte Paeth(byte left, byte above, byte corner)
    {
        var estimate = left + above - corner;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - above), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }

    /// <summary>Adds a row.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        Span<long> sums = stackalloc long[Filters];
        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= _pixelBytes ? row[i - _pixelBytes] : (byte)0;
            var corner = i >= _pixelBytes ? _above[i - _pixelBytes] : (byte)0;
            var above = _above[i];
            Set(0, row[i], sums);
            Set(1, (byte)(row[i] - left), sums);
            Set(2, (byte)(row[i] - above), sums);
            Set(3, (byte)(row[i] - ((left + above) / 2)), sums);
            Set(4, (byte)(row[i] - Paeth(left, above, corner)), sums);

            void Set(int filter, byte value, Span<long> sums)
            {
                _filtered[filter][i + 1] = value;
                sums[filter] += Math.Abs((int)(sbyte)value);
            }
        }

        var best = 0;
        for (var filter = 1; filter < Filters; filter++)
        {
            best = sums[filter] < sums[best] ? filter : best;
        }

        _zlib.Write(_filtered[best]);
        row.CopyTo(_above);
    }

    /// <summary>The compressed rows.</summary>
    public byte[] Finish()
    {
        _zlib.Dispose();
        return _output.ToArray();
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _output.Dispose();
    }
}
