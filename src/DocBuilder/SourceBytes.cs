using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>Reads the bytes of a source, never more than the limits allow.</summary>
internal static class SourceBytes
{
    private const int ChunkSize = 64 * 1024;

    // Enough of a page to meet its first tag, however long the comment or the white space before it.
    private const int SniffedBytes = 16 * 1024;

    /// <summary>Reads a file, or whatever can be opened as one.</summary>
    /// <returns>The bytes; null when there are more than <see cref="Limits.SourceBytes"/>.</returns>
    internal static byte[]? Read(string path, Limits limits, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return Read((buffer, _) => stream.Read(buffer.Span), stream.CanSeek ? stream.Length : 0, limits, cancellationToken);
    }

    /// <summary>Reads a stream to its end. A stream that makes us wait, such as a terminal, is waited for only until the cancellation.</summary>
    /// <returns>The bytes; null when there are more than <see cref="Limits.SourceBytes"/>.</returns>
    internal static byte[]? Read(Stream stream, Limits limits, CancellationToken cancellationToken) =>
        Read(
            (buffer, cancellation) => Task.Run(() => stream.Read(buffer.Span), cancellation).WaitAsync(cancellation).GetAwaiter().GetResult(),
            0,
            limits,
            cancellationToken);

    /// <summary>Whether the bytes are plain text: no tag, comment or doctype opens in the first of them, in any encoding that has ASCII in it.</summary>
    internal static bool LookLikeText(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, SniffedBytes)];
        for (var i = start.IndexOf((byte)'<'); i >= 0 && i < start.Length; i++)
        {
            if (start[i] != (byte)'<')
            {
                continue;
            }

            // In UTF-16 a zero byte stands between the two characters.
            var next = i + 1 < start.Length && start[i + 1] == 0 ? i + 2 : i + 1;
            if (next < start.Length && (char.IsAsciiLetter((char)start[next]) || start[next] is (byte)'!' or (byte)'?' or (byte)'/'))
            {
                return false;
            }
        }

        return true;
    }

    private static byte[]? Read(Func<Memory<byte>, CancellationToken, int> read, long expected, Limits limits, CancellationToken cancellationToken)
    {
        if (expected > limits.SourceBytes)
        {
            return null;
        }

        // One byte more than expected, so that the end is met without growing.
        var bytes = new byte[expected > 0 ? expected + 1 : ChunkSize];
        var length = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, bytes.Length * 2L));
            }

            var count = read(bytes.AsMemory(length), cancellationToken);
            if (count == 0)
            {
                return length == bytes.Length ? bytes : bytes[..length];
            }

            length += count;
            if (length > limits.SourceBytes)
            {
                return null;
            }
        }
    }
}
