using DocBuilder.Documents;

namespace DocBuilder.Epub.Package;

/// <summary>Tells whether a picture may move, so that nobody can promise that it does not flash.</summary>
internal static class Animation
{
    /// <summary>Whether the file has what an animation of its format needs.</summary>
    public static bool IsPossible(ImageResource resource)
    {
        var bytes = resource.Bytes.Span;
        return resource.MediaType switch
        {
            "image/gif" => HasTwo(bytes, [0x21, 0xF9, 0x04]), // two Graphic Control Extensions: two frames
            "image/webp" => bytes[..Math.Min(bytes.Length, 64)].IndexOf("ANIM"u8) >= 0,
            "image/png" => bytes[..Math.Min(bytes.Length, 4096)].IndexOf("acTL"u8) >= 0,
            "image/svg+xml" => bytes.IndexOf("<animate"u8) >= 0 || bytes.IndexOf("<set"u8) >= 0 || bytes.IndexOf("@keyframes"u8) >= 0,
            _ => false,
        };
    }

    private static bool HasTwo(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sequence)
    {
        var first = bytes.IndexOf(sequence);
        return first >= 0 && bytes[(first + sequence.Length)..].IndexOf(sequence) >= 0;
    }
}
