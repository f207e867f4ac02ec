using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Inspection;

/// <summary>What is to be said of a file before it is known to be an edition, DB6001 to DB6099.</summary>
internal static class EditionFindings
{
    internal static Finding Neither() => Fatal("DB6001", "The file is neither a PDF nor an EPUB.", "Give one of these.");

    internal static Finding Empty() => Fatal("DB6002", "The file is empty.", "Give a PDF or an EPUB.");

    internal static Finding TooLarge(long limit) =>
        Fatal("DB6003", string.Create(CultureInfo.InvariantCulture, $"The file is larger than {limit / (1024 * 1024)} MiB, the most that is read of one edition."), "Split it.");

    internal static Finding TooLong(TimeSpan limit) =>
        Fatal("DB6004", string.Create(CultureInfo.InvariantCulture, $"The file could not be read within {limit.TotalSeconds:0.#} seconds."), "Take a whole copy, or mend it with a tool such as qpdf.");

    internal static Finding Fault(Exception exception) =>
        Fatal("DB6005", $"The file could not be read because of a fault in DocBuilder ({exception.GetType().Name}).", "Please report it with the file.");

    private static Finding Fatal(string code, string message, string advice) => new(code, FindingSeverity.Fatal, message, advice);
}
