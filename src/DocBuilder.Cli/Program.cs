using System.Text;
using DocBuilder.Cli;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true };
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
var surroundings = new Surroundings
{
    OpenInput = Console.OpenStandardInput,
    Output = output,
    Error = error,
    OutputIsTerminal = !Console.IsOutputRedirected,
    ErrorIsTerminal = !Console.IsErrorRedirected,
    Variable = Environment.GetEnvironmentVariable,
};
return Interruption.Run(cancellationToken => CommandLine.Run(args, surroundings, cancellationToken));
