using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>Tells whether a picture is described. The one place where this is decided.</summary>
internal static class ImageDescription
{
    // What a reader of sources puts where the author left out the description; it describes nothing.
    private static readonly HashSet<string> Substitutes = new(StringComparer.OrdinalIgnoreCase)
    {
        "صورة بلا وصف", "صورة بدون وصف", "صورة بلا نص بديل", "صورة من دون وصف",
        "تصویر بدون توضیح", "تصویر بدون توصیف", "تصویر بدون شرح",
        "تصویر بغیر وضاحت", "تصویر بلا تفصیل", "تصویر بغیر تفصیل",
        "תמונה ללא תיאור",
        "image without description", "image without a description", "picture without description",
    };

    /// <summary>Whether the picture is shown, and says something.</summary>
    public static bool IsInformative(Image image) => image is { Resource: not null, IsDecorative: false };

    /// <summary>Whether a picture that says something has words that say the same.</summary>
    public static bool IsDescribed(Image image)
    {
        var text = PlainText.Fold(image.AlternativeText);
        return text.Length > 0 && !Substitutes.Contains(text.Trim(' ', '.', '[', ']', '(', ')'));
    }
}
