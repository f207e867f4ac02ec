using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>What the front door itself has to say, DB0001 to DB0099: files, folders and dates. The other rooms have their own tables.</summary>
internal static class BuildFindings
{
    internal static Finding NotFound(string path) =>
        Fatal("DB0001", $"There is no file or folder '{path}'.", "Check the path.");

    internal static Finding CannotBeRead(string path, Exception reason) =>
        Fatal("DB0002", $"'{path}' cannot be read: {Reason(reason)}.", "Check the path and its permissions.");

    internal static Finding IsFolder(string path) =>
        Fatal("DB0002", $"'{path}' is a folder.", "Give the files in it, or build it as a batch.");

    internal static Finding TooLarge(string name, long limit) =>
        Fatal("DB0003", $"'{name}' is larger than {limit / (1024 * 1024)} MiB, the most that is read of one article.", "Split it, or take embedded pictures out into files.");

    internal static Finding FolderWithoutArticles(string path) =>
        Fatal("DB0004", $"There is no article in the folder '{path}'.", "Articles are files named .html, .htm, .xhtml, .mhtml, .mht, .md or .txt.");

    internal static Finding SameEdition(string other) =>
        Fatal("DB0005", $"Its editions would be written over those of '{other}'.", "Rename one of the two, or build them into different folders.");

    internal static Finding OutputFolder(string folder, Exception reason) =>
        Fatal("DB0006", $"The output folder '{folder}' cannot be written: {(reason is DirectoryNotFoundException ? "no folder can be made there" : Reason(reason))}.", "Choose another folder, or change its permissions.");

    internal static Finding EditionNotWritten(string path, Exception reason) =>
        Fatal("DB0007", $"'{path}' cannot be written: {Reason(reason)}.", "Make room or choose another output folder, and build again.");

    internal static Finding NoDate() => new(
        "DB0008",
        FindingSeverity.Note,
        "The article does not say when it was published, so its editions are dated 1980-01-01.",
        "Add the date to the page (article:published_time or JSON-LD datePublished), or set SOURCE_DATE_EPOCH.");

    internal static Finding Fault(Exception exception) =>
        Fatal("DB0009", $"The article could not be built because of a fault in DocBuilder ({exception.GetType().Name}).", "Please report it with the article.");

    internal static Finding ImpossibleOptions(string problem) =>
        Fatal("DB0010", problem, "Change the options of the build.");

    private static Finding Fatal(string code, string message, string advice) => new(code, FindingSeverity.Fatal, message, advice);

    /// <summary>The reason in a few words that do not depend on the framework's wording.</summary>
    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission is denied",
        PathTooLongException => "the name is too long",
        DirectoryNotFoundException or FileNotFoundException => "it does not exist",
        IOException io => SystemReason(io),
        ArgumentOutOfRangeException => "the file would be larger than the system allows",
        _ => "the system refuses it",
    };

    /// <summary>On Unix the result code is errno; on Windows it is an HRESULT of facility Win32.</summary>
    private static string SystemReason(IOException exception) => exception.HResult switch
    {
        28 or unchecked((int)0x80070070) or unchecked((int)0x80070027) => "the disk is full",
        122 when OperatingSystem.IsLinux() => "the disk quota is used up",
        69 when OperatingSystem.IsMacOS() => "the disk quota is used up",
        30 or unchecked((int)0x80070013) => "the disk is read-only",
        17 or unchecked((int)0x800700B7) => "a file of that name stands there",
        20 => "a part of the path is not a folder",
        21 => "a folder of that name stands there",
        40 or 62 => "its symbolic links run in a circle",
        unchecked((int)0x80070020) => "another program is using it",
        _ => exception.Message.TrimEnd('.'),
    };
}
