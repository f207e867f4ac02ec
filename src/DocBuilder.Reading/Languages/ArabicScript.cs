namespace DocBuilder.Reading.Languages;

/// <summary>Tells the languages in Arabic script from one another, by letters that one of them has, and by the words that are in every sentence.</summary>
internal static class ArabicScript
{
    // Letters that only one of the languages has, or has in this form.
    private const string PersianLetters = "پچژگکی";
    private const string UrduLetters = "ٹڈڑںےہھۓ";
    private const string PashtoLetters = "ټډړښځڅڼۍ";
    private const string KurdishLetters = "ڕڵۆێەڤ";
    private const string UyghurLetters = "ڭۇۈۋې";
    private const string ArabicLetters = "ةىكيأإؤئ";

    // Old pages write Persian with the letters of Arabic: then only its words tell.
    private const string OwnPersianLetters = "پچژگ";
    private static readonly HashSet<string> PersianWords =
        new(["است", "این", "اين", "را", "که", "كه", "از", "با", "برای", "براي", "می", "مي", "شود", "شد", "در", "بود", "آن", "هم", "یک", "يك"], StringComparer.Ordinal);

    private static readonly HashSet<string> ArabicWords =
        new(["في", "من", "على", "إلى", "أن", "التي", "الذي", "هذا", "هذه", "عن", "ما", "لا", "إن", "كان", "ذلك", "مع", "أو", "هو", "هي", "قال"], StringComparer.Ordinal);

    /// <summary>What was counted in a text.</summary>
    public readonly record struct Counts(int Letters, int Persian, int OwnPersian, int Urdu, int Pashto, int Kurdish, int Uyghur, int Arabic, int PersianWord, int ArabicWord)
    {
        /// <summary>The likeliest language; Arabic where nothing speaks for another.</summary>
        public string Likeliest =>
            Uyghur * 20 > Letters ? "ug"
            : Kurdish * 20 > Letters ? "ckb"
            : Pashto * 100 > Letters ? "ps"
            : Urdu * 25 > Letters ? "ur"
            : (Persian > Arabic && Persian * 50 > Letters) || (OwnPersian > 0 && PersianWord > ArabicWord * 2) ? "fa"
            : "ar";

        /// <summary>Whether the letters and words of Arabic itself speak for it, and not only the silence of the others.</summary>
        public bool IsSurelyArabic => Likeliest == "ar" && Arabic * 25 > Letters && OwnPersian * 100 < Letters && ArabicWord > PersianWord;
    }

    public static Counts Count(ReadOnlySpan<char> text)
    {
        int letters = 0, persian = 0, own = 0, urdu = 0, pashto = 0, kurdish = 0, uyghur = 0, arabic = 0;
        foreach (var c in text)
        {
            if (!IsLetter(c))
            {
                continue;
            }

            letters++;
            persian += PersianLetters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
            own += OwnPersianLetters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
            urdu += UrduLetters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
            pashto += PashtoLetters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
            kurdish += KurdishLetters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
            uyghur += UyghurLetters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
            arabic += ArabicLetters.Contains(c, StringComparison.Ordinal) ? 1 : 0;
        }

        return new Counts(letters, persian, own, urdu, pashto, kurdish, uyghur, arabic, CommonWords.In(text, PersianWords), CommonWords.In(text, ArabicWords));
    }

    public static bool IsLetter(char c) => c is (>= '\u0620' and <= '\u064A' and not '\u0640') or (>= '\u066E' and <= '\u06D3' and not '\u0670') or '\u06D5' or (>= '\u0750' and <= '\u077F');
}
