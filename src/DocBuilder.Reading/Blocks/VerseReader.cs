using System.Collections.Immutable;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Blocks;

/// <summary>
/// Reads verse: containers with a class of poetry, whose lines are elements or stand between line breaks, and whose hemistichs are
/// elements or stand on both sides of a wide gap, "***", "…", "=" and the like.
/// </summary>
internal sealed class VerseReader(ArticleState state, ContentReader content)
{
    private static readonly string[] Separators = ["***", "**", "...", "…", "==", "=", "//", "||", "|", "⁂", "٭٭٭", "۞", "*", "--", "—"];

    /// <summary>Whether the element is a poem.</summary>
    public static bool IsVerse(IElement element) =>
        element.LocalName is "div" or "p" or "section" or "blockquote" or "table" or "pre" or "ul" or "ol" or "dl" or "article"
        && Tokens.HasClass(element, "poem", "poetry", "verse", "verses", "qasida", "qaseeda", "qasidah", "shiar", "shi3r", "poem-text", "poem-body", "wp-block-verse",
            "ghazal", "nazm", "rubai", "masnavi", "qita", "poem-free", "free-verse",
            "شعر", "قصيدة", "أبيات");

    /// <summary>Adds a text of a poem, its separators recognised.</summary>
    public static void AddText(string text, Flow flow, ReadContext context, SourcePosition position)
    {
        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = GapAt(text, at);
            if (end == at)
            {
                at++;
                while (at < text.Length && IsSpace(text[at - 1]) && IsSpace(text[at]))
                {
                    at++;
                }

                continue;
            }

            flow.AddText(text[from..at], context, position);
            flow.AddGap(text[at..end], context, position);
            from = at = end;
        }

        flow.AddText(text[from..], context, position);
    }

    /// <summary>Reads a poem.</summary>
    public void Read(IElement element, Flow flow, ReadContext context)
    {
        var lines = ImmutableArray.CreateBuilder<VerseLine>();
        var anchor = state.Anchors.Of(element);
        ReadLines(element, context with { IsVerse = true }, lines, flow, ref anchor, startsStanza: false);
        Add(element, lines, anchor, flow, context);
    }

    /// <summary>Reads neighbours that are lines of one poem.</summary>
    public void Read(List<IElement> run, Flow flow, ReadContext context)
    {
        var lines = ImmutableArray.CreateBuilder<VerseLine>();
        string? anchor = null;
        var hadSeveral = false;
        foreach (var element in run)
        {
            flow.AddAnchor(state.Anchors.Of(element));
            var before = lines.Count;
            var isStanza = element.LocalName == "p" && element.QuerySelector("br") is not null;
            ReadLines(element, state.Contexts.Enter(element, context, isBlock: true) with { IsVerse = true }, lines, flow, ref anchor, before > 0 && (isStanza || hadSeveral));
            hadSeveral = isStanza;
        }

        Add(run[0], lines, anchor, flow, context);
    }

    private void Add(IElement element, ImmutableArray<VerseLine>.Builder lines, string? anchor, Flow flow, ReadContext context)
    {
        if (lines.Count == 0)
        {
            flow.AddAnchor(anchor);
            return;
        }

        lines[0] = lines[0] with { StartsStanza = true };
        flow.Add(new Verse
        {
            Lines = lines.ToImmutable(),
            Language = context.Language,
            Direction = context.Direction,
            Position = state.Page.PositionOf(element),
            Anchor = anchor,
        });
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u3000';

    /// <summary>Where a separator that begins here ends; here when none does. Separators of marks stand between spaces.</summary>
    private static int GapAt(string text, int at)
    {
        var end = at;
        var width = 0;
        while (end < text.Length && text[end] is ' ' or '\t' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u3000')
        {
            width += text[end] is '\t' or '\u2003' or '\u2001' or '\u3000' ? 4 : 1;
            end++;
        }

        if (width > 0 || (at > 0 && char.IsWhiteSpace(text[at - 1])))
        {
            foreach (var separator in Separators)
            {
                if (string.CompareOrdinal(text, end, separator, 0, separator.Length) != 0)
                {
                    continue;
                }

                var after = end + separator.Length;
                while (after < text.Length && text[after] == separator[^1])
                {
                    after++;
                }

                var spaced = after;
                while (spaced < text.Length && text[spaced] is ' ' or '\t' or '\u00A0' or (>= '\u2000' and <= '\u200A'))
                {
                    spaced++;
                }

                if (spaced > after || after == text.Length)
                {
                    return spaced;
                }
            }
        }

        // Three spaces that are kept, or as many that nobody types between words of a line.
        return width >= 3 && end < text.Length && text[end] is not ('\n' or '\r') && at > 0 && text[at - 1] is not ('\n' or '\r') ? end : at;
    }

    private void ReadLines(
        IElement element, ReadContext context, ImmutableArray<VerseLine>.Builder lines, Flow flow, ref string? anchor, bool startsStanza)
    {
        if (HemistichsOf(element) is { } halves && !halves.Exists(state.TitleBlock.Holds))
        {
            foreach (var mark in element.Children.Where(PageMarkReader.IsMark))
            {
                state.Pages.TryRead(mark);
            }

            AddLine(element, [.. halves.Select(half => DraftsOf(half, context, flow))], context, lines, startsStanza);
            return;
        }

        if (VerseRuns.PairsIn(element) is { } pairs && !pairs.Exists(state.TitleBlock.Holds))
        {
            for (var i = 0; i < pairs.Count; i += 2)
            {
                AddLine(pairs[i], [DraftsOf(pairs[i], context, flow), DraftsOf(pairs[i + 1], context, flow)], context, lines, startsStanza);
                startsStanza = false;
            }

            return;
        }

        var children = element.Children.Where(child => !state.IsLeftOut(child)).ToList();
        var hasBlocks = children.Exists(static child => ElementKinds.IsBlock(child));
        if (!hasBlocks)
        {
            ReadBrokenLines(element, context, lines, flow, ref anchor, startsStanza);
            return;
        }

        // Loose words between the elements of lines are lines of their own.
        foreach (var node in element.ChildNodes)
        {
            if (node is IElement child)
            {
                if (state.IsLeftOut(child) || state.Pages.TryRead(child) || state.TitleBlock.TryTake(child, content, context))
                {
                    continue;
                }

                if (child.LocalName == "hr")
                {
                    startsStanza = true;
                    continue;
                }

                var isStanza = Tokens.HasClass(child, "stanza", "strophe") || (child.LocalName == "p" && child.QuerySelector("br") is not null);
                var before = lines.Count;
                ReadLines(child, state.Contexts.Enter(child, context, isBlock: true), lines, flow, ref anchor, startsStanza || (isStanza && lines.Count > 0));
                startsStanza = isStanza && lines.Count > before;
            }
            else if (node is IText text && !string.IsNullOrWhiteSpace(text.Data))
            {
                var words = state.InlineFlow(context, flow);
                content.Read(text, words, context);
                AddSplit(element, words.FinishDrafts(), context, lines, startsStanza);
                startsStanza = false;
            }
        }
    }

    private void ReadBrokenLines(
        IElement element, ReadContext context, ImmutableArray<VerseLine>.Builder lines, Flow flow, ref string? anchor, bool startsStanza)
    {
        var inner = state.InlineFlow(element.LocalName == "pre" ? context with { PreservesWhiteSpace = false } : context, flow);
        if (element.LocalName == "pre" || Tokens.HasClass(element, "wp-block-verse"))
        {
            ReadPreformatted(element, inner, context);
        }
        else
        {
            content.ReadChildren(element, inner, context);
        }

        var drafts = inner.FinishDrafts();
        anchor = inner.TakeAnchor(anchor);
        var wasEmpty = false;
        foreach (var line in DraftFreezer.Split<DraftBreak>(drafts))
        {
            if (!DraftFreezer.HasContent(line))
            {
                wasEmpty = lines.Count > 0;
                continue;
            }

            AddSplit(element, line, context, lines, startsStanza || wasEmpty);
            startsStanza = false;
            wasEmpty = false;
        }
    }

    // In preformatted verse the lines of the source are the lines of the poem.
    private void ReadPreformatted(INode parent, Flow flow, ReadContext context)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is not IText text)
            {
                content.Read(node, flow, context);
                continue;
            }

            var position = state.Page.PositionOf(node.Parent);
            var lines = TextCleaner.Clean(text.Data).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                {
                    flow.AddBreak(context, position);
                }

                AddText(lines[i], flow, context, position);
            }
        }
    }

    /// <summary>The two elements that hold the halves of a line; null when the line is not divided so.</summary>
    private List<IElement>? HemistichsOf(IElement element)
    {
        var children = element.Children.Where(child => !state.IsLeftOut(child) && child.LocalName != "br" && !PageMarkReader.IsMark(child)).ToList();
        var marked = children.FindAll(static child =>
            Tokens.HasClass(child, "hemistich", "sadr", "ajuz", "ajz", "shatr", "misra", "m1", "m2", "first-half", "second-half", "half", "صدر", "عجز", "شطر"));
        if (marked.Count == 2)
        {
            return marked;
        }

        var looseWords = element.ChildNodes.Any(static node => node is IText text && text.Data.AsSpan().Trim().Trim("*.…=|/-").Length > 0);
        var isRow = element.LocalName is "tr" || (element.LocalName is "p" or "div" or "li" && !looseWords
            && children.TrueForAll(static child => child.LocalName == "span"));
        var cells = children.FindAll(static child => !string.IsNullOrWhiteSpace(child.TextContent.Trim('*', '.', '…', '=', '|')));
        return isRow && cells.Count == 2 ? cells : null;
    }

    private List<Draft> DraftsOf(IElement element, ReadContext outer, Flow flow)
    {
        var context = state.Contexts.Enter(element, outer, isBlock: false) with { IsVerse = false };
        var inner = state.InlineFlow(context, flow);
        content.ReadChildren(element, inner, context);
        return inner.FinishDrafts();
    }

    private void AddSplit(IElement element, List<Draft> line, ReadContext context, ImmutableArray<VerseLine>.Builder lines, bool startsStanza)
    {
        var halves = DraftFreezer.Split<DraftGap>(line);
        AddLine(element, halves.Count == 2 && halves.TrueForAll(DraftFreezer.HasContent) ? halves : [line], context, lines, startsStanza);
    }

    private void AddLine(IElement element, List<List<Draft>> halves, ReadContext context, ImmutableArray<VerseLine>.Builder lines, bool startsStanza)
    {
        var position = state.Page.PositionOf(element);
        var hemistichs = ImmutableArray.CreateBuilder<Hemistich>();
        foreach (var half in halves)
        {
            DraftFreezer.TrimBreaks(half);
            DraftFreezer.TrimSpaces(half);
            if (DraftFreezer.Freeze(half) is { Length: > 0 } inlines)
            {
                hemistichs.Add(new Hemistich { Inlines = inlines, Language = context.Language, Direction = context.Direction, Position = position });
            }
        }

        if (hemistichs.Count > 0)
        {
            lines.Add(new VerseLine
            {
                Hemistichs = hemistichs.ToImmutable(),
                StartsStanza = startsStanza,
                Language = context.Language,
                Direction = context.Direction,
                Position = position,
            });
        }
    }
}
