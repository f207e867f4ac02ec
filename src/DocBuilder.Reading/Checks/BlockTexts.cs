using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Checks;

/// <summary>Gathers the words of a document's blocks. What it gathers them in serves one block after the other.</summary>
internal sealed class BlockTexts
{
    private readonly StringBuilder _words = new();
    private readonly ImmutableArray<BlockText.Segment>.Builder _segments = ImmutableArray.CreateBuilder<BlockText.Segment>();
    private readonly ImmutableArray<WordScan.Place>.Builder _places = ImmutableArray.CreateBuilder<WordScan.Place>();
    private readonly Stack<(Inline Inline, bool IsCode, bool IsExplained)> _waiting = new();

    private BlockTexts()
    {
    }

    /// <summary>The blocks of a document that hold words of their own, in reading order.</summary>
    public static List<BlockText> Of(Document document)
    {
        var gathered = new BlockTexts();
        var texts = new List<BlockText>();
        foreach (var node in NodeTree.SelfAndDescendants(document))
        {
            if (node is Block block && InlinesOf(block) is { Length: > 0 } inlines)
            {
                texts.Add(gathered.Of(block, inlines));
            }
        }

        return texts;
    }

    private BlockText Of(Block block, ImmutableArray<Inline> inlines)
    {
        _words.Clear();
        _segments.Clear();
        _places.Clear();
        if (inlines is [Text only])
        {
            _segments.Add(new(0, only, block is CodeBlock, false));
            return Made(block, only.Value);
        }

        Push(inlines, block is CodeBlock, false);
        while (_waiting.TryPop(out var next))
        {
            switch (next.Inline)
            {
                case Text text:
                    _segments.Add(new(_words.Length, text, next.IsCode, next.IsExplained));
                    _words.Append(text.Value);
                    break;
                case LineBreak:
                    _words.Append('\n');
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
                    _words.Append('\uFFFC');
                    break;
            }
        }

        return Made(block, _words.ToString());
    }

    private BlockText Made(Block block, string words)
    {
        WordScan.Find(words, _places);
        return new BlockText(block, words, _segments.ToImmutable(), _places.ToImmutable());
    }

    private void Push(ImmutableArray<Inline> inlines, bool isCode, bool isExplained)
    {
        for (var i = inlines.Length - 1; i >= 0; i--)
        {
            _waiting.Push((inlines[i], isCode, isExplained));
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
