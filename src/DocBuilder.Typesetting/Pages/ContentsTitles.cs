using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Pages;

/// <summary>What the contents are called in the languages that books are printed in most often here.</summary>
internal static class ContentsTitles
{
    /// <summary>The name in a language, in English where none is known, with the language that it is in.</summary>
    public static (string Title, string Language, TextDirection Direction) In(string language) => LanguageTag.Primary(language) switch
    {
        "ar" => ("المحتويات", "ar", TextDirection.RightToLeft),
        "fa" => ("فهرست", "fa", TextDirection.RightToLeft),
        "ur" => ("فہرست", "ur", TextDirection.RightToLeft),
        "he" => ("תוכן העניינים", "he", TextDirection.RightToLeft),
        "fr" => ("Sommaire", "fr", TextDirection.LeftToRight),
        "de" => ("Inhalt", "de", TextDirection.LeftToRight),
        "es" => ("Índice", "es", TextDirection.LeftToRight),
        "tr" => ("İçindekiler", "tr", TextDirection.LeftToRight),
        _ => ("Contents", "en", TextDirection.LeftToRight),
    };
}
