using System.Collections.Immutable;
using System.CommandLine;
using DocBuilder.Documents;

namespace DocBuilder.Cli;

/// <summary>The options that say what is told of the findings, and how.</summary>
internal sealed class FindingOptions
{
    private readonly Option<bool> _strict = new("--strict") { Description = "Write no edition of an article while an error stands; the exit code is 3." };

    private readonly Option<string[]> _ignored = new("--ignore")
    {
        Description = "A code of findings that are neither told nor counted, such as DB1505; may be repeated.",
        HelpName = "CODE",
        CustomParser = result => [.. result.Tokens.Select(token => OptionValues.Code(token.Value, result))],
    };

    private readonly Option<string[]> _reports = new("--report")
    {
        Description = "Write the findings to a file, as JSON or as SARIF 2.1.0; may be repeated.",
        HelpName = "FILE.json|FILE.sarif",
        CustomParser = result => [.. result.Tokens.Select(token => OptionValues.Report(token.Value, result))],
    };

    private readonly Option<MessageLanguage> _language = new("--language")
    {
        Description = "The language of messages. [default: en]",
        HelpName = "en|ar",
        CustomParser = result => OptionValues.MessageLanguage(result.Tokens[0].Value, result),
    };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Tell errors only." };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Tell more: times, what each finding means, and the trace of a fault in DocBuilder." };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours and no progress bar. NO_COLOR=1 does the same." };

    internal IEnumerable<Option> All => [_strict, _ignored, _reports, _language, _quiet, _verbose, _noColor];

    internal bool IsStrict(ParseResult parsed) => parsed.GetValue(_strict);

    internal ImmutableArray<string> Ignored(ParseResult parsed) => [.. parsed.GetValue(_ignored) ?? []];

    internal FindingGuide Guide(ParseResult parsed) => FindingGuide.In(parsed.GetValue(_language));

    internal bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    internal bool IsVerbose(ParseResult parsed) => parsed.GetValue(_verbose);

    /// <summary>Whether standard error is a terminal that may be coloured.</summary>
    internal bool HasColors(ParseResult parsed, Surroundings surroundings) => surroundings.ErrorIsTerminal
        && !parsed.GetValue(_noColor) && surroundings.Variable("NO_COLOR") is not { Length: > 0 } && surroundings.Variable("TERM") is not "dumb";

    internal void CheckTogether(System.CommandLine.Parsing.CommandResult result)
    {
        if (result.GetValue(_quiet) && result.GetValue(_verbose))
        {
            result.AddError("'--quiet' and '--verbose' contradict each other.");
        }
    }

    /// <summary>Writes the reports that were asked for.</summary>
    /// <returns>Why one could not be written, a sentence; null when all were.</returns>
    internal string? WriteReports(ParseResult parsed, ImmutableArray<Finding> general, ImmutableArray<BuildResult> results)
    {
        var report = new FindingReport(Guide(parsed), general, results);
        foreach (var path in parsed.GetValue(_reports) ?? [])
        {
            try
            {
                report.Write(path);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return $"The report '{path}' cannot be written ({exception.Message.TrimEnd('.')}); give it another place.";
            }
        }

        return null;
    }
}
