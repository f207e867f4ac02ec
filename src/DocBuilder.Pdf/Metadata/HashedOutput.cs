using System.IO.Hashing;

namespace DocBuilder.Pdf.Metadata;

/// <summary>
/// Passes bytes on and remembers their hash, which is the file's identifier (ISO 32000-1 14.4): no clock, no path. It tells files apart and keeps no
/// secret, so that a quick hash of the 16 bytes that 14.4 makes of it will do.
/// </summary>
internal sealed class HashedOutput(Stream output) : Stream
{
    private readonly XxHash128 _hash = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The identifier of the file as it stands so far.</summary>
    public byte[] Identifier() => _hash.GetCurrentHash();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        output.Write(buffer);
        _hash.Append(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
