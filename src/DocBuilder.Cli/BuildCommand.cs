using System.CommandLine;
using System.CommandLine.Parsing;

namespace DocBuilder.Cli;

/// <summary><c>docbuilder build INPUT...</c>, and <c>docbuilder check INPUT...</c>, which finds what a build with the same options would find.</summary>
internal sealed class BuildCommand
{
    private readonly bool _writes;

    private readonly Surroundings _surroundings;
    private readonly CancellationToken _cancellationToken;

    private readonly InputArgument _inputs;

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The folder the editions are written to.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "output",
    };

    private readonly EditionCommandOptions _editions = new(isBook: false);

    private readonly Option<int> _jobs = new("--jobs")
    {
        Description = "How many articles are worked on at once. [default: one for each processor]",
        HelpName = "N",
        CustomParser = result => OptionValues.Jobs(result.Tokens[0].Value, result),
        DefaultValueFactory = _ => Math.Clamp(Environment.ProcessorCount, 1, BatchOptions.MostJobs),
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Pass over articles that an earlier run has built of the same source with the same options." };

    private readonly Option<bool> _failFast = new("--fail-fast") { Description = "End with the first article that cannot be built." };

    private readonly FindingOptions _findings = new();

    private BuildCommand(bool writes, string name, string description, Surroundings surroundings, CancellationToken cancellationToken)
    {
        _writes = writes;
        _surroundings = surroundings;
        _cancellationToken = cancellationToken;
        _inputs = new InputArgument(surroundings);
        Command = new Command(name, description);
        _inputs.AddTo(Command);
        if (writes)
        {
            Command.Options.Add(_output);
        }

        _editions.AddTo(Command);
        if (writes)
        {
            Command.Options.Add(_jobs);
            Command.Options.Add(_resume);
            Command.Options.Add(_failFast);
        }

        _editions.AddEpubTo(Command);
        foreach (var option in _findings.All)
        {
            Command.Options.Add(option);
        }

        Command.Validators.Add(CheckTogether);
        Command.SetAction(Run);
    }

    internal Command Command { get; }

    internal static BuildCommand Build(Surroundings surroundings, CancellationToken cancellationToken) =>
        new(true, "build", "Build both editions of every article.", surroundings, cancellationToken);

    internal static BuildCommand Check(Surroundings surroundings, CancellationToken cancellationToken) =>
        new(false, "check", "Tell what stands in the way of accessibility, and write nothing.", surroundings, cancellationToken);

    /// <summary>What the parser took for an input though it is written like an option.</summary>
    internal IEnumerable<string> UnknownOptions(ParseResult parsed, string[] args) => _inputs.UnknownOptions(parsed, args);

    private void CheckTogether(CommandResult result)
    {
        _findings.CheckTogether(result);
        if (result.GetResult(_editions.Title) is not null && InputArgument.AreMany(_inputs.Given(result)))
        {
            result.AddError("'--title' is for one article; several would get the same title.");
        }

        if (_writes && result.GetResult(_output) is { Tokens: [{ Value: "" }] })
        {
            result.AddError("The output folder has no name.");
        }
    }

    private int Run(ParseResult parsed)
    {
        if (_editions.MakeBuilder(parsed, _findings, _surroundings) is not { } builder)
        {
            return ExitCode.WrongUsage;
        }

        var paths = _inputs.Paths(parsed);
        var quiet = _findings.IsQuiet(parsed);
        var colored = _findings.HasColors(parsed, _surroundings);
        var reporter = new BuildReporter(new FindingPrinter(_findings.Guide(parsed), colored), quiet, _findings.IsVerbose(parsed), _writes);
        var hasBar = colored && !quiet && InputArgument.AreMany(paths);

        var batch = _writes ? new BatchOptions { Jobs = parsed.GetValue(_jobs), Resume = parsed.GetValue(_resume), FailFast = parsed.GetValue(_failFast) } : new BatchOptions();
        return hasBar ? ProgressBar.Show(_surroundings, Work) : Work(new PlainDisplay(_surroundings));

        int Work(IDisplay display)
        {
            reporter.ShowOn(display);
            reporter.Report("fonts", builder.Findings);
            var inputs = paths.Select(_inputs.Open);
            var results = _writes
                ? builder.BuildAll(inputs, parsed.GetRequiredValue(_output), batch, reporter, _cancellationToken)
                : builder.CheckAll(inputs, reporter, _cancellationToken);
            reporter.Summarize(results);
            if (_findings.WriteReports(parsed, builder.Findings, results) is { } problem)
            {
                display.Tell("docbuilder: " + TerminalText.Clean(problem));
                return ExitCode.NotBuilt;
            }

            return results.Any(static result => result.Failure is not null) ? ExitCode.NotBuilt
                : results.Any(static result => result.IsHeldBack) ? ExitCode.HeldBack
                : ExitCode.Built;
        }
    }
}
