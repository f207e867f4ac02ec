using System.Diagnostics;

namespace DocBuilder.Conformance.Tools;

/// <summary>The real command: the native binary that <c>DOCBUILDER_COMMAND</c> names, else the managed one that was built with the tests.</summary>
internal static class DocBuilderCommand
{
    /// <summary>The published native binary, or null when only the managed command is there.</summary>
    public static string? Native { get; } = Environment.GetEnvironmentVariable("DOCBUILDER_COMMAND") is { Length: > 0 } path
        ? Path.GetFullPath(path) : null;

    /// <summary>The words that start the managed command.</summary>
    public static string[] ManagedWords { get; } = ["dotnet", ManagedAssembly];

    /// <summary>The words that start the native binary if there is one, else the managed command.</summary>
    public static string[] Words { get; } = Native is null ? ManagedWords : [Native];

    private static string ManagedAssembly => Path.Combine(AppContext.BaseDirectory, "DocBuilder.Cli.dll");

    /// <summary>Runs the native binary if there is one, else the managed command.</summary>
    public static Task<CommandResult> Run(
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null,
        Action<Process>? whileRunning = null) =>
        Command.Run(Words[0], [.. Words[1..], .. arguments], folder: folder, environment: environment, whileRunning: whileRunning);

    /// <summary>Runs the managed command.</summary>
    public static Task<CommandResult> RunManaged(
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null,
        Action<Process>? whileRunning = null) =>
        Command.Run(ManagedWords[0], [.. ManagedWords[1..], .. arguments], folder: folder, environment: environment, whileRunning: whileRunning);

    /// <summary>The program and first arguments with which a shell starts the command.</summary>
    public static string ShellWords => string.Join(' ', Words.Select(word => $"'{word}'"));
}
