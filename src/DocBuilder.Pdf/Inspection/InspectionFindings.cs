using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Pdf.Inspection;

/// <summary>What is to be said of a PDF that is inspected, DB6101 to DB6199.</summary>
internal static class InspectionFindings
{
    public static Finding Broken() => Fatal("DB6101", "The PDF is broken: no pages can be found in it.", "Take a whole copy, or mend it with a tool such as qpdf.");

    public static Finding Encrypted() => Fatal("DB6102", "The PDF is encrypted and opens only with a password.", "Save it without a password.");

    public static Finding NotTagged() => new(
        "DB6103", FindingSeverity.Error, "The PDF is not tagged: a screen reader finds no headings, lists or tables in it; here is the text of its pages as it is drawn.", "Make it again with tags.", default, "PDF/UA-1 7.1");

    public static Finding NoText() => new(
        "DB6104", FindingSeverity.Error, "Nothing that can be read aloud was found on the pages.", "Recognise the text of scanned pages (OCR), and tag it.", default, "WCAG 2.2 1.4.5");

    public static Finding Circle() => new(
        "DB6105", FindingSeverity.Error, "The structure tree leads to an element more than once; it is announced the first time only.", "Make the tags again.", default, "ISO 32000-1 14.7.2");

    public static Finding MissingContents(int count) => new(
        "DB6106", FindingSeverity.Warning, $"The structure tree refers to content that is not there ({Number(count)} times).", "Make the tags again.", default, "ISO 32000-1 14.7.4");

    public static Finding BrokenPages(IEnumerable<int> pages) => new(
        "DB6107", FindingSeverity.Error, $"Pages that cannot be read are left out: {List(pages)}.", "Take a whole copy, or mend it with a tool such as qpdf.");

    public static Finding TooLarge() => new(
        "DB6108", FindingSeverity.Error, "Streams that become too large when they are decompressed are left out.", "Save the PDF anew with a tool such as qpdf.");

    public static Finding TooDeep(int depth) => new(
        "DB6109", FindingSeverity.Warning, $"Elements lie more than {Number(depth)} deep in each other; those below are announced at that depth.", "Make the tags again.");

    public static Finding TooMany(int count) => new(
        "DB6110", FindingSeverity.Warning, $"There are more than {Number(count)} elements; the rest is left out.", "Split the document.");

    public static Finding NoLanguage() => new(
        "DB6111", FindingSeverity.Warning, "The PDF does not say in which language it is.", "Set the language of the document.", default, "WCAG 2.2 3.1.1");

    public static Finding NoTitle() => new(
        "DB6112", FindingSeverity.Warning, "The PDF has no title; its file name is announced instead.", "Set the title of the document.", default, "WCAG 2.2 2.4.2");

    private static Finding Fatal(string code, string message, string advice) => new(code, FindingSeverity.Fatal, message, advice);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string List(IEnumerable<int> pages)
    {
        const int Most = 10;
        var named = pages.Take(Most + 1).Select(Number).ToList();
        return named.Count > Most ? string.Join(", ", named.Take(Most)) + " and more" : string.Join(", ", named);
    }
}
