using DocBuilder.Documents;

namespace DocBuilder.Reading.Inlines;

/// <summary>Inline content while white space can still be taken from it. Becomes <see cref="Inline"/>s when its paragraph ends.</summary>
internal abstract class Draft;

/// <summary>A container that is open, or was.</summary>
internal sealed class DraftContainer(InlineWrapper wrapper) : Draft
{
    public InlineWrapper Wrapper { get; } = wrapper;

    public List<Draft> Children { get; } = [];
}

/// <summary>A line break.</summary>
internal sealed class DraftBreak(LineBreak node) : Draft
{
    public LineBreak Node { get; } = node;
}

/// <summary>What stands between two hemistichs: a wide gap, or a separator such as "***".</summary>
internal sealed class DraftGap(DraftText asText) : Draft
{
    /// <summary>The separator as it was written, for lines that turn out to have no two halves.</summary>
    public DraftText AsText { get; } = asText;
}

/// <summary>Inline content that is complete.</summary>
internal sealed class DraftLeaf(Inline node) : Draft
{
    public Inline Node { get; } = node;
}
