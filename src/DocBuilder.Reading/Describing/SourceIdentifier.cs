using DocBuilder.Documents;

namespace DocBuilder.Reading.Describing;

/// <summary>An identifier made of the source's bytes: a UUID of version 8 (RFC 9562 section 5.8) over their SHA-256.</summary>
internal static class SourceIdentifier
{
    public static string Of(ReadOnlySpan<byte> source)
    {
        var uuid = Sha256.HashData(source).AsSpan(0, 16);
        uuid[6] = (byte)((uuid[6] & 0x0F) | 0x80);
        uuid[8] = (byte)((uuid[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(uuid, bigEndian: true).ToString("D");
    }
}
