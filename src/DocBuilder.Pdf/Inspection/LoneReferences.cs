using System.Buffers.Text;

namespace DocBuilder.Pdf.Inspection;

/// <summary>
/// Objects that are nothing but a reference to another, or to themselves. The standard has no use for them, and the library follows them without end;
/// so they become null before it sees them.
/// </summary>
internal static class LoneReferences
{
    /// <summary>Changes those that stand in the file itself (ISO 32000-1 7.3.10).</summary>
    public static void RemoveFromFile(Span<byte> file)
    {
        for (var from = 0; file[from..].IndexOf("obj"u8) is >= 0 and var place; from += place + 3)
        {
            Remove(file[(from + place + 3)..]);
        }
    }

    /// <summary>Changes those in an object stream (7.5.7).</summary>
    /// <param name="decoded">The stream.</param>
    /// <param name="first">Where the first object stands; before it, pairs of number and place.</param>
    public static void RemoveFromObjectStream(Span<byte> decoded, int first)
    {
        ReadOnlySpan<byte> pairs = decoded[..Math.Clamp(first, 0, decoded.Length)].ToArray();
        for (var isPlace = false; Number(ref pairs, out var number); isPlace = !isPlace)
        {
            if (isPlace && number <= decoded.Length - first)
            {
                Remove(decoded[(first + number)..]);
            }
        }
    }

    private static void Remove(Span<byte> body)
    {
        ReadOnlySpan<byte> rest = body;
        if (Number(ref rest, out _) && Number(ref rest, out _) && Skip(rest) is [(byte)'R', ..] end)
        {
            var reference = Skip(body).Length;
            var target = body.Slice(body.Length - reference, reference - end.Length + 1);
            target.Fill((byte)' ');
            "null"u8.CopyTo(target);
        }
    }

    private static bool Number(ref ReadOnlySpan<byte> text, out int number)
    {
        var rest = Skip(text);
        if (!Utf8Parser.TryParse(rest, out number, out var length) || number < 0)
        {
            return false;
        }

        text = rest[length..];
        return true;
    }

    private static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n\f\0"u8);
}
