using System.Buffers;

namespace DocBuilder.Epub.Cover;

/// <summary>The pixels of a picture of at most sixteen colours, as PNG has them: rows of two pixels a byte, before each a byte that says "no filter".</summary>
/// <remarks>
/// No filter: the next pixel of a drawing is mostly of the same colour, and a palette's neighbours mean nothing. The bytes are rented, since nearly half
/// a megabyte that lives for a moment is what makes collections of garbage dear.
/// </remarks>
internal sealed class IndexedPixels : IDisposable
{
    private readonly int _stride;
    private byte[] _bytes;

    /// <summary>Makes a picture.</summary>
    /// <param name="width">Its width in pixels, even.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="ground">The <see cref="Bytes"/> of a picture of the same size that it begins as; none for the palette's first colour.</param>
    public IndexedPixels(int width, int height, ReadOnlySpan<byte> ground)
    {
        (Width, Height, _stride) = (width, height, 1 + (width / 2));
        _bytes = ArrayPool<byte>.Shared.Rent(_stride * height);
        ground.CopyTo(_bytes);
        _bytes.AsSpan(ground.Length, (_stride * height) - ground.Length).Clear();
    }

    /// <summary>The width in pixels.</summary>
    public int Width { get; }

    /// <summary>The height in pixels.</summary>
    public int Height { get; }

    /// <summary>The rows from the top.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _stride * Height);

    /// <summary>Colours a pixel.</summary>
    /// <param name="x">Its column from the left.</param>
    /// <param name="y">Its row from the top.</param>
    /// <param name="color">Its colour's place in the palette, below sixteen.</param>
    public void Set(int x, int y, int color)
    {
        ref var pair = ref _bytes[(y * _stride) + 1 + (x / 2)];
        pair = (byte)((x & 1) == 0 ? (pair & 0x0F) | (color << 4) : (pair & 0xF0) | color);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }
}
