using System.IO.Hashing;
using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Metadata;

/// <summary>
/// Passes bytes on and remembers their hash, which is the file's identifier (ISO 32000-1 14.4): no clock, no path. It tells files apart and keeps no
/// secret, so that a quick hash of the 16 bytes that 14.4 makes of it will do.
/// </summary>
internal sealed class HashedOutput(Stream output) : WriteOnlyStream
{
    private readonly XxHash128 _hash = new();

    /// <summary>The identifier of the file as it stands so far.</summary>
    public byte[] Identifier() => _hash.GetCurrentHash();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        output.Write(buffer);
        _hash.Append(buffer);
    }

    public override void Flush() => output.Flush();
}
