using System.Runtime.CompilerServices;

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

    // What each character of the Arabic block is, and speaks for; letters further up speak for none of these.
    private const int First = 0x0600;
    private static readonly Sign[] Signs = [.. Enumerable.Range(First, 0x100).Select(static c => SignOf((char)c))];

    // Characters that are and speak for the same are of one kind, so that counting a character is one step.
    private static readonly Sign[] Kinds = [.. Signs.Distinct()];
    private static readonly byte[] KindOf = [.. Signs.Select(static sign => (byte)Array.IndexOf(Kinds, sign))];

    [Flags]
    private enum Sign : byte
    {
        None = 0,
        Persian = 1,
        OwnPersian = 2,
        Urdu = 4,
        Pashto = 8,
        Kurdish = 16,
        Uyghur = 32,
        Arabic = 64,
        Letter = 128,
    }

    /// <summary>What was counted in a text. Its words are only counted where its letters leave it open.</summary>
    public readonly ref struct Counts(ReadOnlySpan<char> text, int letters, int persian, int ownPersian, int urdu, int pashto, int kurdish, int uyghur, int arabic)
    {
        private readonly ReadOnlySpan<char> _text = text;

        /// <summary>The likeliest language; Arabic where nothing speaks for another.</summary>
        public string Likeliest =>
            uyghur * 20 > letters ? "ug"
            : kurdish * 20 > letters ? "ckb"
            : pashto * 100 > letters ? "ps"
            : urdu * 25 > letters ? "ur"
            : (persian > arabic && persian * 50 > letters) || (ownPersian > 0 && CommonWords.In(_text, PersianWords) > CommonWords.In(_text, ArabicWords) * 2) ? "fa"
            : "ar";

        /// <summary>Whether the letters and words of Arabic itself speak for it, and not only the silence of the others.</summary>
        public bool IsSurelyArabic => Likeliest == "ar" && arabic * 25 > letters && ownPersian * 100 < letters && CommonWords.In(_text, ArabicWords) > CommonWords.In(_text, PersianWords);
    }

    public static Counts Count(ReadOnlySpan<char> text)
    {
        var kinds = KindOf;
        Span<int> times = stackalloc int[Kinds.Length];
        var further = 0;
        foreach (var c in text)
        {
            var index = c - First;
            if ((uint)index < (uint)kinds.Length)
            {
                times[kinds[index]]++;
            }
            else
            {
                further += IsLetter(c) ? 1 : 0;
            }
        }

        return new Counts(
            text, further + Times(times, Sign.Letter), Times(times, Sign.Persian), Times(times, Sign.OwnPersian), Times(times, Sign.Urdu), Times(times, Sign.Pashto),
            Times(times, Sign.Kurdish), Times(times, Sign.Uyghur), Times(times, Sign.Arabic));
    }

    private static int Times(ReadOnlySpan<int> times, Sign sign)
    {
        var sum = 0;
        for (var kind = 0; kind < times.Length; kind++)
        {
            sum += (Kinds[kind] & sign) != 0 ? times[kind] : 0;
        }

        return sum;
    }

    private static Sign SignOf(char c) =>
        (IsLetter(c) ? Sign.Letter : 0)
        | (PersianLetters.Contains(c, StringComparison.Ordinal) ? Sign.Persian : 0)
        | (OwnPersianLetters.Contains(c, StringComparison.Ordinal) ? Sign.OwnPersian : 0)
        | (UrduLetters.Contains(c, StringComparison.Ordinal) ? Sign.Urdu : 0)
        | (PashtoLetters.Contains(c, StringComparison.Ordinal) ? Sign.Pashto : 0)
        | (KurdishLetters.Contains(c, StringComparison.Ordinal) ? Sign.Kurdish : 0)
        | (UyghurLetters.Contains(c, StringComparison.Ordinal) ? Sign.Uyghur : 0)
        | (ArabicLetters.Contains(c, StringComparison.Ordinal) ? Sign.Arabic : 0);

    // Asked of every character of an article, more than once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLetter(char c) => c is (>= '\u0620' and <= '\u064A' and not '\u0640') or (>= '\u066E' and <= '\u06D3' and not '\u0670') or '\u06D5' or (>= '\u0750' and <= '\u077F');
}
