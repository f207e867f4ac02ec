using System.Text;

namespace DocBuilder.Reading.Decoding;

/// <summary>Tells the encoding of undeclared bytes that are not UTF-8: the page whose letters make likely words.</summary>
internal static class LegacyEncodingGuess
{
    private static readonly string[] Candidates = ["windows-1256", "iso-8859-6", "windows-1255", "windows-1251", "windows-1252"];

    // The most frequent letters of Arabic and Persian, Hebrew, Russian, and the accented letters of western Europe, which are at
    // least a quarter, a third and more of the letters of a text. Letters that every one of these texts is made of decide.
    private const string Frequent = "اليمونرتبةعدسفهكحقجأى" + "יוהלארתבשמנ" + "оеаинтсрвл" + "éèàçùêâîôûäöüßáíóúñãõ";

    /// <summary>The likeliest encoding.</summary>
    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        // All pages agree on ASCII: only the rest can tell.
        var sample = new byte[Math.Min(bytes.Length, 65536)];
        var length = 0;
        foreach (var b in bytes)
        {
            if (b >= 0x80 && length < sample.Length)
            {
                sample[length++] = b;
            }
        }

        Encoding? best = null;
        var bestScore = int.MinValue;
        foreach (var name in Candidates)
        {
            var encoding = EncodingNames.Find(name)!;
            var score = Score(encoding.GetString(sample, 0, length));
            if (score > bestScore)
            {
                bestScore = score;
                best = encoding;
            }
        }

        return best!;
    }

    private static int Score(string text)
    {
        var score = 0;
        foreach (var c in text)
        {
            score += Frequent.Contains(c, StringComparison.Ordinal) ? 3
                : char.IsLetter(c) || c is '،' or '؟' or '؛' or '«' or '»' or '\u00A0' ? 1
                : char.IsControl(c) || c is '\uFFFD' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.PrivateUse ? -8
                : 0;
        }

        return score;
    }
}
