using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Blocks;

/// <summary>
/// Mends what shows only when everything is read and it is known what turned out to say nothing: links to anchors that are not there, or that were joined with
/// others, and the levels of headings. The title alone has level 1, and no level is skipped on the way down.
/// </summary>
internal sealed class DocumentMender(Anchors anchors, FindingList findings) : NodeRewriter
{
    private readonly HashSet<string> _present = new(StringComparer.Ordinal);
    private readonly Dictionary<Heading, int> _levels = new(ReferenceEqualityComparer.Instance);

    /// <summary>The blocks of an article, mended.</summary>
    /// <param name="blocks">The blocks with the title first. Headings have the levels that the source gives.</param>
    public ImmutableArray<Block> Mend(ImmutableArray<Block> blocks)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        var headings = new List<Heading>();
        foreach (var node in NodeTree.SelfAndDescendants(blocks))
        {
            if (node.Anchor is { } anchor)
            {
                _present.Add(anchor);
            }

            if (node is Link { Target: ['#', ..] } link)
            {
                wanted.Add(link.Target[1..]);
            }

            if (node is Heading heading && heading != blocks[0])
            {
                headings.Add(heading);
            }
        }

        FindLevels(headings);
        return _levels.Count > 0 || !wanted.IsSubsetOf(_present) ? [.. blocks.Select(Rewrite)] : blocks;
    }

    /// <summary>The anchor in the mended document that an id of the source became; null for none.</summary>
    public string? Find(string id) => anchors.Find(id) is { } anchor && anchors.Resolve(anchor) is var resolved && _present.Contains(resolved) ? resolved : null;

    /// <inheritdoc />
    public override Block Rewrite(Block block) =>
        base.Rewrite(block is Heading heading && _levels.TryGetValue(heading, out var level) ? heading with { Level = level } : block);

    /// <inheritdoc />
    public override Inline Rewrite(Inline inline)
    {
        var rewritten = base.Rewrite(inline);
        if (rewritten is not Link { Target: ['#', .. var target] } link)
        {
            return rewritten;
        }

        var anchor = anchors.Resolve(target);
        if (_present.Contains(anchor))
        {
            return link with { Target = "#" + anchor };
        }

        findings.Add(FindingCatalog.LinkTargetMissing, link.Position, target);
        return new Span { Inlines = link.Inlines, Language = link.Language, Direction = link.Direction, Position = link.Position, Anchor = link.Anchor };
    }

    private void FindLevels(List<Heading> headings)
    {
        // The headings that are open, from the title down: the level in the source, and the one given.
        var open = new Stack<(int Source, int Given)>();
        open.Push((0, 1));
        foreach (var heading in headings)
        {
            while (open.Peek().Source >= heading.Level)
            {
                open.Pop();
            }

            var given = Math.Min(open.Peek().Given + 1, Heading.DeepestLevel);
            open.Push((heading.Level, given));
            if (given != heading.Level)
            {
                _levels[heading] = given;
                Tell(heading, given);
            }
        }
    }

    private void Tell(Heading heading, int given)
    {
        var words = TextCleaner.Fold(string.Concat(NodeTree.SelfAndDescendants(heading).OfType<Text>().Select(static text => text.Value)));
        if (words.Length == 0)
        {
            return;
        }

        if (heading.Level == 1)
        {
            findings.Add(FindingCatalog.HeadingDemoted, heading.Position, words, Number(given));
        }
        else
        {
            findings.Add(FindingCatalog.HeadingLevelMended, heading.Position, words, Number(heading.Level), Number(given));
        }
    }

    private static string Number(int level) => level.ToString(CultureInfo.InvariantCulture);
}
