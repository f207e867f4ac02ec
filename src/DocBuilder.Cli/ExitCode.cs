namespace DocBuilder.Cli;

/// <summary>What the command answers to whoever called it.</summary>
internal static class ExitCode
{
    /// <summary>Everything was built, inspected or listed.</summary>
    internal const int Built = 0;

    /// <summary>Something could not be built, and the rest is; or a file could not be inspected.</summary>
    internal const int NotBuilt = 1;

    /// <summary>The command was called in a way it does not know.</summary>
    internal const int WrongUsage = 2;

    /// <summary>With <c>--strict</c>: errors stand, and no edition of those articles was written; nothing else went wrong.</summary>
    internal const int HeldBack = 3;

    /// <summary>Interrupted: 128 and the number of SIGINT.</summary>
    internal const int Interrupted = 130;
}
