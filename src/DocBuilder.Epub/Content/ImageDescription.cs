using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>Tells whether a picture is described. The one place where this is decided.</summary>
internal static class ImageDescription
{
    // What the reader of sources puts where the author left out the description; it describes nothing. A test keeps the two in step.
    private static readonly HashSet<string> Substitutes = new(StringComparer.Ordinal)
    {
        "صورة بلا وصف",
        "تصویر بدون توضیح",
        "تصویر جس کی تفصیل نہیں دی گئی",
        "תמונה ללא תיאור",
        "image sans description",
        "Bild ohne Beschreibung",
        "image without description",
    };

    /// <summary>Whether the picture is shown, and says something.</summary>
    public static bool IsInformative(Image image) => image is { Resource: not null, IsDecorative: false };

    /// <summary>Whether a picture that says something has words that say the same.</summary>
    public static bool IsDescribed(Image image)
    {
        var text = PlainText.Fold(image.AlternativeText);
        return text.Length > 0 && !Substitutes.Contains(text);
    }
}
