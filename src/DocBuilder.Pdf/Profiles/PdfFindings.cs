using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Pdf.Profiles;

/// <summary>What the PDF writer has to say to the author, DB5001 to DB5099. Codes never change their meaning.</summary>
public static class PdfFindings
{
    /// <summary>A claim is not made.</summary>
    public static FindingRule ClaimNotMade { get; } = new("DB5001", FindingSeverity.Error,
        "The PDF does not say that it meets {0}, since something in the article stands against it.",
        "Mend the errors reported for this article and build again.");

    /// <summary>A picture or formula without words.</summary>
    public static FindingRule NoAlternativeText { get; } = new("DB5002", FindingSeverity.Error,
        "A picture or formula has no alternative text.",
        "Say in words what it shows, or mark the picture as decorative.", "WCAG 2.2 1.1.1; Matterhorn 13-004; PDF/UA-1 7.3, 7.7");

    /// <summary>A character of the Private Use Area.</summary>
    public static FindingRule PrivateUse { get; } = new("DB5003", FindingSeverity.Warning,
        "The character U+{0} has a meaning only in private; in the PDF it reads as U+FFFD.",
        "Write it with characters of the Unicode standard.", "Matterhorn 10-001; PDF/A-2 6.2.11.7.3");

    /// <summary>A picture that cannot be drawn.</summary>
    public static FindingRule UndrawableImage { get; } = new("DB5004", FindingSeverity.Error,
        "The picture {0} ({1}) cannot be drawn in a PDF.",
        "Save it as JPEG or PNG.");

    /// <summary>A link into the article that leads nowhere.</summary>
    public static FindingRule LinkToNowhere { get; } = new("DB5005", FindingSeverity.Warning,
        "The link to {0} leads nowhere, so it cannot be pressed in the PDF.",
        "Point it at something in the article that has this id.");

    /// <summary>The language is not known.</summary>
    public static FindingRule NoLanguage { get; } = new("DB5006", FindingSeverity.Error,
        "The language of the article is not known.",
        "Say it in the source (lang) or with --lang.", "WCAG 2.2 3.1.1; Matterhorn 11-006; PDF/UA-1 7.2");

    /// <summary>A heading level is skipped.</summary>
    public static FindingRule SkippedHeadingLevel { get; } = new("DB5007", FindingSeverity.Error,
        "A heading of level {0} follows one that is more than one level above it.",
        "Use heading levels one step at a time.", "WCAG 2.2 1.3.1; Matterhorn 14-003; PDF/UA-1 7.4.2");

    /// <summary>A drawing that is not drawn whole.</summary>
    public static FindingRule DrawingLeavesOut { get; } = new("DB5008", FindingSeverity.Warning,
        "The drawing {0} has in it what a PDF is not given, and which is left out: {1}.",
        "Look at the drawing in the PDF; where something is missed, save it as PNG.");

    /// <summary>A colour profile that PDF/A forbids.</summary>
    public static FindingRule ProfileDropped { get; } = new("DB5009", FindingSeverity.Note,
        "The colour profile of the picture {0} is broken or of a version that PDF/A does not allow; its colours are taken for sRGB.",
        "Save it with an sRGB profile.", "PDF/A-2 6.2.4.2");

    /// <summary>All rows, by code.</summary>
    public static ImmutableArray<FindingRule> All { get; } =
        [ClaimNotMade, NoAlternativeText, PrivateUse, UndrawableImage, LinkToNowhere, NoLanguage, SkippedHeadingLevel, DrawingLeavesOut, ProfileDropped];
}
