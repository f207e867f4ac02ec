using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Cli;

/// <summary>Where a report goes.</summary>
internal interface IDisplay
{
    /// <summary>An article begins.</summary>
    /// <param name="completed">The articles done.</param>
    /// <param name="total">All of them.</param>
    /// <param name="source">This one.</param>
    /// <param name="failed">How many could not be built so far.</param>
    void Begin(int completed, int total, string source, int failed);

    /// <summary>A line for standard error.</summary>
    void Tell(string line);

    /// <summary>The path of a file that was written, for standard output.</summary>
    void Written(string path);
}

/// <summary>Tells what becomes of the articles, as far as it is wanted.</summary>
/// <param name="printer">Puts findings into lines.</param>
/// <param name="quiet">Whether errors only are wanted.</param>
/// <param name="verbose">Whether times and explanations are wanted too.</param>
/// <param name="writes">Whether editions are written, or articles only checked.</param>
internal sealed class BuildReporter(FindingPrinter printer, bool quiet, bool verbose, bool writes) : IProgress<BuildProgress>
{
    private readonly ReportWords _words = ReportWords.For(printer.Guide);
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);
    private IDisplay? _display;
    private long _begun;
    private int _failed;
    private int _total;

    private IDisplay Display => _display ?? throw new InvalidOperationException("The report has nowhere to go.");

    internal void ShowOn(IDisplay display) => _display = display;

    public void Report(BuildProgress value)
    {
        _total = value.Total;
        if (value.Result is not { } result)
        {
            _begun = Stopwatch.GetTimestamp();
            if (!quiet)
            {
                Display.Begin(value.Completed, value.Total, TerminalText.Clean(value.Source), _failed);
            }

            return;
        }

        _failed += result.Failure is null ? 0 : 1;
        if (!result.IsUpToDate)
        {
            Report(result.Source, result.Findings);
        }

        if (verbose)
        {
            var time = Stopwatch.GetElapsedTime(_begun).TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
            Display.Tell($"{TerminalText.Clean(result.Source)}: {_words.Time(writes ? result.Editions.Length : null, time)}");
            if (result.Fault is { } fault)
            {
                Display.Tell(fault.ToString());
            }
        }

        foreach (var edition in result.Editions)
        {
            Display.Written(edition.Path!);
        }
    }

    internal void Report(string source, ImmutableArray<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (!quiet || finding.Severity >= FindingSeverity.Error)
            {
                Display.Tell(printer.Print(source, finding));
                if (verbose && _explained.Add(finding.Code))
                {
                    foreach (var line in printer.Explain(finding))
                    {
                        Display.Tell(line);
                    }
                }
            }
        }
    }

    /// <summary>The last line of a book.</summary>
    internal void Summarize(BookResult book)
    {
        if (!quiet)
        {
            var failed = book.Articles.Count(static article => article.Failure is not null);
            Display.Tell(_words.Bound(book.Articles.Length, book.Book.Editions.Length, book.Book.Editions.Max(static edition => (int?)edition.Pages) ?? 0, book.Book.IsHeldBack, failed));
        }
    }

    /// <summary>The last line.</summary>
    internal void Summarize(ImmutableArray<BuildResult> results)
    {
        if (quiet)
        {
            return;
        }

        var left = _total - results.Length;
        var built = results.Count(static result => result.Failure is null && !result.IsHeldBack && !result.IsUpToDate);
        var editions = results.Sum(static result => result.Editions.Length);
        var heldBack = results.Count(static result => result.IsHeldBack);
        var failed = results.Count(static result => result.Failure is not null);
        var upToDate = results.Count(static result => result.IsUpToDate);
        Display.Tell(writes
            ? _words.Built(built, editions, upToDate, heldBack, failed, left)
            : _words.Checked(results.Length - failed, Enum.GetValues<FindingSeverity>().ToDictionary(static severity => severity, severity => results.Sum(result => result.Findings.Count(finding => finding.Severity == severity))), failed));
    }
}

/// <summary>Plain lines, for files, pipes, and terminals that want no more.</summary>
internal sealed class PlainDisplay(Surroundings surroundings) : IDisplay
{
    public void Begin(int completed, int total, string source, int failed)
    {
        if (total > 1)
        {
            surroundings.Error.WriteLine($"[{completed + 1}/{total}] {source}");
        }
    }

    public void Tell(string line) => surroundings.Error.WriteLine(line);

    public void Written(string path) => surroundings.Output.WriteLine(path);
}
