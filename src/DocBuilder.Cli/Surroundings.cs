namespace DocBuilder.Cli;

/// <summary>All that the command touches of the process it runs in, so that a test can run it in its own.</summary>
internal sealed record Surroundings
{
    /// <summary>Standard input, opened when it is needed.</summary>
    internal required Func<Stream> OpenInput { get; init; }

    /// <summary>Standard output: results.</summary>
    internal required TextWriter Output { get; init; }

    /// <summary>Standard error: progress and findings.</summary>
    internal required TextWriter Error { get; init; }

    /// <summary>Whether a person looks at standard output.</summary>
    internal bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person looks at standard error.</summary>
    internal bool ErrorIsTerminal { get; init; }

    /// <summary>Reads an environment variable.</summary>
    internal required Func<string, string?> Variable { get; init; }
}
