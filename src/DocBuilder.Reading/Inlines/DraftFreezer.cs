using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Inlines;

/// <summary>Makes inlines of drafts, and divides drafts at line breaks or hemistichs.</summary>
internal static class DraftFreezer
{
    /// <summary>The inlines; empty texts and containers fall away.</summary>
    public static ImmutableArray<Inline> Freeze(List<Draft> drafts)
    {
        if (drafts.Count == 0)
        {
            return [];
        }

        var inlines = new Inline[drafts.Count];
        var count = 0;
        foreach (var draft in drafts)
        {
            switch (draft)
            {
                case DraftText { Length: > 0 } text:
                    inlines[count++] = ToText(text);
                    break;
                case DraftGap gap:
                    inlines[count++] = ToText(gap.AsText);
                    break;
                case DraftBreak lineBreak:
                    inlines[count++] = lineBreak.Node;
                    break;
                case DraftLeaf leaf:
                    inlines[count++] = leaf.Node;
                    break;
                case DraftContainer container when Freeze(container.Children) is { Length: > 0 } children:
                    inlines[count++] = container.Wrapper.Make(children);
                    break;
                default:
                    break;
            }
        }

        return count == inlines.Length ? ImmutableCollectionsMarshal.AsImmutableArray(inlines) : [.. inlines.AsSpan(0, count)];
    }

    /// <summary>Takes line breaks away at the beginning and the end, where they show nothing.</summary>
    public static void TrimBreaks(List<Draft> drafts)
    {
        while (TrimFirst(drafts))
        {
        }

        while (TrimLast(drafts))
        {
        }
    }

    /// <summary>Takes spaces away at the beginning and the end, for pieces that were cut out of a line.</summary>
    public static void TrimSpaces(List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count && !TrimSpacesOf(drafts[i], atStart: true); i++)
        {
        }

        for (var i = drafts.Count - 1; i >= 0 && !TrimSpacesOf(drafts[i], atStart: false); i--)
        {
        }
    }

    /// <summary>The drafts cut into pieces at the drafts of a kind; containers that are cut stand in both pieces.</summary>
    public static List<List<Draft>> Split<TSeparator>(List<Draft> drafts)
        where TSeparator : Draft
    {
        var pieces = new List<List<Draft>> { new() };
        foreach (var draft in drafts)
        {
            switch (draft)
            {
                case TSeparator:
                    pieces.Add([]);
                    break;
                case DraftContainer container:
                    var inner = Split<TSeparator>(container.Children);
                    for (var i = 0; i < inner.Count; i++)
                    {
                        if (i > 0)
                        {
                            pieces.Add([]);
                        }

                        var part = new DraftContainer(container.Wrapper);
                        part.Children.AddRange(inner[i]);
                        pieces[^1].Add(part);
                    }

                    break;
                default:
                    pieces[^1].Add(draft);
                    break;
            }
        }

        return pieces;
    }

    /// <summary>Whether the drafts hold anything to see.</summary>
    public static bool HasContent(List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            var has = draft switch
            {
                DraftText text => !text.IsBlank,
                DraftContainer container => HasContent(container.Children),
                DraftLeaf { Node: not WordBreakOpportunity } => true,
                _ => false,
            };
            if (has)
            {
                return true;
            }
        }

        return false;
    }

    private static Text ToText(DraftText text) => new()
    {
        Value = text.ToString(),
        Language = text.Context.Language,
        Direction = text.Context.Direction,
        Position = text.Position,
        PageMarks = text.HasPageMarks ? [.. text.PageMarks] : [],
    };

    private static bool TrimFirst(List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            switch (drafts[i])
            {
                case DraftBreak:
                    drafts.RemoveAt(i);
                    return true;
                case DraftText { Length: 0 }:
                    continue;
                case DraftContainer container:
                    if (TrimFirst(container.Children))
                    {
                        return true;
                    }

                    if (HasContent(container.Children))
                    {
                        return false;
                    }

                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool TrimLast(List<Draft> drafts)
    {
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            switch (drafts[i])
            {
                case DraftBreak:
                    drafts.RemoveAt(i);
                    TrimTrailingSpace(drafts, i - 1);
                    return true;
                case DraftText { Length: 0 }:
                    continue;
                case DraftContainer container:
                    if (TrimLast(container.Children))
                    {
                        return true;
                    }

                    if (HasContent(container.Children))
                    {
                        return false;
                    }

                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether something that is no space was met.</summary>
    private static bool TrimSpacesOf(Draft draft, bool atStart)
    {
        switch (draft)
        {
            case DraftText text:
                var spaces = 0;
                while (spaces < text.Length && text[atStart ? spaces : text.Length - 1 - spaces] is ' ' or '\u00A0')
                {
                    spaces++;
                }

                if (!atStart)
                {
                    text.TrimEnd(spaces);
                    return text.Length > 0;
                }

                text.TrimStart(spaces);
                for (var i = 0; text.HasPageMarks && i < text.PageMarks.Count; i++)
                {
                    text.PageMarks[i] = text.PageMarks[i] with { Offset = text.PageMarks[i].Offset - spaces };
                }

                return text.Length > 0;
            case DraftContainer container:
                var children = container.Children;
                for (var i = 0; i < children.Count; i++)
                {
                    if (TrimSpacesOf(children[atStart ? i : children.Count - 1 - i], atStart))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return true;
        }
    }

    private static void TrimTrailingSpace(List<Draft> drafts, int index)
    {
        if (index >= 0 && drafts[index] is DraftText { Length: > 0 and var length } text && text[length - 1] == ' ')
        {
            text.TrimEnd(1);
        }
    }
}
