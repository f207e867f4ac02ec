using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Checks;

/// <summary>What the checks find in an article that was read without fault, DB1601 to DB1699. Codes never change their meaning.</summary>
public static class CheckFindings
{
    /// <summary>A long article without headings.</summary>
    public static FindingRule HeadingsMissing { get; } = new("DB1601", FindingSeverity.Warning,
        "The article has {0} words and no heading but its title.", "Divide it with headings, so that readers can find their way.", "WCAG 2.2 2.4.10; Matterhorn 14-001");

    /// <summary>A short bold line that stands for a heading.</summary>
    public static FindingRule HeadingFaked { get; } = new("DB1602", FindingSeverity.Warning,
        "\"{0}\" looks like a heading but is a paragraph in bold.", "If it is one, mark it as a heading (h2 to h6).", "WCAG 2.2 1.3.1; Matterhorn 14-001");

    /// <summary>An alternative text that is a file's name.</summary>
    public static FindingRule AlternativeIsFileName { get; } = new("DB1603", FindingSeverity.Error,
        "The alternative text \"{0}\" is the name of a file.", "Say in alt what the picture says.", "WCAG 2.2 1.1.1; Matterhorn 13-004");

    /// <summary>An alternative text that says that the picture is a picture.</summary>
    public static FindingRule AlternativeSaysPicture { get; } = new("DB1604", FindingSeverity.Warning,
        "The alternative text \"{0}\" says that the picture is a picture.", "Say only what it shows; a screen reader says the rest.", "WCAG 2.2 1.1.1");

    /// <summary>A picture that seems to be of text.</summary>
    public static FindingRule PictureOfText { get; } = new("DB1605", FindingSeverity.Note,
        "The picture {0} seems to be of text.", "If it is, put the text into the article.", "WCAG 2.2 1.4.5");

    /// <summary>An article whose text stands in pictures.</summary>
    public static FindingRule TextInPicturesOnly { get; } = new("DB1606", FindingSeverity.Warning,
        "The article has pictures and only {0} words: its text seems to stand in the pictures.", "Write the text out.", "WCAG 2.2 1.4.5");

    /// <summary>A link whose words do not say where it leads.</summary>
    public static FindingRule LinkVague { get; } = new("DB1607", FindingSeverity.Warning,
        "A link says only \"{0}\"; read by itself, nobody can tell where it leads.", "Let its words name what it leads to.", "WCAG 2.2 2.4.4");

    /// <summary>Text that stands out too little from its background.</summary>
    public static FindingRule ContrastLow { get; } = new("DB1608", FindingSeverity.Warning,
        "\"{0}\" has a contrast of {1} to 1 ({2} on {3}), less than {4} to 1.", "Take colours further apart; the editions have their own.", "WCAG 2.2 1.4.3; Matterhorn 04-001");

    /// <summary>Words that only their colour sets apart.</summary>
    public static FindingRule ColourAlone { get; } = new("DB1609", FindingSeverity.Warning,
        "\"{0}\" is set apart by its colour alone, which neither edition keeps.", "Say in words what the colour means, or use em, strong or mark.", "WCAG 2.2 1.4.1; Matterhorn 04-001");

    /// <summary>An abbreviation that is not explained where it first stands.</summary>
    public static FindingRule AbbreviationUnexplained { get; } = new("DB1610", FindingSeverity.Note,
        "The abbreviation \"{0}\" is not explained where it first stands.", "Write it out once, or use abbr with a title.", "WCAG 2.2 3.1.4");

    /// <summary>Controls in code that show it in another order than it is run.</summary>
    public static FindingRule BidiControlInCode { get; } = new("DB1611", FindingSeverity.Error,
        "Code holds the direction control U+{0}, which can show it in another order than it is run in.", "Remove the control; write it as an escape where the code needs it.", "CVE-2021-42574; UTR 36");

    /// <summary>A direction control that is not closed.</summary>
    public static FindingRule BidiControlUnclosed { get; } = new("DB1612", FindingSeverity.Warning,
        "The direction control U+{0} is not closed in its paragraph.", "Close it, or better use dir and bdi.", "WCAG 2.2 1.3.2; UAX 9");

    /// <summary>An override that shows text in another order than it is read.</summary>
    public static FindingRule BidiOverride { get; } = new("DB1613", FindingSeverity.Warning,
        "The control U+{0} forces the direction of letters, so that what is seen is not what is read.", "Remove it; use bdo where the order is meant.", "WCAG 2.2 1.3.2; UAX 9");

    /// <summary>Shapes of Arabic letters instead of letters.</summary>
    public static FindingRule PresentationForms { get; } = new("DB1614", FindingSeverity.Warning,
        "The text holds {0} presentation forms of Arabic letters, such as U+{1}: search and speech do not know such words.", "Write letters and leave their shapes to the font (Unicode normalisation NFKC does it).", "WCAG 2.2 3.1.1");

    /// <summary>Text in the order in which it is seen.</summary>
    public static FindingRule VisualOrder { get; } = new("DB1615", FindingSeverity.Error,
        "The text, such as \"{0}\", seems to be stored in the order in which it is seen and not in that in which it is read.", "Store it in the order of reading.", "WCAG 2.2 1.3.2");

    /// <summary>Letters of a wrong encoding.</summary>
    public static FindingRule Mojibake { get; } = new("DB1616", FindingSeverity.Error,
        "\"{0}\" looks like text that was once read in a wrong encoding.", "Repair it at its origin, or name the right encoding.", "WCAG 2.2 3.1.1");

    /// <summary>Places where letters were lost.</summary>
    public static FindingRule ReplacementCharacters { get; } = new("DB1617", FindingSeverity.Warning,
        "The text holds {0} replacement characters (U+FFFD), where letters were lost before it was saved.", "Restore the letters from the original.");

    /// <summary>A passage in letters that its language is not written in.</summary>
    public static FindingRule PassageLanguage { get; } = new("DB1618", FindingSeverity.Warning,
        "\"{0}\" is not in the letters of its language, \"{1}\": a screen reader would say it with the wrong voice.", "Give the passage a lang of its own.", "WCAG 2.2 3.1.2; Matterhorn 11-001");

    /// <summary>Text that its author hides from screen readers.</summary>
    public static FindingRule HiddenFromScreenReaders { get; } = new("DB1619", FindingSeverity.Note,
        "Left out, since it is hidden from screen readers (aria-hidden): \"{0}\".", "Take aria-hidden away if the words belong to the article.", "WAI-ARIA 1.2 aria-hidden");

    /// <summary>All rows, by code.</summary>
    public static ImmutableArray<FindingRule> All { get; } =
    [
        HeadingsMissing, HeadingFaked, AlternativeIsFileName, AlternativeSaysPicture, PictureOfText, TextInPicturesOnly, LinkVague, ContrastLow, ColourAlone,
        AbbreviationUnexplained, BidiControlInCode, BidiControlUnclosed, BidiOverride, PresentationForms, VisualOrder, Mojibake, ReplacementCharacters,
        PassageLanguage, HiddenFromScreenReaders,
    ];
}
