using DocBuilder.Documents;

namespace DocBuilder.Pdf.Attachments;

/// <summary>What embedded files are called in words (UA-2 8.14.1, Desc), in the languages that are printed most often here.</summary>
/// <param name="Source">The file that the article was read from.</param>
/// <param name="Picture">A picture that nobody described.</param>
internal sealed record AttachmentWords(string Source, string Picture)
{
    /// <summary>The words in a language, in English where none are known.</summary>
    public static AttachmentWords In(string language) => LanguageTag.Primary(language) switch
    {
        "ar" => new("الملف الأصلي الذي أُعدّ منه هذا المستند", "صورة من المقال"),
        "fa" => new("پروندهٔ اصلی که این سند از آن ساخته شده است", "تصویری از مقاله"),
        "ur" => new("اصل فائل جس سے یہ دستاویز بنائی گئی", "مضمون کی ایک تصویر"),
        "he" => new("קובץ המקור שממנו הופק מסמך זה", "תמונה מן המאמר"),
        _ => new("The source file that this document was made from", "A picture of the article"),
    };
}
