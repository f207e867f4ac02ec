using System.Buffers;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>Bytes that lie in the program's own image for as long as it runs: read in place, never copied, never freed.</summary>
internal sealed unsafe class MappedMemory(byte* start, int length) : MemoryManager<byte>
{
    public override Span<byte> GetSpan() => new(start, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
