using DocBuilder.Documents;

namespace DocBuilder.Books;

/// <summary>What a book is called that has no title, in the languages that books are printed in most often here.</summary>
/// <param name="OfSite">Articles from a site; <c>{0}</c> is its name.</param>
/// <param name="AndOthers">An article and others; <c>{0}</c> is its title.</param>
/// <param name="Comma">What stands between names.</param>
internal sealed record BookWords(string OfSite, string AndOthers, string Comma)
{
    /// <summary>The words in a language, in English where none are known.</summary>
    public static BookWords In(string language) => LanguageTag.Primary(language) switch
    {
        "ar" => new("مقالات من {0}", "«{0}» ومقالات أخرى", "، "),
        "fa" => new("مقاله‌هایی از {0}", "«{0}» و مقاله‌های دیگر", "، "),
        "ur" => new("{0} کے مضامین", "”{0}“ اور دیگر مضامین", "، "),
        "he" => new("מאמרים מתוך {0}", "”{0}” ומאמרים נוספים", ", "),
        "fr" => new("Articles de {0}", "«\u00A0{0}\u00A0» et autres articles", ", "),
        "de" => new("Artikel aus {0}", "„{0}“ und andere Artikel", ", "),
        "es" => new("Artículos de {0}", "«{0}» y otros artículos", ", "),
        "tr" => new("{0} yazıları", "“{0}” ve diğer yazılar", ", "),
        _ => new("Articles from {0}", "“{0}” and other articles", ", "),
    };
}
