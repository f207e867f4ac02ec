using System.Collections.Frozen;

namespace DocBuilder;

/// <summary>The media type of a source, as it is embedded in print editions.</summary>
internal static class SourceMediaType
{
    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>
    {
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".xhtml"] = "application/xhtml+xml",
        [".xht"] = "application/xhtml+xml",
        [".txt"] = "text/plain",
        [".md"] = "text/markdown",
        [".markdown"] = "text/markdown",
        [".mht"] = "multipart/related",
        [".mhtml"] = "multipart/related",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type that the extension stands for; for any other what the bytes look like.</summary>
    internal static string Of(string name, ReadOnlySpan<byte> bytes) =>
        ByExtension.TryGetValue(Path.GetExtension(name), out var type) ? type : SourceBytes.LookLikeText(bytes) ? "text/plain" : "text/html";
}
