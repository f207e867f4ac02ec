using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Checks;

/// <summary>The words of one block in one string, which knows where each of them came from.</summary>
/// <param name="block">The block.</param>
/// <param name="words">Its words; a line break is U+000A, a picture or a call to a note U+FFFC.</param>
/// <param name="segments">The texts that they were made of.</param>
/// <param name="places">Where each word begins, and how long it is.</param>
internal sealed class BlockText(Block block, string words, ImmutableArray<BlockText.Segment> segments, ImmutableArray<WordScan.Place> places)
{
    /// <summary>The block.</summary>
    public Block Block { get; } = block;

    /// <summary>The words; a line break is U+000A, a picture or a call to a note U+FFFC.</summary>
    public string Words { get; } = words;

    /// <summary>The texts in order.</summary>
    public ImmutableArray<Segment> Segments { get; } = segments;

    /// <summary>Where in <see cref="Words"/> each word stands.</summary>
    public ImmutableArray<WordScan.Place> Places { get; } = places;

    /// <summary>A text of the block.</summary>
    /// <param name="Start">Where it begins in <see cref="Words"/>.</param>
    /// <param name="Text">The text.</param>
    /// <param name="IsCode">Whether it is code, or what a program or a user writes.</param>
    /// <param name="IsExplained">Whether it stands in an abbreviation whose expansion is known.</param>
    public readonly record struct Segment(int Start, Text Text, bool IsCode, bool IsExplained)
    {
        /// <summary>Where it ends.</summary>
        public int End => Start + Text.Value.Length;
    }

    /// <summary>The text that a place of <see cref="Words"/> belongs to.</summary>
    public Segment SegmentAt(int index)
    {
        var low = 0;
        var high = Segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Segments[middle].Start <= index ? (middle, high) : (low, middle - 1);
        }

        return Segments[low];
    }

    /// <summary>Where a place of <see cref="Words"/> came from: the element that its text stands in.</summary>
    public SourcePosition PositionAt(int index) =>
        Segments.Length > 0 && SegmentAt(index).Text.Position is { Line: > 0 } position ? position : Block.Position;
}
