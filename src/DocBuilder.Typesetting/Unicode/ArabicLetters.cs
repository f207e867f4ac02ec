namespace DocBuilder.Typesetting.Unicode;

/// <summary>The letters that nearly all of an Arabic text is written with. Of them everything is known, so that tables need not be asked for each.</summary>
internal static class ArabicLetters
{
    /// <summary>
    /// U+0620 to U+064A without the tatweel: script Arabic, with no Script_Extensions; grapheme cluster break Other; line break class AL; bidi class AL.
    /// </summary>
    /// <param name="unit">A UTF-16 code unit.</param>
    public static bool IsBasic(char unit) => unit is (>= '\u0620' and <= '\u063F') or (>= '\u0641' and <= '\u064A');
}
