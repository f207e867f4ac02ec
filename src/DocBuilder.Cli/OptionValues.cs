using System.CommandLine.Parsing;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Cli;

/// <summary>Reads the values of options; what is wrong with one becomes a sentence of the parser's.</summary>
internal static class OptionValues
{
    internal static Edition Edition(string value, ArgumentResult result) => value.ToUpperInvariant() switch
    {
        "PDF" => DocBuilder.Edition.Pdf,
        "EPUB" => DocBuilder.Edition.Epub,
        _ => Wrong<Edition>(result, $"There is no edition '{value}': it is pdf or epub."),
    };

    internal static TextDirection? Direction(string value, ArgumentResult result) => value.ToUpperInvariant() switch
    {
        "LTR" => TextDirection.LeftToRight,
        "RTL" => TextDirection.RightToLeft,
        _ => Wrong<TextDirection?>(result, $"There is no direction '{value}': it is ltr or rtl."),
    };

    internal static PageSize? PageSize(string value, ArgumentResult result) =>
        DocBuilder.PageSize.TryParse(value, out var size)
            ? size
            : Wrong<PageSize?>(result, $"'{value}' is no page size: it is A4, A5, Letter, or millimetres such as 170x240mm, {DocBuilder.PageSize.Least} to {DocBuilder.PageSize.Most} a side.");

    internal static PrintTheme? Theme(string value, ArgumentResult result)
    {
        var theme = PrintTheme.Open(value, out var problems);
        foreach (var problem in problems)
        {
            result.AddError(problem);
        }

        return theme;
    }

    internal static Kashida? Kashida(string value, ArgumentResult result) => value.ToUpperInvariant() switch
    {
        "NONE" => DocBuilder.Kashida.None,
        "MODERATE" => DocBuilder.Kashida.Moderate,
        "FULL" => DocBuilder.Kashida.Full,
        _ => Wrong<Kashida?>(result, $"There is no kashida '{value}': it is none, moderate or full."),
    };

    internal static NotePlacement? Notes(string value, ArgumentResult result) => value.ToUpperInvariant() switch
    {
        "FOOT" => NotePlacement.Foot,
        "END" => NotePlacement.End,
        _ => Wrong<NotePlacement?>(result, $"There is no place '{value}' for notes: it is foot or end."),
    };

    internal static EpubCover? Cover(string value, ArgumentResult result)
    {
        if (value.Length == 0)
        {
            return Wrong<EpubCover>(result, "The cover has no name: it is drawn, auto, none, or the file of a picture.");
        }

        var cover = EpubCover.Open(value, out var problem);
        return problem is null ? cover : Wrong<EpubCover>(result, problem);
    }

    /// <summary>A length in millimetres.</summary>
    internal static double Millimetres(string option, string value, double most, ArgumentResult result)
    {
        var number = value.EndsWith("mm", StringComparison.OrdinalIgnoreCase) ? value.AsSpan(0, value.Length - 2) : value;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length) && length <= most
            ? length
            : Wrong<double>(result, string.Create(CultureInfo.InvariantCulture, $"'{value}' is no length for {option}: it is written in millimetres such as 3mm, 0 to {most:0.#}."));
    }

    internal static int Jobs(string value, ArgumentResult result) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= BatchOptions.MostJobs
            ? jobs
            : Wrong<int>(result, $"'{value}' is no number of jobs: it is 1 to {BatchOptions.MostJobs}.");

    /// <summary>The shape of a BCP 47 tag (RFC 5646 2.1): subtags of one to eight letters and digits, the first of letters only.</summary>
    internal static string? Language(string value, ArgumentResult result)
    {
        var subtags = value.Split('-');
        var first = subtags[0];
        var isTag = (first.Length is >= 2 and <= 8 || first is "x" or "i" && subtags.Length > 1)
            && first.All(char.IsAsciiLetter)
            && subtags.All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit));
        return isTag ? value : Wrong<string>(result, $"'{value}' is no language tag: it is written as in ar, fa or en-GB.");
    }

    internal static string Folder(string value, string what, ArgumentResult result) =>
        Directory.Exists(value) ? value : Wrong<string>(result, $"There is no folder '{value}' to take {what} from.")!;

    internal static string Code(string value, ArgumentResult result) => FindingRules.Find(value) switch
    {
        null => Wrong<string>(result, $"There is no finding '{value}': codes are written as in DB1505.")!,
        { Severity: FindingSeverity.Fatal } => Wrong<string>(result, $"'{value}' cannot be ignored: nothing can be built where it is found.")!,
        var rule => rule.Code,
    };

    internal static string Report(string value, ArgumentResult result) =>
        FindingReport.IsReportName(value) ? value : Wrong<string>(result, $"'{value}' is no report: its name ends in .json or .sarif.")!;

    internal static MessageLanguage MessageLanguage(string value, ArgumentResult result) => value.ToUpperInvariant() switch
    {
        "EN" => DocBuilder.MessageLanguage.English,
        "AR" => DocBuilder.MessageLanguage.Arabic,
        _ => Wrong<MessageLanguage>(result, $"There are no messages in '{value}': they are in en or ar."),
    };

    internal static PrintProfile? Profile(string value, ArgumentResult result) =>
        PrintProfile.Find(value)
        ?? Wrong<PrintProfile>(result, $"There is no profile '{value}': it is {string.Join(", ", PrintProfile.Names.SkipLast(1))} or {PrintProfile.Names[^1]}.");

    private static T? Wrong<T>(ArgumentResult result, string sentence)
    {
        result.AddError(sentence);
        return default;
    }
}
