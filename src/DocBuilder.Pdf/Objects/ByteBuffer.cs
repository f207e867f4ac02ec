using System.Buffers;

namespace DocBuilder.Pdf.Objects;

/// <summary>
/// Bytes that grow at their end. The memory is lent by the pool of the process and goes back there with <see cref="Stream.Dispose()"/>, so that one
/// article after another is written into the same.
/// </summary>
/// <param name="capacity">How many bytes are expected.</param>
internal sealed class ByteBuffer(int capacity) : WriteOnlyStream
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>How many bytes were written.</summary>
    public int Count { get; private set; }

    /// <summary>What was written; valid until more is.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    /// <summary>What was written; valid until more is.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Count);

    /// <summary>How many bytes there is memory for.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>Forgets what was written, keeps the memory.</summary>
    public void Clear() => Count = 0;

    /// <summary>Writes a byte.</summary>
    public void Add(byte value)
    {
        if (Count == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Count++] = value;
    }

    /// <summary>Room for bytes behind those that were written; <see cref="Advance"/> says how many it became.</summary>
    /// <param name="most">How many at most.</param>
    public Span<byte> Room(int most)
    {
        if (most > _bytes.Length - Count)
        {
            Grow(most);
        }

        return _bytes.AsSpan(Count);
    }

    /// <summary>Counts bytes that were written into the <see cref="Room"/>.</summary>
    public void Advance(int count) => Count += count;

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        buffer.CopyTo(Room(buffer.Length));
        Count += buffer.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            (_bytes, Count) = ([], 0);
        }

        base.Dispose(disposing);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, checked(Count + more)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
