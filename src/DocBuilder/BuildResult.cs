using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>What became of one article, or of an input that led to none.</summary>
/// <param name="Source">The article's path, or the name it was given.</param>
/// <param name="Editions">The editions that were written, in the order of <see cref="Edition"/>.</param>
/// <param name="Findings">What the author should know, in the order in which the article goes through the house.</param>
public sealed record BuildResult(string Source, ImmutableArray<WrittenEdition> Editions, ImmutableArray<Finding> Findings)
{
    /// <summary>Why the article could not be built; null when every edition asked for was written, or held back.</summary>
    public Finding? Failure
    {
        get
        {
            foreach (var finding in Findings)
            {
                if (finding.Severity == FindingSeverity.Fatal)
                {
                    return finding;
                }
            }

            return null;
        }
    }

    /// <summary>Whether no edition was written because an error stands, as <see cref="BuildOptions.Strict"/> asks.</summary>
    public bool IsHeldBack { get; init; }

    /// <summary>Whether the editions stood there already as an earlier batch built them of the same source, and were left so.</summary>
    public bool IsUpToDate { get; init; }

    /// <summary>The exception behind a failure that is the library's own fault; null otherwise. For a bug report, not for users.</summary>
    public Exception? Fault { get; init; }
}

/// <summary>An edition that was written.</summary>
/// <param name="Edition">Which one.</param>
/// <param name="Path">The file, as a path below the output folder as that was given; null when it went to a stream.</param>
public readonly record struct WrittenEdition(Edition Edition, string? Path)
{
    /// <summary>How many pages a print edition has; 0 for others.</summary>
    public int Pages { get; init; }

    /// <summary>What is in the file; null unless the build was asked to know.</summary>
    internal FileDigest? Digest { get; init; }
}

/// <summary>What tells the bytes of a file from others.</summary>
/// <param name="Bytes">How many they are.</param>
/// <param name="Sha256">Their SHA-256 hash, in hexadecimal.</param>
internal sealed record FileDigest(long Bytes, string Sha256);
