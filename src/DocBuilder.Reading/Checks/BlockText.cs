using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Checks;

/// <summary>The words of one block in one string, which knows where each of them came from.</summary>
internal sealed class BlockText
{
    private readonly List<Segment> _segments;

    private BlockText(Block block, string words, List<Segment> segments)
    {
        Block = block;
        Words = words;
        _segments = segments;
    }

    /// <summary>The block.</summary>
    public Block Block { get; }

    /// <summary>The words; a line break is U+000A, a picture or a call to a note U+FFFC.</summary>
    public string Words { get; }

    /// <summary>The texts in order.</summary>
    public IReadOnlyList<Segment> Segments => _segments;

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

    /// <summary>The blocks of a document that hold words of their own, in reading order.</summary>
    public static List<BlockText> AllOf(Document document)
    {
        var texts = new List<BlockText>();
        foreach (var block in NodeTree.SelfAndDescendants(document).OfType<Block>())
        {
            if (InlinesOf(block) is { Length: > 0 } inlines)
            {
                texts.Add(Of(block, inlines));
            }
        }

        return texts;
    }

    /// <summary>The text that a place of <see cref="Words"/> belongs to.</summary>
    public Segment SegmentAt(int index)
    {
        var low = 0;
        var high = _segments.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _segments[middle].Start <= index ? (middle, high) : (low, middle - 1);
        }

        return _segments[low];
    }

    /// <summary>Where a place of <see cref="Words"/> came from: the element that its text stands in.</summary>
    public SourcePosition PositionAt(int index) =>
        _segments.Count > 0 && SegmentAt(index).Text.Position is { Line: > 0 } position ? position : Block.Position;

    private static BlockText Of(Block block, ImmutableArray<Inline> inlines)
    {
        var words = new StringBuilder();
        var segments = new List<Segment>();
        var waiting = new Stack<(Inline Inline, bool IsCode, bool IsExplained)>();
        Push(inlines, block is CodeBlock, false);
        while (waiting.TryPop(out var next))
        {
            switch (next.Inline)
            {
                case Text text:
                    segments.Add(new(words.Length, text, next.IsCode, next.IsExplained));
                    words.Append(text.Value);
                    break;
                case LineBreak:
                    words.Append('\n');
                    break;
                case Abbreviation abbreviation:
                    Push(abbreviation.Inlines, next.IsCode, true);
                    break;
                case Styled styled:
                    Push(styled.Inlines, next.IsCode || styled.Style is InlineStyle.Code or InlineStyle.Keyboard or InlineStyle.Sample or InlineStyle.Variable, next.IsExplained);
                    break;
                case InlineContainer container:
                    Push(container.Inlines, next.IsCode, next.IsExplained);
                    break;
                case Ruby ruby:
                    Push(ruby.Base, next.IsCode, next.IsExplained);
                    break;
                case WordBreakOpportunity:
                    break;
                default:
                    words.Append('\uFFFC');
                    break;
            }
        }

        return new BlockText(block, words.ToString(), segments);

        void Push(ImmutableArray<Inline> inlines, bool isCode, bool isExplained)
        {
            for (var i = inlines.Length - 1; i >= 0; i--)
            {
                waiting.Push((inlines[i], isCode, isExplained));
            }
        }
    }

    private static ImmutableArray<Inline> InlinesOf(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Inlines,
        Heading heading => heading.Inlines,
        CodeBlock code => code.Inlines,
        Hemistich hemistich => hemistich.Inlines,
        Details details => details.Summary,
        _ => [],
    };
}
