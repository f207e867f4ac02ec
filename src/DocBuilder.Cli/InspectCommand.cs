using System.CommandLine;

namespace DocBuilder.Cli;

/// <summary><c>docbuilder inspect FILE [--json]</c>.</summary>
internal sealed class InspectCommand
{
    private readonly Surroundings _surroundings;
    private readonly CancellationToken _cancellationToken;

    private readonly Argument<string> _file = new("FILE") { Description = "A PDF or an EPUB, whoever made it." };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON, for machines." };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Do not tell what is wrong with the file, unless it cannot be read." };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours. NO_COLOR=1 does the same." };

    internal InspectCommand(Surroundings surroundings, CancellationToken cancellationToken)
    {
        _surroundings = surroundings;
        _cancellationToken = cancellationToken;
        Command = new Command("inspect", "Print what a screen reader finds in a PDF or an EPUB, in the order of reading.") { _file, _json, _quiet, _noColor };
        Command.Validators.Add(result =>
        {
            if (result.GetResult(_file) is { Tokens: [{ Value: "" }] })
            {
                result.AddError("The file has no name.");
            }
        });
        Command.SetAction(Run);
    }

    internal Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var result = new EditionInspector().Inspect(parsed.GetRequiredValue(_file), _cancellationToken);
        var plain = parsed.GetValue(_noColor) || _surroundings.Variable("NO_COLOR") is { Length: > 0 } || _surroundings.Variable("TERM") is "dumb";
        var printer = new FindingPrinter(_surroundings.ErrorIsTerminal && !plain);
        foreach (var finding in result.Findings.Where(finding => finding == result.Failure || !parsed.GetValue(_quiet)))
        {
            _surroundings.Error.WriteLine(printer.Print(result.Source, finding));
        }

        if (parsed.GetValue(_json))
        {
            using var json = new MemoryStream();
            result.WriteJson(json);
            _surroundings.Output.WriteLine(System.Text.Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
        }
        else
        {
            foreach (var line in result.ToLines())
            {
                _surroundings.Output.WriteLine(TerminalText.Clean(line));
            }
        }

        return result.Failure is null ? ExitCode.Built : ExitCode.NotBuilt;
    }
}
