using DocBuilder.Documents;

namespace DocBuilder.Pdf.Metadata;

/// <summary>Passes bytes on and remembers their hash, from which the file's identifier follows (ISO 32000-1 14.4): no clock, no path.</summary>
internal sealed class HashedOutput(Stream output) : Stream
{
    // What 14.4 makes of it: an MD5 sum has 16 bytes.
    private const int IdentifierSize = 16;

    private readonly Sha256 _hash = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The identifier of the file as it stands so far.</summary>
    public byte[] Identifier() => _hash.CurrentHash()[..IdentifierSize];

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
