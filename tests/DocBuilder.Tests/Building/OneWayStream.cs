namespace DocBuilder.Tests.Building;

/// <summary>A stream as a network gives it: one way, no seeking, a few bytes at a time.</summary>
internal sealed class OneWayStream : Stream
{
    private const int Most = 1_000;

    private readonly Stream _inner;

    private OneWayStream(Stream inner, bool reads)
    {
        _inner = inner;
        CanRead = reads;
        CanWrite = !reads;
    }

    public override bool CanRead { get; }

    public override bool CanSeek => false;

    public override bool CanWrite { get; }

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>What happens before every step.</summary>
    internal Action BeforeStep { get; init; } = () => { };

    internal static OneWayStream Reading(Stream inner) => new(inner, reads: true);

    internal static OneWayStream Reading(Stream inner, Action beforeStep) => new(inner, reads: true) { BeforeStep = beforeStep };

    internal static OneWayStream Writing(Stream inner) => new(inner, reads: false);

    internal static OneWayStream Writing(Stream inner, Action beforeStep) => new(inner, reads: false) { BeforeStep = beforeStep };

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        BeforeStep();
        return _inner.Read(buffer[..Math.Min(buffer.Length, Most)]);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        BeforeStep();
        _inner.Write(buffer);
    }

    public override void Flush() => _inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
