using System.CommandLine;

namespace DocBuilder.Cli;

/// <summary><c>docbuilder fonts [--font-dir DIR] [--json]</c>.</summary>
internal sealed class FontsCommand
{
    private readonly Surroundings _surroundings;
    private readonly CancellationToken _cancellationToken;

    private readonly Option<string[]> _folders = new("--font-dir")
    {
        Description = "A folder with fonts to list beside those built in; may be repeated.",
        HelpName = "DIR",
        CustomParser = result => [.. result.Tokens.Select(token => OptionValues.Folder(token.Value, "fonts", result))],
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON, for machines." };

    private readonly Option<MessageLanguage> _language = new("--language")
    {
        Description = "The language of the list and of messages. [default: en]",
        HelpName = "en|ar",
        CustomParser = result => OptionValues.MessageLanguage(result.Tokens[0].Value, result),
    };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Do not tell which fonts cannot be used." };

    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours. NO_COLOR=1 does the same." };

    internal FontsCommand(Surroundings surroundings, CancellationToken cancellationToken)
    {
        _surroundings = surroundings;
        _cancellationToken = cancellationToken;
        Command = new Command("fonts", "List the fonts that can be used: what each covers, what it is used for, and its licence.") { _folders, _json, _language, _quiet, _noColor };
        Command.SetAction(Run);
    }

    internal Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var catalogue = FontCatalogue.Read(parsed.GetValue(_folders), _cancellationToken);
        var guide = FindingGuide.In(parsed.GetValue(_language));
        var plain = parsed.GetValue(_noColor) || _surroundings.Variable("NO_COLOR") is { Length: > 0 } || _surroundings.Variable("TERM") is "dumb";
        var printer = new FindingPrinter(guide, _surroundings.ErrorIsTerminal && !plain);
        foreach (var finding in catalogue.Findings.Where(_ => !parsed.GetValue(_quiet)))
        {
            _surroundings.Error.WriteLine(printer.Print("fonts", finding));
        }

        if (parsed.GetValue(_json))
        {
            using var json = new MemoryStream();
            catalogue.WriteJson(json, guide);
            _surroundings.Output.WriteLine(System.Text.Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
        }
        else
        {
            // What a font says of itself was cleaned when the line was made.
            foreach (var line in catalogue.ToLines(guide))
            {
                _surroundings.Output.WriteLine(line);
            }
        }

        return ExitCode.Built;
    }
}
