using System.Text;
using DocBuilder.Cli;

namespace DocBuilder.Tests.Cli;

/// <summary>Runs the command inside the test, and tells what came of it.</summary>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    internal string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    internal string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    internal static Command Run(params string[] args) => Run(new Given(), args);

    internal static Command Run(Given given, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings
        {
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(given.Input)),
            Output = output,
            Error = error,
            ErrorIsTerminal = given.Terminal,
            OutputIsTerminal = given.Terminal,
            Variable = name => given.Variables.GetValueOrDefault(name),
        };
        var exitCode = CommandLine.Run(args, surroundings, given.Cancellation);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>What the command finds around it.</summary>
    internal sealed record Given
    {
        internal string Input { get; init; } = "";

        internal bool Terminal { get; init; }

        internal Dictionary<string, string> Variables { get; init; } = [];

        internal CancellationToken Cancellation { get; init; }
    }
}
