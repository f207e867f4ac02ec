using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Inspection;

/// <summary>What is to be said of an EPUB that is inspected, DB6201 to DB6299. Codes never change their meaning.</summary>
public static class EpubInspectionFindings
{
    /// <summary>More are not told of one book.</summary>
    internal const int Most = 200;

    /// <summary>A broken EPUB.</summary>
    public static FindingRule Broken { get; } = new("DB6201", FindingSeverity.Fatal,
        "The EPUB is broken: its archive has no directory of files, or only a part of one.",
        "Take a whole copy.");

    /// <summary>An archive that is no EPUB.</summary>
    public static FindingRule NoPackage { get; } = new("DB6202", FindingSeverity.Fatal,
        "The archive is no EPUB: META-INF/container.xml names no package document in it.",
        "Give an EPUB.");

    /// <summary>A package that cannot be read.</summary>
    public static FindingRule PackageBroken { get; } = new("DB6203", FindingSeverity.Fatal,
        "The package document '{0}' cannot be read as XML.",
        "Make the EPUB again.");

    /// <summary>An encrypted EPUB.</summary>
    public static FindingRule Protected { get; } = new("DB6204", FindingSeverity.Fatal,
        "The texts of the EPUB are encrypted, so nobody but its own reading system can open them.",
        "Give an EPUB without protection.");

    /// <summary>An EPUB without text.</summary>
    public static FindingRule NothingToRead { get; } = new("DB6205", FindingSeverity.Fatal,
        "The spine of the EPUB leads to no text that can be read.",
        "Make the EPUB again.");

    /// <summary>A media type that is not first.</summary>
    public static FindingRule MediaTypeNotFirst { get; } = new("DB6206", FindingSeverity.Error,
        "The first file of the archive is not 'mimetype', by which readers know an EPUB.",
        "Put it first, without compression.", "EPUB 3.3, 4.2.2");

    /// <summary>A wrong media type.</summary>
    public static FindingRule MediaTypeWrong { get; } = new("DB6207", FindingSeverity.Error,
        "The file 'mimetype' says '{0}' where it must say 'application/epub+zip'.",
        "Correct it.", "EPUB 3.3, 4.2.2");

    /// <summary>A file name that leads out of the book.</summary>
    public static FindingRule NameLeadsOut { get; } = new("DB6208", FindingSeverity.Error,
        "A file in the archive is called '{0}', which leads out of the book; it is not opened.",
        "Give it a name inside the book.", "EPUB 3.3, 4.2.3");

    /// <summary>An address that leads out of the book.</summary>
    public static FindingRule AddressLeadsOut { get; } = new("DB6209", FindingSeverity.Error,
        "'{1}' refers to '{0}', which is outside the book; it is not followed.",
        "Refer to a file in the book.", "EPUB 3.3, 4.2.4");

    /// <summary>A file that is missing.</summary>
    public static FindingRule Missing { get; } = new("DB6210", FindingSeverity.Error,
        "The file '{0}' is missing.",
        "Put it into the book, or do not refer to it.", "EPUB 3.3, 3.5");

    /// <summary>A file that cannot be unpacked.</summary>
    public static FindingRule CannotBeUnpacked { get; } = new("DB6211", FindingSeverity.Error,
        "The file '{0}' cannot be taken out of the archive.",
        "Take a whole copy.");

    /// <summary>A file that unpacks too large.</summary>
    public static FindingRule TooLarge { get; } = new("DB6212", FindingSeverity.Error,
        "The file '{0}' becomes larger than {1} MiB when it is decompressed, or the whole book does; it is left out.",
        "Split it.");

    /// <summary>A text that is not well-formed.</summary>
    public static FindingRule NotWellFormed { get; } = new("DB6213", FindingSeverity.Error,
        "'{0}' is not well-formed XML from line {1} on; what follows is left out.",
        "Correct it there.", "EPUB 3.3, 2.2");

    /// <summary>An entity that nothing defines.</summary>
    public static FindingRule UnknownEntity { get; } = new("DB6214", FindingSeverity.Warning,
        "'{0}' has entities that nothing defines, '{1}' the first of them; they are read as they stand.",
        "Write the character itself.", "EPUB 3.3, 2.2");

    /// <summary>An EPUB without navigation.</summary>
    public static FindingRule NoNavigation { get; } = new("DB6215", FindingSeverity.Error,
        "The EPUB has no navigation document, so there is no table of contents to go by.",
        "Add one.", "EPUB 3.3, 7");

    /// <summary>A link to nothing in the book.</summary>
    public static FindingRule DeadLink { get; } = new("DB6216", FindingSeverity.Error,
        "A link in '{1}' leads to '{0}', which is not there.",
        "Correct the link.", "EPUB 3.3, 3.5");

    /// <summary>A spine item that is not in the manifest.</summary>
    public static FindingRule UnknownSpineItem { get; } = new("DB6217", FindingSeverity.Error,
        "The spine names '{0}', which the manifest does not have.",
        "Add it to the manifest.", "EPUB 3.3, 5.7.2");

    /// <summary>A spine item that is no text.</summary>
    public static FindingRule NotText { get; } = new("DB6218", FindingSeverity.Warning,
        "The spine leads to '{0}', which is no text ({1}).",
        "Give it a fallback.", "EPUB 3.3, 3.2");

    /// <summary>Elements nested too deep.</summary>
    public static FindingRule TooDeep { get; } = new("DB6219", FindingSeverity.Warning,
        "Elements lie more than {0} deep in each other; those below are announced at that depth.",
        "Nest them less.");

    /// <summary>Too many elements.</summary>
    public static FindingRule TooMany { get; } = new("DB6220", FindingSeverity.Warning,
        "There are more than {0} elements; the rest is left out.",
        "Split the book.");

    /// <summary>An EPUB without a language.</summary>
    public static FindingRule NoLanguage { get; } = new("DB6221", FindingSeverity.Warning,
        "The EPUB does not say in which language it is.",
        "Add dc:language to the package.", "WCAG 2.2 3.1.1");

    /// <summary>An EPUB without a title.</summary>
    public static FindingRule NoTitle { get; } = new("DB6222", FindingSeverity.Warning,
        "The EPUB has no title.",
        "Add dc:title to the package.", "EPUB 3.3, 5.5.3.2");

    /// <summary>All rows, by code.</summary>
    public static ImmutableArray<FindingRule> All { get; } =
    [
        Broken, NoPackage, PackageBroken, Protected, NothingToRead, MediaTypeNotFirst, MediaTypeWrong, NameLeadsOut, AddressLeadsOut, Missing,
        CannotBeUnpacked, TooLarge, NotWellFormed, UnknownEntity, NoNavigation, DeadLink, UnknownSpineItem, NotText, TooDeep, TooMany, NoLanguage,
        NoTitle,
    ];
}
