using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>A note of the page: the element that holds it, its mark and its anchor.</summary>
internal sealed class NoteEntry(IElement body, string label, string anchor)
{
    public IElement Body { get; } = body;

    public string Label { get; } = label;

    public string Anchor { get; } = anchor;

    public bool IsRead { get; set; }
}

/// <summary>
/// Finds the notes of a page and the calls to them, by the conventions of DPUB-ARIA, EPUB, Pandoc, WordPress, Wikipedia, word processors,
/// and by their shape: a short raised mark that links to an element further down.
/// </summary>
internal sealed class NoteIndex
{
    private readonly Dictionary<IElement, NoteEntry> _references = [];
    private readonly Dictionary<IElement, NoteEntry> _notes = [];
    private readonly List<NoteEntry> _inOrder = [];
    private readonly HashSet<IElement> _marks = [];
    private readonly Dictionary<IText, string> _shortened = [];

    /// <summary>The notes in the order in which they are called for.</summary>
    public IReadOnlyList<NoteEntry> InOrder => _inOrder;

    public static NoteIndex Build(IElement root, PageNodes nodes, DocumentOrder order, LinkResolver links, Anchors anchors)
    {
        var index = new NoteIndex();
        foreach (var link in nodes.Having("href").Where(static element => element.LocalName == "a"))
        {
            if (link.Attribute("href")!.Contains('#', StringComparison.Ordinal) && link != root && root.Contains(link) && !ShownContent.IsHiddenOrInHidden(link, root))
            {
                index.AddIfReference(link, order, links, anchors);
            }
        }

        index.AddInlineNotes(root, nodes, anchors);
        index.AddUncalledNeighbours(anchors);
        var callTargets = index.TargetsOfLinksBack();
        foreach (var note in index._inOrder)
        {
            index.FindMarks(note, order, links, callTargets);
        }

        return index;
    }

    public bool TryGetReference(IElement element, out NoteEntry note) => _references.TryGetValue(element, out note!);

    public bool IsNote(IElement element) => _notes.ContainsKey(element);

    public NoteEntry NoteOf(IElement element) => _notes[element];

    /// <summary>Whether the element is the mark in front of a note, or a link back.</summary>
    public bool IsMark(IElement element) => _marks.Contains(element);

    /// <summary>The words of a text without a note's mark at its beginning.</summary>
    public string WithoutMark(IText text) => _shortened.TryGetValue(text, out var shortened) ? shortened : text.Data;

    private void AddIfReference(IElement link, DocumentOrder order, LinkResolver links, Anchors anchors)
    {
        if (links.FragmentOf(link.Attribute("href")) is not { } id || order.Find(id) is not { } target
            || NoteShapes.IsBackLink(link) || !NoteShapes.IsReference(link, target, order))
        {
            return;
        }

        var body = NoteShapes.BodyOf(target);
        if (body is null || body.Contains(link))
        {
            return;
        }

        var outermost = NoteShapes.OutermostOf(link);
        if (!_notes.TryGetValue(body, out var note))
        {
            var label = NoteShapes.LabelOf(outermost);
            anchors.Give(anchors.Want(id), body);
            note = Add(body, label.Length > 0 ? label : (_inOrder.Count + 1).ToString(CultureInfo.InvariantCulture), anchors.Want(id));
        }

        _references[outermost] = note;
    }

    // "Modern Footnotes" for WordPress: the note stands right after its call.
    private void AddInlineNotes(IElement root, PageNodes nodes, Anchors anchors)
    {
        foreach (var call in nodes.Having("data-mfn").Where(element => element.LocalName == "sup" && root.Contains(element)))
        {
            var note = call.NextElementSibling;
            if (note?.Attribute("data-mfn") == call.Attribute("data-mfn") && !_notes.ContainsKey(note!))
            {
                _references[call] = Add(note!, NoteShapes.LabelOf(call), anchors.Fresh());
            }
        }
    }

    // A list of notes may hold some that nothing calls for: they are notes all the same.
    private void AddUncalledNeighbours(Anchors anchors)
    {
        foreach (var list in _inOrder.Select(static note => note.Body).Where(static body => body.LocalName == "li")
            .Select(static body => body.ParentElement).OfType<IElement>().Distinct().ToList())
        {
            var ordinal = 0;
            var usesArabicDigits = _inOrder.Exists(static note => note.Label.Any(static c => c is >= '\u0660' and <= '\u0669'));
            foreach (var item in list.Children.Where(static child => child.LocalName == "li"))
            {
                ordinal++;
                if (!_notes.ContainsKey(item))
                {
                    Add(item, (usesArabicDigits ? NumberingSystem.ArabicIndic : NumberingSystem.Latin).Format(ordinal), AnchorOf(item, anchors));
                }
            }
        }
    }

    /// <summary>Its id, unless an element before it has the same.</summary>
    private static string AnchorOf(IElement item, Anchors anchors)
    {
        if (item.Attribute("id") is { Length: > 0 } id)
        {
            anchors.Want(id);
        }

        return anchors.Of(item) ?? anchors.Fresh();
    }

    private NoteEntry Add(IElement body, string label, string anchor)
    {
        var note = new NoteEntry(body, label, anchor);
        _notes.Add(body, note);
        _inOrder.Add(note);
        return note;
    }

    // The id that a link back names stands on the call, in it, on an element around it, or on an empty anchor before it.
    private HashSet<IElement> TargetsOfLinksBack()
    {
        var targets = new HashSet<IElement>();
        foreach (var call in _references.Keys)
        {
            targets.Add(call);
            targets.UnionWith(call.QuerySelectorAll("*"));
            if (call.PreviousElementSibling is { } before && before.TextContent.Length == 0)
            {
                targets.Add(before);
            }

            if (call.ParentElement is { LocalName: "span" or "sup" or "a" or "small" } around && around.TextContent.Length <= call.TextContent.Length + 4)
            {
                targets.Add(around);
            }
        }

        return targets;
    }

    private void FindMarks(NoteEntry note, DocumentOrder order, LinkResolver links, HashSet<IElement> callTargets)
    {
        foreach (var element in note.Body.QuerySelectorAll("a, .mw-cite-backlink, [role=doc-backlink]"))
        {
            var leadsBack = element.LocalName == "a" && links.FragmentOf(element.Attribute("href")) is { } id
                && order.Find(id) is { } target && callTargets.Contains(target) && order.IsBefore(target, element);
            if (leadsBack || NoteShapes.IsBackLink(element))
            {
                _marks.Add(element);
            }
        }

        ShortenFirstText(note);
    }

    private void ShortenFirstText(NoteEntry note)
    {
        if (FirstText(note.Body) is not { } text)
        {
            return;
        }

        var isMarked = text.ParentElement is { LocalName: "sup" or "a" or "b" or "strong" } parent && parent != note.Body
            && NoteShapes.SameLabel(parent.TextContent, note.Label);
        if (isMarked)
        {
            _shortened[text] = "";
            if (NextText(note.Body, text) is { } next && next.Data.AsSpan().TrimStart() is { Length: > 0 } rest && rest[0] is '.' or ')' or ':' or '-' or '–' or '[' or ']')
            {
                _shortened[next] = rest[1..].TrimStart().ToString();
            }

            return;
        }

        if (NoteShapes.LengthOfMark(text.Data, note.Label, isNumbered: note.Body.LocalName == "li") is > 0 and var length)
        {
            _shortened[text] = text.Data[length..];
        }
    }

    private IText? FirstText(INode node) => NextText(node, null);

    private IText? NextText(INode node, IText? after)
    {
        var passed = after is null;
        return Find(node);

        IText? Find(INode parent)
        {
            foreach (var child in parent.ChildNodes)
            {
                if (child is IText text)
                {
                    if (passed && !string.IsNullOrWhiteSpace(text.Data))
                    {
                        return text;
                    }

                    passed |= text == after;
                }
                else if (child is IElement element && !_marks.Contains(element) && Find(element) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }
}
