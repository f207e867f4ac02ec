using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Inspection;

/// <summary>What is to be said of a file before it is known to be an edition, DB6001 to DB6099. Codes never change their meaning.</summary>
internal static class EditionFindings
{
    /// <summary>A file that is no edition.</summary>
    internal static FindingRule Neither { get; } = new("DB6001", FindingSeverity.Fatal,
        "The file is neither a PDF nor an EPUB.",
        "Give one of these.");

    /// <summary>An empty file.</summary>
    internal static FindingRule Empty { get; } = new("DB6002", FindingSeverity.Fatal,
        "The file is empty.",
        "Give a PDF or an EPUB.");

    /// <summary>A file that is too large.</summary>
    internal static FindingRule TooLarge { get; } = new("DB6003", FindingSeverity.Fatal,
        "The file is larger than {0} MiB, the most that is read of one edition.",
        "Split it.");

    /// <summary>A file that takes too long.</summary>
    internal static FindingRule TooLong { get; } = new("DB6004", FindingSeverity.Fatal,
        "The file could not be read within {0} seconds.",
        "Take a whole copy, or mend it with a tool such as qpdf.");

    /// <summary>A fault in DocBuilder.</summary>
    internal static FindingRule Fault { get; } = new("DB6005", FindingSeverity.Fatal,
        "The file could not be read because of a fault in DocBuilder ({0}).",
        "Please report it with the file.");

    /// <summary>A folder where a file is due.</summary>
    internal static FindingRule IsFolder { get; } = new("DB6006", FindingSeverity.Fatal,
        "'{0}' is a folder.",
        "Give a PDF or EPUB in it.");

    /// <summary>All rows, by code.</summary>
    internal static ImmutableArray<FindingRule> All { get; } =
    [
        Neither, Empty, TooLarge, TooLong, Fault, IsFolder,
    ];
}
