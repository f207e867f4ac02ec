using System.Buffers;
using System.Text;

namespace DocBuilder.Epub.Container;

/// <summary>
/// What is written, in memory that is rented: a book is made of a dozen files that each live for a moment, and growing arrays for them would be most of
/// the garbage of a book.
/// </summary>
internal sealed class RentedStream : Stream
{
    // Most articles are longer than this as XHTML, most other files shorter.
    private const int FirstLength = 16 * 1024;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>What was written; only until more is written, or the stream disposed of.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => _length;

    /// <inheritdoc />
    public override long Position { get => _length; set => throw new NotSupportedException(); }

    /// <summary>Forgets what was written, and keeps the memory for what comes next.</summary>
    public void Clear() => _length = 0;

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Reserve(buffer.Length);
        buffer.CopyTo(_bytes.AsSpan(_length));
        _length += buffer.Length;
    }

    /// <summary>Writes text in UTF-8.</summary>
    public void Write(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        Return();
        _length = 0;
        base.Dispose(disposing);
    }

    private void Reserve(int length)
    {
        if (length <= _bytes.Length - _length)
        {
            return;
        }

        var least = checked(_length + length);
        var more = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(Math.Max(FirstLength, least), 2L * _bytes.Length), Array.MaxLength));
        _bytes.AsSpan(0, _length).CopyTo(more);
        Return();
        _bytes = more;
    }

    private void Return()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }
}
