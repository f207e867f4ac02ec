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
internal sealed class BuildReporter(FindingPrinter printer, bool quiet, bool verbose) : IProgress<BuildProgress>
{
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
            Display.Tell($"{TerminalText.Clean(result.Source)}: {result.Editions.Length} editions in {time} ms");
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
            }
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
        var built = results.Count(result => result.Failure is null);
        var editions = results.Sum(result => result.Editions.Length);
        var failed = results.Length - built;
        var upToDate = results.Count(result => result.IsUpToDate);
        Display.Tell($"{Count(built - upToDate, "article")} built, {Count(editions, "edition")}{(upToDate > 0 ? $"; {upToDate} stood there already" : "")}{(failed > 0 ? $"; {failed} could not be built" : "")}{(left > 0 ? $"; {left} not tried" : "")}.");
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
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
