using System.Text;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>Identifies an edition of an article: the same for the same article, different for its two editions and for every layout of its pages.</summary>
internal static class EditionIdentifier
{
    /// <summary>
    /// A name-based UUID with SHA-256 (RFC 9562, 5.8 and B.2): the article's identifier is the name space, the edition the name, and for a paginated one the
    /// layout of its pages too, so that what cites a page says of which pages.
    /// </summary>
    /// <param name="articleIdentifier"><c>urn:uuid:…</c>; anything else is hashed as text.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="layout">What tells the layout of its pages from others (<see cref="LayoutDigest"/>); empty for an edition without pages.</param>
    /// <returns><c>urn:uuid:…</c> in lower case.</returns>
    internal static string Of(string articleIdentifier, Edition edition, ReadOnlySpan<byte> layout = default)
    {
        ReadOnlySpan<byte> nameSpace = articleIdentifier.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(articleIdentifier.AsSpan(9), "D", out var uuid)
            ? uuid.ToByteArray(bigEndian: true)
            : Encoding.UTF8.GetBytes(articleIdentifier);
        var name = edition switch
        {
            Edition.Pdf => "pdf"u8,
            Edition.Epub => "epub"u8,
            _ => throw new ArgumentOutOfRangeException(nameof(edition)),
        };

        return Of(nameSpace, [.. name, .. layout]);
    }

    /// <summary>A name-based UUID with SHA-256.</summary>
    /// <param name="nameSpace">What the name is unique in.</param>
    /// <param name="name">The name.</param>
    internal static string Of(ReadOnlySpan<byte> nameSpace, ReadOnlySpan<byte> name)
    {
        var hash = Sha256.HashData([.. nameSpace, .. name]);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0F)); // version 8
        hash[8] = (byte)(0x80 | (hash[8] & 0x3F)); // the RFC's variant
        return $"urn:uuid:{new Guid(hash.AsSpan(0, 16), bigEndian: true):D}";
    }
}
