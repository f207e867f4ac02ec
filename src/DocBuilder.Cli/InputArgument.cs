using System.CommandLine;
using System.CommandLine.Parsing;

namespace DocBuilder.Cli;

/// <summary><c>INPUT...</c>: the articles that a command works on.</summary>
internal sealed class InputArgument
{
    private const string StandardInput = "-";

    private readonly Surroundings _surroundings;

    private readonly Argument<string[]> _inputs = new("INPUT")
    {
        Description = "Articles: files, folders (.html .htm .xhtml .mhtml .mht .md .txt in them), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    internal InputArgument(Surroundings surroundings) => _surroundings = surroundings;

    /// <summary>Makes the argument known to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Arguments.Add(_inputs);
        command.Validators.Add(Check);
    }

    /// <summary>What was given.</summary>
    internal string[] Paths(ParseResult parsed) => parsed.GetRequiredValue(_inputs);

    /// <summary>What was given so far; empty when nothing was.</summary>
    internal IReadOnlyList<string> Given(CommandResult result) => result.GetResult(_inputs) is { } inputs ? [.. inputs.Tokens.Select(static token => token.Value)] : [];

    /// <summary>The article of a path.</summary>
    internal ArticleInput Open(string path) => path == StandardInput ? ArticleInput.FromStream(_surroundings.OpenInput(), "stdin") : ArticleInput.FromPath(path);

    /// <summary>Whether the inputs may be more than one article.</summary>
    internal static bool AreMany(IReadOnlyList<string> paths) => paths.Count > 1 || (paths.Count == 1 && Directory.Exists(paths[0]));

    /// <summary>What the parser took for an input though it is written like an option.</summary>
    internal IEnumerable<string> UnknownOptions(ParseResult parsed, string[] args)
    {
        if (parsed.GetResult(_inputs) is not { } inputs)
        {
            return [];
        }

        // What stands behind "--" is an input whatever it looks like.
        var literal = Array.IndexOf(args, "--") is var mark and >= 0 ? args.Length - mark - 1 : 0;
        return inputs.Tokens.SkipLast(literal).Where(token => token.Value is ['-', _, ..]).Select(token => $"There is no option '{token.Value.Split('=')[0]}'.");
    }

    private void Check(CommandResult result)
    {
        var paths = Given(result);
        if (paths.Count(static path => path == StandardInput) > 1)
        {
            result.AddError("Standard input can be read only once.");
        }

        if (paths.Any(static path => path.Length == 0))
        {
            result.AddError("An input has no name.");
        }
    }
}
