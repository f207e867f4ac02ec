using System.Diagnostics;
using System.Text;

namespace DocBuilder.Conformance.Tools;

/// <summary>What a command left behind.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Error}";
}

/// <summary>Runs programs.</summary>
internal static class Command
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<CommandResult> Run(
        string program,
        IEnumerable<string> arguments,
        string? input = null,
        string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null,
        Action<Process>? whileRunning = null)
    {
        using var process = Start(program, arguments, folder, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        whileRunning?.Invoke(process);
        try
        {
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code tells why.
        }

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Patience.TotalMinutes} minutes.");
        }

        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Runs a program that must succeed and returns what it printed.</summary>
    public static async Task<string> Output(string program, params string[] arguments)
    {
        var result = await Run(program, arguments);
        return result.ExitCode == 0 ? result.Output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {result}");
    }

    private static Process Start(string program, IEnumerable<string> arguments, string? folder, IReadOnlyDictionary<string,
        string>? environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? Repository.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("Cannot start " + program);
    }
}
