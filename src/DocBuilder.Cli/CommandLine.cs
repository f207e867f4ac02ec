using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DocBuilder.Cli;

/// <summary>The command as a function from arguments to an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Understands the arguments and does what they say.</summary>
    /// <returns>One of <see cref="ExitCode"/>; nothing is ever thrown.</returns>
    internal static int Run(string[] args, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var build = BuildCommand.Build(surroundings, cancellationToken);
        var bind = new BindCommand(surroundings, cancellationToken);
        var check = BuildCommand.Check(surroundings, cancellationToken);
        var root = new RootCommand("Turns articles into two editions of one text: an accessible, archival PDF and an accessible EPUB.")
        {
            build.Command, bind.Command, check.Command, new InspectCommand(surroundings, cancellationToken).Command, new FontsCommand(surroundings, cancellationToken).Command,
        };
        root.HelpName = "docbuilder";
        root.Options.Clear();
        root.Directives.Clear();
        root.Options.Add(new HelpOption("--help", "-h", "-?") { Description = "Show what can be said here." });
        root.Options.Add(new Option<bool>("--version") { Description = "Show the version.", Action = new ShowVersion() });

        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var errors = parsed switch
        {
            { Action: HelpAction or ShowVersion } => [],
            { CommandResult.Command: RootCommand, UnmatchedTokens: [var word, ..] } => [$"There is no command '{word}'."],
            _ => parsed.Errors.Select(error => error.Message).Concat(build.UnknownOptions(parsed, args)).Concat(bind.UnknownOptions(parsed, args)).Concat(check.UnknownOptions(parsed, args)).ToList(),
        };
        if (errors.Count > 0)
        {
            foreach (var error in errors.Distinct())
            {
                surroundings.Error.WriteLine("docbuilder: " + TerminalText.Clean(error));
            }

            surroundings.Error.WriteLine(parsed.CommandResult.Command is RootCommand ? "See 'docbuilder --help'." : $"See 'docbuilder {parsed.CommandResult.Command.Name} --help'.");
            return ExitCode.WrongUsage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = surroundings.Output,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            TryTell(surroundings, "docbuilder: Interrupted; the editions listed are whole, and nothing unfinished was left.");
            return ExitCode.Interrupted;
        }
        catch (IOException exception)
        {
            // The library answers what the disk does to it with findings; what arrives here broke under the streams of the command itself.
            TryTell(surroundings, $"docbuilder: Standard output cannot be written ({exception.Message.TrimEnd('.')}); give it another place.");
            return ExitCode.NotBuilt;
        }
        catch (Exception exception)
        {
            TryTell(surroundings, $"docbuilder: A fault in DocBuilder ended the work ({exception.GetType().Name}); please report it with what --verbose shows.");
            if (args.Contains("--verbose"))
            {
                TryTell(surroundings, exception.ToString());
            }

            return ExitCode.NotBuilt;
        }
    }

    /// <summary>The last words, if standard error takes them; when it is what broke, the exit code has to say it all.</summary>
    private static void TryTell(Surroundings surroundings, string words)
    {
        try
        {
            surroundings.Error.WriteLine(words);
        }
        catch (Exception)
        {
            // Nobody is left to tell.
        }
    }

    private sealed class ShowVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine("docbuilder " + typeof(CommandLine).Assembly.GetName().Version!.ToString(3));
            return ExitCode.Built;
        }
    }
}
