using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Inspection;

/// <summary>What is to be said of an EPUB that is inspected, DB6201 to DB6299.</summary>
internal static class EpubInspectionFindings
{
    /// <summary>More are not told of one book.</summary>
    public const int Most = 200;

    public static Finding Broken() => Fatal("DB6201", "The EPUB is broken: its archive has no directory of files, or only a part of one.", "Take a whole copy.");

    public static Finding NoPackage() => Fatal("DB6202", "The archive is no EPUB: META-INF/container.xml names no package document in it.", "Give an EPUB.");

    public static Finding PackageBroken(string name) => Fatal("DB6203", $"The package document '{Shorten(name)}' cannot be read as XML.", "Make the EPUB again.");

    public static Finding Protected() => Fatal("DB6204", "The texts of the EPUB are encrypted, so nobody but its own reading system can open them.", "Give an EPUB without protection.");

    public static Finding NothingToRead() => Fatal("DB6205", "The spine of the EPUB leads to no text that can be read.", "Make the EPUB again.");

    public static Finding MediaTypeNotFirst() => new(
        "DB6206", FindingSeverity.Error, "The first file of the archive is not 'mimetype', by which readers know an EPUB.", "Put it first, without compression.", default, "EPUB 3.3, 4.2.2");

    public static Finding MediaTypeWrong(string type) => new(
        "DB6207", FindingSeverity.Error, $"The file 'mimetype' says '{Shorten(type)}' where it must say 'application/epub+zip'.", "Correct it.", default, "EPUB 3.3, 4.2.2");

    public static Finding NameLeadsOut(string name) => new(
        "DB6208", FindingSeverity.Error, $"A file in the archive is called '{Shorten(name)}', which leads out of the book; it is not opened.", "Give it a name inside the book.", default, "EPUB 3.3, 4.2.3");

    public static Finding AddressLeadsOut(string address, string by) => new(
        "DB6209", FindingSeverity.Error, $"'{Shorten(by)}' refers to '{Shorten(address)}', which is outside the book; it is not followed.", "Refer to a file in the book.", default, "EPUB 3.3, 4.2.4");

    public static Finding Missing(string name) => new(
        "DB6210", FindingSeverity.Error, $"The file '{Shorten(name)}' is missing.", "Put it into the book, or do not refer to it.", default, "EPUB 3.3, 3.5");

    public static Finding CannotBeUnpacked(string name) => new(
        "DB6211", FindingSeverity.Error, $"The file '{Shorten(name)}' cannot be taken out of the archive.", "Take a whole copy.");

    public static Finding TooLarge(string name, long limit) => new(
        "DB6212", FindingSeverity.Error, string.Create(CultureInfo.InvariantCulture, $"The file '{Shorten(name)}' becomes larger than {limit / (1024 * 1024)} MiB when it is decompressed, or the whole book does; it is left out."), "Split it.");

    public static Finding NotWellFormed(string name, int line) => new(
        "DB6213", FindingSeverity.Error, string.Create(CultureInfo.InvariantCulture, $"'{Shorten(name)}' is not well-formed XML from line {line} on; what follows is left out."), "Correct it there.", default, "EPUB 3.3, 2.2");

    public static Finding UnknownEntity(string name, string entity) => new(
        "DB6214", FindingSeverity.Warning, $"'{Shorten(name)}' has entities that nothing defines, '{Shorten(entity)}' the first of them; they are read as they stand.", "Write the character itself.", default, "EPUB 3.3, 2.2");

    public static Finding NoNavigation() => new(
        "DB6215", FindingSeverity.Error, "The EPUB has no navigation document, so there is no table of contents to go by.", "Add one.", default, "EPUB 3.3, 7");

    public static Finding DeadLink(string target, string by) => new(
        "DB6216", FindingSeverity.Error, $"A link in '{Shorten(by)}' leads to '{Shorten(target)}', which is not there.", "Correct the link.", default, "EPUB 3.3, 3.5");

    public static Finding UnknownSpineItem(string id) => new(
        "DB6217", FindingSeverity.Error, $"The spine names '{Shorten(id)}', which the manifest does not have.", "Add it to the manifest.", default, "EPUB 3.3, 5.7.2");

    public static Finding NotText(string name, string type) => new(
        "DB6218", FindingSeverity.Warning, $"The spine leads to '{Shorten(name)}', which is no text ({Shorten(type)}).", "Give it a fallback.", default, "EPUB 3.3, 3.2");

    public static Finding TooDeep(int depth) => new(
        "DB6219", FindingSeverity.Warning, string.Create(CultureInfo.InvariantCulture, $"Elements lie more than {depth} deep in each other; those below are announced at that depth."), "Nest them less.");

    public static Finding TooMany(int count) => new(
        "DB6220", FindingSeverity.Warning, string.Create(CultureInfo.InvariantCulture, $"There are more than {count} elements; the rest is left out."), "Split the book.");

    public static Finding NoLanguage() => new(
        "DB6221", FindingSeverity.Warning, "The EPUB does not say in which language it is.", "Add dc:language to the package.", default, "WCAG 2.2 3.1.1");

    public static Finding NoTitle() => new(
        "DB6222", FindingSeverity.Warning, "The EPUB has no title.", "Add dc:title to the package.", default, "EPUB 3.3, 5.5.3.2");

    private static Finding Fatal(string code, string message, string advice) => new(code, FindingSeverity.Fatal, message, advice);

    private static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "…");
}
