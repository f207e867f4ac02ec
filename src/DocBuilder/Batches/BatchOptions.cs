namespace DocBuilder;

/// <summary>How a batch of articles is worked through. What is built does not depend on it.</summary>
public sealed record BatchOptions
{
    /// <summary>The most <see cref="Jobs"/> there can be.</summary>
    public const int MostJobs = 256;

    /// <summary>How many articles are worked on at once, 1 to <see cref="MostJobs"/>.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Whether the batch ends with the first article that cannot be built. Articles then begun are finished.</summary>
    public bool FailFast { get; init; }

    /// <summary>
    /// Whether articles are passed over whose editions stand in the output folder as an earlier batch built them, of the same source and pictures, with the
    /// same options and version. The earlier batch may have been ended at any moment.
    /// </summary>
    public bool Resume { get; init; }

    /// <summary>
    /// Whether <c>manifest.json</c> is written to the output folder: every article with its digest, editions, findings and pages, and no times. Null to
    /// write it when there is a folder among the inputs. <see cref="Resume"/> needs it, and writes it in any case.
    /// </summary>
    public bool? HasManifest { get; init; }
}
