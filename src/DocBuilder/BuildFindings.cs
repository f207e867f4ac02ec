using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>What the front door itself has to say, DB0001 to DB0099: files, folders and dates. Codes never change their meaning.</summary>
internal static class BuildFindings
{
    internal static FindingRule NotFound { get; } = Fatal("DB0001", "There is no file or folder '{0}'.", "Check the path.");

    internal static FindingRule CannotBeRead { get; } = Fatal("DB0002", "'{0}' cannot be read: {1}.", "Check the path and its permissions.");

    internal static FindingRule TooLarge { get; } = Fatal("DB0003",
        "'{0}' is larger than {1} MiB, the most that is read of one article.", "Split it, or take embedded pictures out into files.");

    internal static FindingRule FolderWithoutArticles { get; } = Fatal("DB0004",
        "There is no article in the folder '{0}'.", "Articles are files named .html, .htm, .xhtml, .mhtml, .mht, .md or .txt.");

    internal static FindingRule SameEdition { get; } = Fatal("DB0005",
        "Its editions would be written over those of '{0}'.", "Rename one of the two, or build them into different folders.");

    internal static FindingRule OutputFolder { get; } = Fatal("DB0006",
        "The output folder '{0}' cannot be written: {1}.", "Choose another folder, or change its permissions.");

    internal static FindingRule EditionNotWritten { get; } = Fatal("DB0007",
        "'{0}' cannot be written: {1}.", "Make room or choose another output folder, and build again.");

    internal static FindingRule NoDate { get; } = new("DB0008", FindingSeverity.Note,
        "The article does not say when it was published, so its editions are dated 1980-01-01.",
        "Add the date to the page (article:published_time or JSON-LD datePublished), or set SOURCE_DATE_EPOCH.");

    internal static FindingRule Fault { get; } = Fatal("DB0009",
        "The article could not be built because of a fault in DocBuilder ({0}).", "Please report it with the article.");

    internal static FindingRule ImpossibleOptions { get; } = Fatal("DB0010", "{0}", "Change the options of the build.");

    internal static FindingRule IsFolder { get; } = Fatal("DB0011", "'{0}' is a folder.", "Give the files in it, or build it as a batch.");

    internal static FindingRule BookTitle { get; } = new("DB0012", FindingSeverity.Note, "The book was given no title, so it is called '{0}'.", "Give it one with --title.");

    internal static FindingRule BookDate { get; } = new("DB0013", FindingSeverity.Note,
        "No article of the book says when it was published, so its editions are dated 1980-01-01.",
        "Add the date to a page (article:published_time or JSON-LD datePublished), or set SOURCE_DATE_EPOCH.");

    /// <summary>All rows, by code.</summary>
    internal static ImmutableArray<FindingRule> All { get; } =
        [NotFound, CannotBeRead, TooLarge, FolderWithoutArticles, SameEdition, OutputFolder, EditionNotWritten, NoDate, Fault, ImpossibleOptions, IsFolder, BookTitle, BookDate];

    private static FindingRule Fatal(string code, string message, string advice) => new(code, FindingSeverity.Fatal, message, advice);
}
