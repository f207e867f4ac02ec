using System.CommandLine;
using System.CommandLine.Parsing;

namespace DocBuilder.Cli;

/// <summary><c>docbuilder bind INPUT... -o BOOK</c>: many articles as one book.</summary>
internal sealed class BindCommand
{
    private readonly Surroundings _surroundings;
    private readonly CancellationToken _cancellationToken;
    private readonly InputArgument _inputs;
    private readonly EditionCommandOptions _editions = new(isBook: true);
    private readonly FindingOptions _findings = new();

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The book: its editions are called BOOK.pdf and BOOK.epub.",
        HelpName = "BOOK",
        DefaultValueFactory = _ => Path.Combine("output", "book"),
    };

    internal BindCommand(Surroundings surroundings, CancellationToken cancellationToken)
    {
        _surroundings = surroundings;
        _cancellationToken = cancellationToken;
        _inputs = new InputArgument(surroundings);
        Command = new Command("bind", "Bind many articles into one book: title page, contents, one PDF and one EPUB.");
        _inputs.AddTo(Command);
        Command.Options.Add(_output);
        _editions.AddTo(Command);
        _editions.AddEpubTo(Command);
        foreach (var option in _findings.All)
        {
            Command.Options.Add(option);
        }

        Command.Validators.Add(CheckTogether);
        Command.SetAction(Run);
    }

    internal Command Command { get; }

    /// <summary>What the parser took for an input though it is written like an option.</summary>
    internal IEnumerable<string> UnknownOptions(ParseResult parsed, string[] args) => _inputs.UnknownOptions(parsed, args);

    private void CheckTogether(CommandResult result)
    {
        _findings.CheckTogether(result);
        if (_inputs.Given(result) is [var only] && !Directory.Exists(only))
        {
            result.AddError("A book binds two articles at least: name more files, or a folder.");
        }

        if (result.GetResult(_output) is { Tokens: [{ Value: var book }] } && (Path.GetFileName(book).Length == 0 || Directory.Exists(book)))
        {
            result.AddError(book.Length == 0 ? "The book has no name." : $"'{book}' is a folder: name the book in it, such as {Path.Combine(book, "book")}.");
        }
    }

    private int Run(ParseResult parsed)
    {
        if (_editions.MakeBuilder(parsed, _findings, _surroundings) is not { } builder)
        {
            return ExitCode.WrongUsage;
        }

        var quiet = _findings.IsQuiet(parsed);
        var colored = _findings.HasColors(parsed, _surroundings);
        var reporter = new BuildReporter(new FindingPrinter(_findings.Guide(parsed), colored), quiet, _findings.IsVerbose(parsed), writes: false);
        return colored && !quiet ? ProgressBar.Show(_surroundings, Work) : Work(new PlainDisplay(_surroundings));

        int Work(IDisplay display)
        {
            reporter.ShowOn(display);
            reporter.Report("fonts", builder.Findings);
            var book = builder.Bind(_inputs.Paths(parsed).Select(_inputs.Open), WithoutExtension(parsed.GetRequiredValue(_output)), reporter, _cancellationToken);
            reporter.Summarize(book);
            if (_findings.WriteReports(parsed, builder.Findings, book.All) is { } problem)
            {
                display.Tell("docbuilder: " + TerminalText.Clean(problem));
                return ExitCode.NotBuilt;
            }

            return book.Failure is not null ? ExitCode.NotBuilt : book.Book.IsHeldBack ? ExitCode.HeldBack : ExitCode.Built;
        }
    }

    /// <summary>Whoever names one edition of the book means both.</summary>
    private static string WithoutExtension(string book) =>
        Path.GetExtension(book).ToUpperInvariant() is ".PDF" or ".EPUB" && Path.GetFileNameWithoutExtension(book).Length > 0 ? book[..book.LastIndexOf('.')] : book;
}
