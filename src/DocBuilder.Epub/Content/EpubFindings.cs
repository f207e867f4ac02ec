using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>What the EPUB writer has to say to the author, DB4001 to DB4099. Codes never change their meaning.</summary>
public static class EpubFindings
{
    /// <summary>A character that XML cannot hold.</summary>
    public static FindingRule CharacterDropped { get; } = new("DB4001", FindingSeverity.Warning,
        "The character {0} cannot stand in an EPUB and was left out.",
        "Remove the control character from the source.", "XML 1.0, 2.2");

    /// <summary>A link to something that is no address.</summary>
    public static FindingRule AddressNotValid { get; } = new("DB4002", FindingSeverity.Warning,
        "'{0}' is not an address that a book can link to; its words stand without a link.",
        "Correct the address.", "EPUB 3.3, 3.1");

    /// <summary>MathML that could not be kept.</summary>
    public static FindingRule MathNotKept { get; } = new("DB4003", FindingSeverity.Warning,
        "The MathML of a formula could not be kept; its alternative text stands in its place.",
        "Use presentation MathML.", "EPUB 3.3, 6.1.3");

    /// <summary>A picture in a format that EPUB readers need not show.</summary>
    public static FindingRule ImageNotKept { get; } = new("DB4004", FindingSeverity.Error,
        "The picture '{0}' is not of a kind that EPUB readers must show ({1}); its alternative text stands in its place.",
        "Save the picture as PNG, JPEG, GIF, WebP or SVG.", "EPUB 3.3, 3.2");

    /// <summary>A face whose licence forbids embedding.</summary>
    public static FindingRule FaceNotEmbedded { get; } = new("DB4005", FindingSeverity.Note,
        "The font {0} was not embedded in the EPUB, since its licence does not allow it.",
        "Nothing need be done; readers use a font of their own.");

    /// <summary>A certification of a book that cannot conform.</summary>
    public static FindingRule CertificationLeftOut { get; } = new("DB4006", FindingSeverity.Error,
        "The certification by \"{0}\" was left out of the EPUB, since a picture has no description and no level of WCAG allows that.",
        "Describe every picture, or build the article without --certified-by.", "WCAG 2.2 1.1.1");

    /// <summary>All rows, by code.</summary>
    public static ImmutableArray<FindingRule> All { get; } = [CharacterDropped, AddressNotValid, MathNotKept, ImageNotKept, FaceNotEmbedded, CertificationLeftOut];
}
