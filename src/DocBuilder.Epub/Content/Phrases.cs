using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>The few words that the book adds to the article, in the article's language where they are known.</summary>
internal sealed record Phrases
{
    /// <summary>The language of these words.</summary>
    public required string Language { get; init; }

    /// <summary>Its direction.</summary>
    public required TextDirection Direction { get; init; }

    /// <summary>The heading of the table of contents.</summary>
    public required string Contents { get; init; }

    /// <summary>The name of the list of landmarks.</summary>
    public required string Landmarks { get; init; }

    /// <summary>The landmark of the text's beginning.</summary>
    public required string StartOfText { get; init; }

    /// <summary>The name of the list of the print edition's pages.</summary>
    public required string Pages { get; init; }

    /// <summary>The landmark of the cover, and how its description begins.</summary>
    public required string Cover { get; init; }

    /// <summary>The name of a table without a caption; a number follows.</summary>
    public required string Table { get; init; }

    /// <summary>The name of a list of notes.</summary>
    public required string Notes { get; init; }

    /// <summary>The name of a link from a note back to the text; the mark follows.</summary>
    public required string BackToText { get; init; }

    /// <summary>Accessibility summary: how the edition came to be.</summary>
    public required string MadeByProgram { get; init; }

    /// <summary>Accessibility summary: nobody has looked at it.</summary>
    public required string NotEvaluated { get; init; }

    /// <summary>Accessibility summary: some pictures have no description; the number follows in digits.</summary>
    public required string PicturesWithoutDescription { get; init; }

    /// <summary>Accessibility summary: some pictures were missing or broken, and their alternative text stands in their place.</summary>
    public required string PicturesMissing { get; init; }

    /// <summary>The words for an article in a language; English when there are none.</summary>
    public static Phrases For(string language) => LanguageTag.Primary(language) switch
    {
        "ar" => Arabic,
        "fa" => Persian,
        "ur" => Urdu,
        "he" or "iw" => Hebrew,
        _ => English,
    };

    private static Phrases English { get; } = new()
    {
        Language = "en",
        Direction = TextDirection.LeftToRight,
        Contents = "Contents",
        Landmarks = "Landmarks",
        StartOfText = "Start of text",
        Pages = "Pages of the print edition",
        Cover = "Cover",
        Table = "Table",
        Notes = "Notes",
        BackToText = "Back to the text at note",
        MadeByProgram = "This edition was made from the published article by a program.",
        NotEvaluated = "No person has evaluated its accessibility.",
        PicturesWithoutDescription = "Pictures without a description:",
        PicturesMissing = "Some pictures were missing from the source; their alternative text stands in their place.",
    };

    private static Phrases Arabic { get; } = new()
    {
        Language = "ar",
        Direction = TextDirection.RightToLeft,
        Contents = "المحتويات",
        Landmarks = "معالم الكتاب",
        StartOfText = "بداية النص",
        Pages = "صفحات الطبعة الورقية",
        Cover = "الغلاف",
        Table = "جدول",
        Notes = "الحواشي",
        BackToText = "العودة إلى موضع الحاشية",
        MadeByProgram = "أَعدَّ برنامجٌ هذه الطبعة من المقالة المنشورة.",
        NotEvaluated = "لم يقيِّم إنسانٌ سهولة النفاذ إليها.",
        PicturesWithoutDescription = "عدد الصور التي لا وصف لها:",
        PicturesMissing = "غابت عن المصدر صور، ووُضع نصها البديل مكانها.",
    };

    private static Phrases Persian { get; } = new()
    {
        Language = "fa",
        Direction = TextDirection.RightToLeft,
        Contents = "فهرست",
        Landmarks = "بخش‌های کتاب",
        StartOfText = "آغاز متن",
        Pages = "صفحه‌های نسخهٔ چاپی",
        Cover = "جلد",
        Table = "جدول",
        Notes = "یادداشت‌ها",
        BackToText = "بازگشت به متن در یادداشت",
        MadeByProgram = "این نسخه را برنامه‌ای رایانه‌ای از مقالهٔ منتشرشده ساخته است.",
        NotEvaluated = "هیچ انسانی دسترس‌پذیری آن را ارزیابی نکرده است.",
        PicturesWithoutDescription = "شمار تصویرهای بدون توضیح:",
        PicturesMissing = "برخی تصویرها در منبع نبودند و متن جایگزینشان به جای آن‌ها آمده است.",
    };

    private static Phrases Urdu { get; } = new()
    {
        Language = "ur",
        Direction = TextDirection.RightToLeft,
        Contents = "فہرست",
        Landmarks = "کتاب کے حصے",
        StartOfText = "متن کا آغاز",
        Pages = "مطبوعہ ایڈیشن کے صفحات",
        Cover = "سرورق",
        Table = "جدول",
        Notes = "حواشی",
        BackToText = "متن پر واپس، حاشیہ",
        MadeByProgram = "یہ اشاعت شائع شدہ مضمون سے ایک پروگرام نے تیار کی ہے۔",
        NotEvaluated = "کسی انسان نے اس کی رسائی پذیری کا جائزہ نہیں لیا۔",
        PicturesWithoutDescription = "بغیر وضاحت کی تصاویر کی تعداد:",
        PicturesMissing = "کچھ تصاویر ماخذ میں موجود نہیں تھیں؛ ان کی جگہ ان کا متبادل متن دیا گیا ہے۔",
    };

    private static Phrases Hebrew { get; } = new()
    {
        Language = "he",
        Direction = TextDirection.RightToLeft,
        Contents = "תוכן העניינים",
        Landmarks = "ציוני דרך",
        StartOfText = "תחילת הטקסט",
        Pages = "עמודי המהדורה המודפסת",
        Cover = "כריכה",
        Table = "טבלה",
        Notes = "הערות",
        BackToText = "חזרה לטקסט בהערה",
        MadeByProgram = "מהדורה זו הוכנה מן המאמר שפורסם בידי תוכנה.",
        NotEvaluated = "איש לא העריך את נגישותה.",
        PicturesWithoutDescription = "מספר התמונות ללא תיאור:",
        PicturesMissing = "חלק מהתמונות חסרות במקור; הטקסט החלופי שלהן מופיע במקומן.",
    };
}
