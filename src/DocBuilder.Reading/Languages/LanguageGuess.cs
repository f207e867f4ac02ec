namespace DocBuilder.Reading.Languages;

/// <summary>Tells the language of a text from its letters, and from common words where languages share letters.</summary>
internal static class LanguageGuess
{
    /// <summary>So many characters are looked at.</summary>
    public const int SampleLength = 100_000;

    private static readonly (string Language, string[] Words)[] LatinWords =
    [
        ("en", ["the", "and", "of", "to", "in", "is", "that", "was", "for", "with", "it", "as"]),
        ("fr", ["le", "la", "les", "et", "des", "une", "est", "dans", "que", "qui", "pour", "du"]),
        ("de", ["der", "die", "und", "das", "ist", "nicht", "ein", "eine", "mit", "den", "von", "zu"]),
        ("es", ["el", "los", "las", "una", "que", "por", "con", "para", "es", "del", "como", "se"]),
        ("it", ["il", "gli", "che", "una", "della", "per", "di", "sono", "con", "nel", "è", "non"]),
        ("pt", ["os", "uma", "que", "não", "para", "com", "do", "da", "em", "mais", "ao", "é"]),
        ("tr", ["ve", "bir", "bu", "için", "ile", "olarak", "daha", "çok", "gibi", "olan", "da", "de"]),
        ("nl", ["het", "een", "van", "en", "niet", "dat", "zijn", "voor", "op", "met", "ook", "aan"]),
    ];

    /// <summary>The language, or null when there are too few letters or none of those known here.</summary>
    public static string? Guess(ReadOnlySpan<char> text)
    {
        var sample = text[..Math.Min(text.Length, SampleLength)];
        int arabic = 0, hebrew = 0, latin = 0, greek = 0, cyrillic = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            i = AfterAddress(sample, i);
            switch (i < sample.Length ? sample[i] : ' ')
            {
                case var c when ArabicScript.IsLetter(c): arabic++; break;
                case var c when HebrewScript.IsLetter(c): hebrew++; break;
                case >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '\u00C0' and <= '\u024F': latin++; break;
                case >= '\u0370' and <= '\u03FF': greek++; break;
                case >= '\u0400' and <= '\u04FF': cyrillic++; break;
                default: break;
            }
        }

        var most = Math.Max(Math.Max(Math.Max(arabic, hebrew), Math.Max(latin, greek)), cyrillic);
        return most == 0 ? null
            : most == arabic ? ArabicScript.Count(sample).Likeliest
            : most == hebrew ? HebrewScript.Likeliest(sample)
            : most == latin ? AmongLatinScript(sample)
            : most == greek ? "el"
            : null;
    }

    /// <summary>The place itself, or where the address that begins there ends: it is in no language.</summary>
    private static int AfterAddress(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is not ('h' or 'w') || (at > 0 && char.IsLetterOrDigit(text[at - 1])) || !(text[at..].StartsWith("http://") || text[at..].StartsWith("https://") || text[at..].StartsWith("www.")))
        {
            return at;
        }

        var length = text[at..].IndexOfAny(' ', '\n', '\t');
        return length < 0 ? text.Length : at + length;
    }

    private static string? AmongLatinScript(ReadOnlySpan<char> sample)
    {
        Span<int> scores = stackalloc int[LatinWords.Length];
        var words = sample[..Math.Min(sample.Length, 20_000)].ToString()
            .Split([' ', '\n', '\r', '\t', '.', ',', ';', ':', '!', '?', '"', '(', ')', '\u00A0', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words)
        {
            var lower = word.ToLowerInvariant();
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += Array.IndexOf(LatinWords[i].Words, lower) >= 0 ? 1 : 0;
            }
        }

        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        // Function words are a third of running text; a twentieth is enough to know them.
        return scores[best] * 20 >= words.Length && scores[best] > 0 ? LatinWords[best].Language : null;
    }
}
