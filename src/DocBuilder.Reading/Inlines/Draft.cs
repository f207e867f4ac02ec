using System.Collections.Immutable;
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

/// <summary>Makes the node of an inline element. Used again when a block inside the element splits it over paragraphs.</summary>
internal sealed class InlineWrapper(Func<ImmutableArray<Inline>, string?, Inline> make, string? anchor = null)
{
    private string? _anchor = anchor;

    /// <summary>The anchor; only the first node made carries it.</summary>
    public Inline Make(ImmutableArray<Inline> inlines)
    {
        var taken = _anchor;
        _anchor = null;
        return make(inlines, taken);
    }

    /// <summary>The anchor is somewhere else.</summary>
    public void LeaveAnchor() => _anchor = null;
}
