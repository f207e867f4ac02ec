namespace DocBuilder.Reading.Languages;

/// <summary>Tells Yiddish from Hebrew: its double letters and vowelled alefs, and the words that are in every sentence.</summary>
internal static class HebrewScript
{
    private static readonly HashSet<string> YiddishWords =
        new(["און", "איז", "דער", "די", "דאס", "דאָס", "פון", "פֿון", "מיט", "ניט", "נישט", "האט", "האָט", "אויף", "זיך", "אין", "צו", "איך", "זײַן", "וואס", "וואָס"], StringComparer.Ordinal);

    private static readonly HashSet<string> HebrewWords =
        new(["של", "את", "על", "לא", "הוא", "היא", "כי", "עם", "זה", "גם", "או", "אל", "כל", "אבל", "היה", "אשר", "בין", "יותר"], StringComparer.Ordinal);

    public static bool IsLetter(char c) => c is (>= '\u05D0' and <= '\u05EA') or (>= '\u05EF' and <= '\u05F2') or (>= '\uFB1D' and <= '\uFB4F');

    public static string Likeliest(ReadOnlySpan<char> text)
    {
        int letters = 0, own = 0;
        for (var i = 0; i < text.Length; i++)
        {
            letters += IsLetter(text[i]) ? 1 : 0;
            own += text[i] is 'װ' or 'ױ' or 'ײ' or '\uFB1F' or '\uFB2E' or '\uFB2F' || (text[i] == 'א' && i + 1 < text.Length && text[i + 1] is '\u05B7' or '\u05B8') ? 1 : 0;
        }

        var yiddish = CommonWords.In(text, YiddishWords);
        var hebrew = CommonWords.In(text, HebrewWords);
        return (own * 50 > letters && yiddish >= hebrew) || yiddish > hebrew * 2 ? "yi" : "he";
    }
}
