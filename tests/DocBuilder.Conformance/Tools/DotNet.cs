namespace DocBuilder.Conformance.Tools;

/// <summary>The SDK's own commands, leaving no server behind that would hold their output open.</summary>
internal static class DotNet
{
    private static readonly Dictionary<string, string> Surroundings = new()
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBUILDTERMINALLOGGER"] = "off",
        ["UseSharedCompilation"] = "false",
    };

    /// <summary>Runs a command that must succeed.</summary>
    public static async Task<CommandResult> Run(string folder, params string[] arguments)
    {
        var result = await Command.Run("dotnet", arguments, folder: folder, environment: Surroundings);
        return result.ExitCode == 0 ? result : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: {result}");
    }

    /// <summary>The folder of the runtime that the tests run on, for programs that look for one by themselves.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Where the packages lie that were restored for the tests.</summary>
    public static string Packages { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } path
        ? path : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
