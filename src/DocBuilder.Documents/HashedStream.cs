namespace DocBuilder.Documents;

/// <summary>Passes bytes on and knows the SHA-256 hash of what it passed: whoever asks later need not read them again.</summary>
/// <param name="output">Where the bytes go; stays open.</param>
public sealed class HashedStream(Stream output) : Stream
{
    private readonly Sha256 _hash = new();
    private long _length;

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <summary>How many bytes were written so far.</summary>
    public override long Length => _length;

    /// <summary>How many bytes were written so far; cannot be set.</summary>
    public override long Position { get => _length; set => throw new NotSupportedException(); }

    /// <summary>The hash of what was written so far.</summary>
    public byte[] CurrentHash() => _hash.CurrentHash();

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        output.Write(buffer);
        _hash.Append(buffer);
        _length += buffer.Length;
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override void Flush() => output.Flush();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();
}
