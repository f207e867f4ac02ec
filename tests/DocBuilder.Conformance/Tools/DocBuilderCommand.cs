using System.Diagnostics;

namespace DocBuilder.Conformance.Tools;

/// <summary>The real command: the native binary that <c>DOCBUILDER_COMMAND</c> names, else the managed one that was built with the tests.</summary>
internal static class DocBuilderCommand
{
    /// <summary>The published native binary, or null when only the managed command is there.</summary>
    public static string? Native { get; } = Environment.GetEnvironmentVariable("DOCBUILDER_COMMAND") is { Length: > 0 } path
        ? Path.GetFullPath(path) : null;

    private static string ManagedAssembly => Path.Combine(AppContext.BaseDirectory, "DocBuilder.Cli.dll");

    /// <summary>Runs the native binary if there is one, else the managed command.</summary>
    public static Task<CommandResult> Run(
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null,
        Action<Process>? whileRunning = null) =>
        Native is null ? RunManaged(arguments, folder, environment, whileRunning)
            : Command.Run(Native, arguments, folder: folder, environment: environment, whileRunning: whileRunning);

    /// <summary>Runs the managed command.</summary>
    public static Task<CommandResult> RunManaged(
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null,
        Action<Process>? whileRunning = null) =>
        Command.Run("dotnet", [ManagedAssembly, .. arguments], folder: folder, environment: environment, whileRunning: whileRunning);

    /// <summary>The program and first arguments with which a shell starts the command.</summary>
    public static string ShellWords => Native is null ? $"dotnet '{ManagedAssembly}'" : $"'{Native}'";
}
