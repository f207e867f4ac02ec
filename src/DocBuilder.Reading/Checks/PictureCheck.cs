using System.Collections.Frozen;
using AngleSharp.Dom;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Images;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Checks;

/// <summary>Looks at alternative texts: names of files, "image of", and signs that the picture is of text.</summary>
internal static class PictureCheck
{
    // Nobody needs as many words for what a picture shows; they are what it says.
    private const int MostWords = 40;

    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, ".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".svg", ".avif", ".bmp", ".tif", ".tiff", ".heic", ".ico");

    // As WordScan.Plain leaves them. A text that is one of these, or begins with one of them and "of", says that a picture is a picture.
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "image", "picture", "photo", "photograph", "pic", "graphic", "icon", "figure", "illustration", "img", "صورة", "صوره", "الصورة", "رسم", "شكل", "أيقونة", "تصویر", "عکس", "תמונה", "צילום", "bild", "foto",
        "imagen", "immagine", "resim");

    private static readonly string[] Openings =
    [
        "image of ", "image showing ", "picture of ", "picture showing ", "photo of ", "photo showing ", "photograph of ", "graphic of ", "icon of ", "illustration of ", "an image of ", "a picture of ", "a photo of ",
        "a photograph of ", "this image ", "this picture ", "this photo ", "صورة ل", "صورة تظهر ", "صورة توضح ", "صورة تبين ", "صورة من ", "صورة عن ", "هذه الصورة ", "هذه صورة ", "في الصورة ", "تظهر الصورة ", "رسم ل",
        "تصویر ", "تصویری از ", "عکس ", "عکسی از ", "תמונה של ", "תמונת ", "צילום של ", "image de ", "image d ", "photo de ", "photo d ", "bild von ", "foto von ", "imagen de ", "foto de ",
    ];

    // Words in the names of files of scanned or drawn text.
    private static readonly FrozenSet<string> NamesOfText = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "scan", "scanned", "screenshot", "infographic", "poster", "flyer", "leaflet", "letter", "document", "quote", "quotation", "statement", "certificate", "بيان", "وثيقة", "رسالة", "اقتباس");

    public static void Run(IElement element, ArticleState state)
    {
        if (element.LocalName != "img" || LazyImages.IsPlaceholder(element) || Tokens.HasRole(element, "presentation", "none"))
        {
            return;
        }

        var address = ImageAddress.Of(element);
        var name = address is null or ['d' or 'D', 'a' or 'A', 't' or 'T', 'a' or 'A', ':', ..] ? "" : ImageAddress.NameOf(address);
        if (TextCleaner.FoldOrNull(element.Attribute("alt")) is not { } words)
        {
            return;
        }

        var position = PageChecks.PositionOf(element, state);
        if (IsFileName(words, name))
        {
            state.Findings.Add(CheckFindings.AlternativeIsFileName, position, words);
        }
        else if (SaysPicture(words))
        {
            state.Findings.Add(CheckFindings.AlternativeSaysPicture, position, words);
        }

        if (IsNamedAsText(name) || WordScan.Words(words).Length > MostWords)
        {
            state.Findings.Add(CheckFindings.PictureOfText, position, ImageAddress.InMessage(address));
        }
    }

    private static bool IsFileName(string words, string file)
    {
        if (Extensions.Contains(Path.GetExtension(words)) && !Path.GetFileNameWithoutExtension(words).Contains(". ", StringComparison.Ordinal))
        {
            return true;
        }

        // "IMG_2041", "DSC00231", "header-bg": no words, and what the file is called, or what cameras call files.
        var hasSpace = words.Contains(' ', StringComparison.Ordinal);
        return !hasSpace && words.Any(static c => char.IsAsciiDigit(c) || c is '_' or '-')
            && (words.Equals(Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase) || IsNameFromCamera(words));
    }

    private static bool IsNameFromCamera(string words)
    {
        var letters = words.AsSpan().TrimEnd("0123456789_-").ToString().ToUpperInvariant();
        return letters is "IMG" or "DSC" or "DSCN" or "DSCF" or "DCIM" or "PXL" or "PIC" or "IMAGE" or "PHOTO" or "SCREENSHOT" or "WHATSAPP" or "MVIMG" or "SAM" or "GOPR" && words.Any(char.IsAsciiDigit);
    }

    private static bool SaysPicture(string words)
    {
        var plain = WordScan.Plain(words);
        return Names.Contains(plain) || Array.Exists(Openings, opening => (plain + " ").StartsWith(opening, StringComparison.Ordinal));
    }

    private static bool IsNamedAsText(string file) =>
        Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(file)).Split(['-', '_', ' ', '.'], StringSplitOptions.RemoveEmptyEntries).Any(static part => NamesOfText.Contains(part.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')));
}
