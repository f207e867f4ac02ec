using System.Text;
using DocBuilder.Cli;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(OpenOrNull(Console.OpenStandardOutput), utf8) { AutoFlush = true };
using var error = new StreamWriter(OpenOrNull(Console.OpenStandardError), utf8) { AutoFlush = true };
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

// A caller may have closed the stream (>&-): then there is nobody to tell, which is no reason not to build.
static Stream OpenOrNull(Func<Stream> open)
{
    try
    {
        return open();
    }
    catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
    {
        return Stream.Null;
    }
}
