using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>A paragraph whose characters have become glyphs, ready to be broken into lines.</summary>
internal sealed class ShapedText(StyledText source, byte[] levels, LineBreakOpportunity[] breaks, IReadOnlyList<ShapedRun> runs, double[] advances)
{
    public StyledText Source { get; } = source;

    /// <summary>The embedding level of every UTF-16 code unit (UAX #9, before L1).</summary>
    public byte[] Levels { get; } = levels;

    /// <summary>What may happen before every UTF-16 code unit (UAX #14).</summary>
    public LineBreakOpportunity[] Breaks { get; } = breaks;

    /// <summary>The runs in logical order; controls belong to none.</summary>
    public IReadOnlyList<ShapedRun> Runs { get; } = runs;

    /// <summary>Points that the line grows by with each code unit; a cluster counts at its first one.</summary>
    public double[] Advances { get; } = advances;

    /// <summary>For every UTF-16 code unit whether the stroke that joins it to the letter before may be lengthened; null when none may. There may be more entries.</summary>
    public KashidaOpportunity[]? Kashidas { get; init; }

    public int ParagraphLevel => Source.Direction == Documents.TextDirection.RightToLeft ? 1 : 0;
}

/// <summary>A stretch of one segment, level, script and face, shaped.</summary>
/// <param name="Segment">The segment it is part of.</param>
/// <param name="Start">Where it begins in the paragraph's text.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Level">The embedding level.</param>
/// <param name="Script">The script it was shaped in.</param>
/// <param name="Face">The face; null for a picture or a part of a formula.</param>
/// <param name="Size">Points to the em, script's scale and all; without a face the width.</param>
/// <param name="Glyphs">The glyphs in visual order; clusters are places in the paragraph's text.</param>
internal sealed record ShapedRun(
    TextSegment Segment,
    int Start,
    int Length,
    byte Level,
    Script Script,
    FontFace? Face,
    double Size,
    ReadOnlyMemory<ShapedGlyph> Glyphs)
{
    public int End => Start + Length;

    /// <summary>The glyph of a hyphen that is drawn after the last character, because the line ends there; 0 for none.</summary>
    public ushort Hyphen { get; init; }

    public bool IsRightToLeft => (Level & 1) == 1;
}
