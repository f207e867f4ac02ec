using System.Text;
using System.Text.Unicode;

namespace DocBuilder.Reading.Decoding;

/// <summary>
/// Mends text that was UTF-8, was read as a page of one byte a character, and was saved as UTF-8 again: "Ø§Ù„" for "ال".
/// </summary>
internal static class DoubleEncoding
{
    // Shorter evidence may be a page that shows such letters on purpose.
    private const int LeastSequences = 8;

    private static readonly (string Name, Dictionary<char, byte> Bytes)[] Candidates = [Candidate("windows-1252"), Candidate("windows-1256")];

    /// <summary>The text as it was meant, and the page it went through; null when the text is as it should be.</summary>
    public static (string Text, string Through)? Mend(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F'))
        {
            return null;
        }

        foreach (var (name, bytes) in Candidates)
        {
            if (MendThrough(text, bytes) is { } mended)
            {
                return (mended, name);
            }
        }

        return null;
    }

    private static string? MendThrough(string text, Dictionary<char, byte> bytes)
    {
        // Grown as it goes: most texts are given up after their first few words.
        var mended = new StringBuilder();
        int good = 0, bad = 0, sequences = 0;
        var run = new List<byte>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] < 0x80)
            {
                mended.Append(text[at++]);
                continue;
            }

            var start = at;
            run.Clear();
            while (at < text.Length && text[at] >= 0x80 && bytes.TryGetValue(text[at], out var b))
            {
                run.Add(b);
                at++;
            }

            var isBroken = at < text.Length && text[at] >= 0x80;
            while (at < text.Length && text[at] >= 0x80)
            {
                at++;
            }

            var raw = run.ToArray();
            if (!isBroken && Utf8.IsValid(raw))
            {
                var decoded = Encoding.UTF8.GetString(raw);
                mended.Append(decoded);
                good += raw.Length;
                sequences += decoded.Length;
            }
            else
            {
                mended.Append(text, start, at - start);
                bad += at - start;
            }

            if (bad > good + 256)
            {
                return null;
            }
        }

        return sequences >= LeastSequences && bad * 10 <= good ? mended.ToString() : null;
    }

    private static (string Name, Dictionary<char, byte> Bytes) Candidate(string name) => (name, BytesOf(EncodingNames.Find(name)!));

    /// <summary>The byte of each character; where the page has none, browsers take the C1 control of the same number.</summary>
    private static Dictionary<char, byte> BytesOf(Encoding encoding)
    {
        var bytes = new Dictionary<char, byte>();
        for (var i = 0x80; i < 0x100; i++)
        {
            var c = encoding.GetString([(byte)i]);
            if (c is [not '\uFFFD'])
            {
                bytes.TryAdd(c[0], (byte)i);
            }
        }

        for (var i = 0x80; i < 0xA0; i++)
        {
            bytes.TryAdd((char)i, (byte)i);
        }

        return bytes;
    }
}
