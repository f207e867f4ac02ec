using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>Passes bytes on and knows the SHA-256 hash of what it passed: whoever asks later need not read them again.</summary>
/// <param name="output">Where the bytes go; stays open.</param>
internal sealed class HashedStream(Stream output) : Stream
{
    private readonly Sha256 _hash = new();
    private long _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>How many bytes were written so far.</summary>
    public override long Length => _length;

    /// <summary>How many bytes were written so far; cannot be set.</summary>
    public override long Position { get => _length; set => throw new NotSupportedException(); }

    /// <summary>The hash of what was written so far.</summary>
    public byte[] CurrentHash() => _hash.CurrentHash();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        output.Write(buffer);
        _hash.Append(buffer);
        _length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
