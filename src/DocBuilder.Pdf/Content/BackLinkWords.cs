using DocBuilder.Documents;

namespace DocBuilder.Pdf.Content;

/// <summary>What the link from a note back to its call is called (Contents); the note's mark follows.</summary>
internal static class BackLinkWords
{
    /// <summary>The words in a language, in English where none are known.</summary>
    public static string In(string language) => LanguageTag.Primary(language) switch
    {
        "ar" => "العودة إلى موضع الحاشية",
        "fa" => "بازگشت به متن در یادداشت",
        "ur" => "متن پر واپس، حاشیہ",
        "he" or "iw" => "חזרה לטקסט בהערה",
        _ => "Back to the text at note",
    };
}
