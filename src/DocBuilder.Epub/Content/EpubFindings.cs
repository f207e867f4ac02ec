using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>The findings of this room, a row each: code, severity, what is so, what to do.</summary>
internal static class EpubFindings
{
    /// <summary>A character that XML cannot hold.</summary>
    public static Finding CharacterDropped(string character, SourcePosition position) => new(
        "DB4001",
        FindingSeverity.Warning,
        $"The character {character} cannot stand in an EPUB and was left out.",
        "Remove the control character from the source.",
        position,
        "XML 1.0, 2.2");

    /// <summary>A link to something that is no address.</summary>
    public static Finding AddressNotValid(string address, SourcePosition position) => new(
        "DB4002",
        FindingSeverity.Warning,
        $"'{Shorten(address)}' is not an address that a book can link to; its words stand without a link.",
        "Correct the address.",
        position,
        "EPUB 3.3, 3.1");

    /// <summary>MathML that could not be kept.</summary>
    public static Finding MathNotKept(SourcePosition position) => new(
        "DB4003",
        FindingSeverity.Warning,
        "The MathML of a formula could not be kept; its alternative text stands in its place.",
        "Use presentation MathML.",
        position,
        "EPUB 3.3, 6.1.3");

    /// <summary>A picture in a format that EPUB readers need not show.</summary>
    public static Finding ImageNotKept(ImageResource resource, SourcePosition position) => new(
        "DB4004",
        FindingSeverity.Error,
        $"The picture '{resource.Name}' is not of a kind that EPUB readers must show ({resource.MediaType}); its alternative text stands in its place.",
        "Save the picture as PNG, JPEG, GIF, WebP or SVG.",
        position,
        "EPUB 3.3, 3.2");

    /// <summary>A face whose licence forbids embedding.</summary>
    public static Finding FaceNotEmbedded(string name) => new(
        "DB4005",
        FindingSeverity.Note,
        $"The font {name} was not embedded in the EPUB, since its licence does not allow it.",
        "Nothing need be done; readers use a font of their own.");

    /// <summary>A certification of a book that cannot conform.</summary>
    public static Finding CertificationLeftOut(string by, SourcePosition position) => new(
        "DB4006",
        FindingSeverity.Error,
        $"The certification by '{Shorten(by)}' was left out of the EPUB, since a picture has no description and no level of WCAG allows that.",
        "Describe every picture, or build the article without --certified-by.",
        position,
        "WCAG 2.2 1.1.1");

    private static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "…");
}
