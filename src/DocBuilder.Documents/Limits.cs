namespace DocBuilder.Documents;

/// <summary>What one article, or one edition that is inspected, may ask of the machine. Anything over a limit ends in a finding, never in a hang.</summary>
public sealed record Limits
{
    /// <summary>The limits when nobody says otherwise.</summary>
    public static Limits Default { get; } = new();

    /// <summary>Bytes of a source file.</summary>
    public long SourceBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Levels of nested elements that are followed; what lies deeper is read as if it stood at this depth.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Nodes of the source's tree.</summary>
    public int Nodes { get; init; } = 4_000_000;

    /// <summary>Bytes of one picture's file.</summary>
    public long ImageBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Pixels of one picture.</summary>
    public long ImagePixels { get; init; } = 100_000_000;

    /// <summary>Pictures in one article.</summary>
    public int Images { get; init; } = 2_000;

    /// <summary>Columns of one table.</summary>
    public int TableColumns { get; init; } = 1_000;

    /// <summary>Bytes of an edition that is inspected.</summary>
    public long EditionBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Bytes that one stream of a PDF or one file of an EPUB may become when it is decompressed.</summary>
    public long DecodedStreamBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Bytes that all of an inspected edition may become when it is decompressed.</summary>
    public long DecodedBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>The longest that inspecting an edition may take.</summary>
    public TimeSpan InspectionTime { get; init; } = TimeSpan.FromMinutes(2);
}
