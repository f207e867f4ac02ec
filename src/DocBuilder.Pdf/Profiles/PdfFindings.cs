using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Pdf.Profiles;

/// <summary>What the PDF writer has to say to the author: one method a code.</summary>
internal static class PdfFindings
{
    /// <summary>DB5001: a claim is not made.</summary>
    public static Finding ClaimNotMade(string standard) => new(
        "DB5001",
        FindingSeverity.Error,
        $"The PDF does not say that it meets {standard}, since something in the article stands against it.",
        "Mend the errors reported for this article and build again.");

    /// <summary>DB5002: a picture without words.</summary>
    public static Finding NoAlternativeText(Node node) => new(
        "DB5002",
        FindingSeverity.Error,
        "A picture or formula has no alternative text.",
        "Say in words what it shows, or mark the picture as decorative.",
        node.Position,
        "PDF/UA-1 7.3, 7.7; PDF/UA-2 8.2.5.28; WCAG 2.2 1.1.1");

    /// <summary>DB5003: a character of the Private Use Area.</summary>
    public static Finding PrivateUse(int scalar, SourcePosition position) => new(
        "DB5003",
        FindingSeverity.Warning,
        string.Create(CultureInfo.InvariantCulture, $"The character U+{scalar:X4} has a meaning only in private; in the PDF it reads as U+FFFD."),
        "Write it with characters of the Unicode standard.",
        position,
        "PDF/A-2 6.2.11.7.3; PDF/UA-2 8.4.3");

    /// <summary>DB5004: a picture that cannot be drawn.</summary>
    public static Finding UndrawableImage(ImageResource image, Node? node) => new(
        "DB5004",
        FindingSeverity.Error,
        $"The picture {image.Name} ({image.MediaType}) cannot be drawn in a PDF.",
        "Save it as JPEG or PNG.",
        node?.Position ?? default);

    /// <summary>DB5005: a link into the article that leads nowhere.</summary>
    public static Finding LinkToNowhere(Node link, string target) => new(
        "DB5005",
        FindingSeverity.Warning,
        $"The link to {target} leads nowhere, so it cannot be pressed in the PDF.",
        "Point it at something in the article that has this id.",
        link.Position);

    /// <summary>DB5006: the language is not known.</summary>
    public static Finding NoLanguage(Node node) => new(
        "DB5006",
        FindingSeverity.Error,
        "The language of the article is not known.",
        "Say it in the source (lang) or with --lang.",
        node.Position,
        "PDF/UA-1 7.2; PDF/UA-2 8.4.4; WCAG 2.2 3.1.1");

    /// <summary>DB5007: a heading level is skipped.</summary>
    public static Finding SkippedHeadingLevel(Heading heading) => new(
        "DB5007",
        FindingSeverity.Error,
        string.Create(CultureInfo.InvariantCulture, $"A heading of level {heading.Level} follows one that is more than one level above it."),
        "Use heading levels one step at a time.",
        heading.Position,
        "PDF/UA-1 7.4.2");

    /// <summary>DB5008: a drawing that is not drawn whole.</summary>
    public static Finding DrawingLeavesOut(ImageResource image, string what, Node? node) => new(
        "DB5008",
        FindingSeverity.Warning,
        $"The drawing {image.Name} has in it what a PDF is not given, and which is left out: {what}.",
        "Look at the drawing in the PDF; where something is missed, save it as PNG.",
        node?.Position ?? default);

    /// <summary>DB5009: a colour profile that PDF/A forbids.</summary>
    public static Finding ProfileDropped(ImageResource image, Node? node) => new(
        "DB5009",
        FindingSeverity.Note,
        $"The colour profile of the picture {image.Name} is broken or of a version that PDF/A does not allow; its colours are taken for sRGB.",
        "Save it with an sRGB profile.",
        node?.Position ?? default,
        "PDF/A-2 6.2.4.2");
}
