using System.Runtime.InteropServices;

namespace DocBuilder.Documents;

/// <summary>
/// OpenSSL's SHA-256, by the three functions that need nothing set up before them: names and types are those of <c>openssl/sha.h</c>.
/// </summary>
internal static partial class OpenSslSha256
{
    private const string Library = "libcrypto.so.3";

    // SHA256_CTX: eight words of state, two of length, sixteen of data, two that count.
    private const int ContextSize = 28 * sizeof(uint);

    /// <summary>Whether the system has it.</summary>
    public static bool IsPresent { get; } = OperatingSystem.IsLinux() && NativeLibrary.TryLoad(Library, out var library) && NativeLibrary.TryGetExport(library, nameof(SHA256_Update), out _);

    /// <summary>The hash of nothing yet.</summary>
    public static byte[] Begin()
    {
        var context = new byte[ContextSize];
        SHA256_Init(context);
        return context;
    }

    /// <summary>Adds bytes to what is hashed.</summary>
    public static void Append(Span<byte> context, ReadOnlySpan<byte> bytes) => SHA256_Update(context, bytes, (nuint)bytes.Length);

    /// <summary>The hash; nothing can be added then.</summary>
    public static byte[] End(Span<byte> context)
    {
        var hash = new byte[Sha256.HashSize];
        SHA256_Final(hash, context);
        return hash;
    }

    [LibraryImport(Library)]
    private static partial int SHA256_Init(Span<byte> context);

    [LibraryImport(Library)]
    private static partial int SHA256_Update(Span<byte> context, ReadOnlySpan<byte> data, nuint length);

    [LibraryImport(Library)]
    private static partial int SHA256_Final(Span<byte> hash, Span<byte> context);
}
