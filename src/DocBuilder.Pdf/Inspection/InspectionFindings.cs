using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Pdf.Inspection;

/// <summary>What is to be said of a PDF that is inspected, DB6101 to DB6199. Codes never change their meaning.</summary>
public static class InspectionFindings
{
    /// <summary>A broken PDF.</summary>
    public static FindingRule Broken { get; } = new("DB6101", FindingSeverity.Fatal,
        "The PDF is broken: no pages can be found in it.",
        "Take a whole copy, or mend it with a tool such as qpdf.");

    /// <summary>An encrypted PDF.</summary>
    public static FindingRule Encrypted { get; } = new("DB6102", FindingSeverity.Fatal,
        "The PDF is encrypted and opens only with a password.",
        "Save it without a password.");

    /// <summary>A PDF without tags.</summary>
    public static FindingRule NotTagged { get; } = new("DB6103", FindingSeverity.Error,
        "The PDF is not tagged: a screen reader finds no headings, lists or tables in it; here is the text of its pages as it is drawn.",
        "Make it again with tags.", "PDF/UA-1 7.1");

    /// <summary>A PDF without text.</summary>
    public static FindingRule NoText { get; } = new("DB6104", FindingSeverity.Error,
        "Nothing that can be read aloud was found on the pages.",
        "Recognise the text of scanned pages (OCR), and tag it.", "WCAG 2.2 1.4.5");

    /// <summary>A tag tree that runs in a circle.</summary>
    public static FindingRule Circle { get; } = new("DB6105", FindingSeverity.Error,
        "The structure tree leads to an element more than once; it is announced the first time only.",
        "Make the tags again.", "ISO 32000-1 14.7.2");

    /// <summary>Tags of content that is not there.</summary>
    public static FindingRule MissingContents { get; } = new("DB6106", FindingSeverity.Warning,
        "The structure tree refers to content that is not there ({0} times).",
        "Make the tags again.", "ISO 32000-1 14.7.4");

    /// <summary>Pages that cannot be read.</summary>
    public static FindingRule BrokenPages { get; } = new("DB6107", FindingSeverity.Error,
        "Pages that cannot be read are left out: {0}.",
        "Take a whole copy, or mend it with a tool such as qpdf.");

    /// <summary>Streams that are too large.</summary>
    public static FindingRule TooLarge { get; } = new("DB6108", FindingSeverity.Error,
        "Streams that become too large when they are decompressed are left out.",
        "Save the PDF anew with a tool such as qpdf.");

    /// <summary>Tags nested too deep.</summary>
    public static FindingRule TooDeep { get; } = new("DB6109", FindingSeverity.Warning,
        "Elements lie more than {0} deep in each other; those below are announced at that depth.",
        "Make the tags again.");

    /// <summary>Too many tags.</summary>
    public static FindingRule TooMany { get; } = new("DB6110", FindingSeverity.Warning,
        "There are more than {0} elements; the rest is left out.",
        "Split the document.");

    /// <summary>A PDF without a language.</summary>
    public static FindingRule NoLanguage { get; } = new("DB6111", FindingSeverity.Warning,
        "The PDF does not say in which language it is.",
        "Set the language of the document.", "WCAG 2.2 3.1.1");

    /// <summary>A PDF without a title.</summary>
    public static FindingRule NoTitle { get; } = new("DB6112", FindingSeverity.Warning,
        "The PDF has no title; its file name is announced instead.",
        "Set the title of the document.", "WCAG 2.2 2.4.2");

    /// <summary>All rows, by code.</summary>
    public static ImmutableArray<FindingRule> All { get; } =
    [
        Broken, Encrypted, NotTagged, NoText, Circle, MissingContents, BrokenPages, TooLarge, TooDeep, TooMany, NoLanguage, NoTitle,
    ];

    /// <summary>More pages than are named.</summary>
    private static FindingPhrase AndMore { get; } = new("{0} and more");

    /// <summary>The words inside the messages.</summary>
    public static ImmutableArray<FindingPhrase> Phrases { get; } = [AndMore];

    /// <summary>The first of some pages.</summary>
    internal static FindingArgument List(IEnumerable<int> pages)
    {
        const int most = 10;
        var named = pages.Take(most + 1).Select(static page => page.ToString(CultureInfo.InvariantCulture)).ToList();
        return named.Count > most ? FindingArgument.Of(AndMore, string.Join(", ", named.Take(most))) : string.Join(", ", named);
    }
}
