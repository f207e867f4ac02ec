using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>Why the system refused something, in a few words that do not depend on the framework's wording.</summary>
internal static class SystemReasons
{
    private static readonly FindingPhrase Denied = new("permission is denied");
    private static readonly FindingPhrase NameTooLong = new("the name is too long");
    private static readonly FindingPhrase NotThere = new("it does not exist");
    private static readonly FindingPhrase TooLarge = new("the file would be larger than the system allows");
    private static readonly FindingPhrase Refused = new("the system refuses it");
    private static readonly FindingPhrase NoRoomForFolder = new("no folder can be made there");
    private static readonly FindingPhrase DiskFull = new("the disk is full");
    private static readonly FindingPhrase QuotaUsedUp = new("the disk quota is used up");
    private static readonly FindingPhrase DiskReadOnly = new("the disk is read-only");
    private static readonly FindingPhrase FileInTheWay = new("a file of that name stands there");
    private static readonly FindingPhrase NotAFolder = new("a part of the path is not a folder");
    private static readonly FindingPhrase FolderInTheWay = new("a folder of that name stands there");
    private static readonly FindingPhrase CircleOfLinks = new("its symbolic links run in a circle");
    private static readonly FindingPhrase InUse = new("another program is using it");

    /// <summary>The phrases.</summary>
    internal static ImmutableArray<FindingPhrase> All { get; } =
    [
        Denied, NameTooLong, NotThere, TooLarge, Refused, NoRoomForFolder, DiskFull, QuotaUsedUp, DiskReadOnly, FileInTheWay, NotAFolder, FolderInTheWay,
        CircleOfLinks, InUse,
    ];

    /// <summary>Why something cannot be read or written.</summary>
    internal static FindingArgument Of(Exception exception) => exception switch
    {
        UnauthorizedAccessException => Denied,
        PathTooLongException => NameTooLong,
        DirectoryNotFoundException or FileNotFoundException => NotThere,
        IOException io => OfSystem(io),
        ArgumentOutOfRangeException => TooLarge,
        _ => Refused,
    };

    /// <summary>Why a folder cannot be made or written.</summary>
    internal static FindingArgument OfFolder(Exception exception) => exception is DirectoryNotFoundException ? NoRoomForFolder : Of(exception);

    /// <summary>On Unix the result code is errno; on Windows it is an HRESULT of facility Win32.</summary>
    private static FindingArgument OfSystem(IOException exception) => exception.HResult switch
    {
        28 or unchecked((int)0x80070070) or unchecked((int)0x80070027) => DiskFull,
        122 when OperatingSystem.IsLinux() => QuotaUsedUp,
        69 when OperatingSystem.IsMacOS() => QuotaUsedUp,
        30 or unchecked((int)0x80070013) => DiskReadOnly,
        17 or unchecked((int)0x800700B7) => FileInTheWay,
        20 => NotAFolder,
        21 => FolderInTheWay,
        40 or 62 => CircleOfLinks,
        unchecked((int)0x80070020) => InUse,
        _ => exception.Message.TrimEnd('.'),
    };
}
