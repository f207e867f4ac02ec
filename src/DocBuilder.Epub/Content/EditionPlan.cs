using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>A content document of the book, in the order of the spine.</summary>
/// <param name="Name">Its path in the content folder, such as <c>text/article.xhtml</c>.</param>
/// <param name="Blocks">What stands in it.</param>
/// <param name="Heading">The heading it begins with; null when it begins with something else.</param>
/// <param name="Section">The article that it is, or is a part of: whose language and digits count in it.</param>
internal sealed record ContentFile(string Name, ImmutableArray<Block> Blocks, Heading? Heading, Section Section);

/// <summary>A place that links can lead to.</summary>
/// <param name="File">The path of the content document.</param>
/// <param name="Id">The element's <c>id</c>.</param>
internal readonly record struct LinkTarget(string File, string Id)
{
    /// <summary>The address from the content folder.</summary>
    public string Address => $"{File}#{Id}";
}

/// <summary>A heading in the contents, with the headings below it.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Label">Its words.</param>
/// <param name="Target">Where it stands.</param>
/// <param name="Children">The headings below it, in order.</param>
internal sealed record OutlineEntry(Heading Heading, string Label, LinkTarget Target, List<OutlineEntry> Children);

/// <summary>
/// What must be known before the first line is written: which block goes into which file, the <c>id</c> of everything
/// that is referred to, and the outline.
/// </summary>
internal sealed class EditionPlan
{
    // Reading systems lay out a content document at once; past some 8,000 words small devices begin to wait for it.
    private const int LongArticle = 60_000;

    // Sections beyond that share files: a ZIP file without extensions counts 65,535 entries, and devices slow down long before.
    private const int MostFiles = 1000;

    private readonly Dictionary<Node, LinkTarget> targets = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Node> anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NoteReference>> references = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> counters = new(StringComparer.Ordinal);

    /// <summary>Plans the edition of a document.</summary>
    public EditionPlan(Document document)
    {
        Document = document;
        Files = Split(document);
        ReserveAnchors();
        foreach (var file in Files)
        {
            Register(file);
        }

        Outline = MakeOutline();
    }

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>The content documents in reading order, at least one.</summary>
    public ImmutableArray<ContentFile> Files { get; }

    /// <summary>The headings, nested.</summary>
    public List<OutlineEntry> Outline { get; }

    /// <summary>The tables in reading order.</summary>
    public List<Table> Tables { get; } = [];

    /// <summary>The lists of notes in reading order.</summary>
    public List<NoteList> NoteLists { get; } = [];

    /// <summary>Where a node stands; null when nothing refers to it, so that it needs no <c>id</c>.</summary>
    public LinkTarget? TargetOf(Node node) => targets.TryGetValue(node, out var target) ? target : null;

    /// <summary>Where the node with an anchor stands; null when there is none.</summary>
    public LinkTarget? TargetOf(string anchor) => anchors.TryGetValue(anchor, out var node) ? TargetOf(node) : null;

    /// <summary>The node with an anchor; null when there is none.</summary>
    public Node? NodeAt(string anchor) => anchors.GetValueOrDefault(anchor);

    /// <summary>The calls to a note, in reading order.</summary>
    public IReadOnlyList<NoteReference> ReferencesTo(Note note) =>
        note.Anchor is { } anchor && references.TryGetValue(anchor, out var list) ? list : [];

    /// <summary>A new <c>id</c> that ends in a number of the caller's, unless the source has one like it.</summary>
    public string NewId(string stem, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        return ids.Add(id) ? id : NewId(stem);
    }

    /// <summary>A new <c>id</c> for an element that stands for no node.</summary>
    public string NewId(string stem)
    {
        string id;
        do
        {
            var number = counters[stem] = counters.GetValueOrDefault(stem) + 1;
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }
        while (!ids.Add(id));
        return id;
    }

    /// <summary>
    /// One file for an ordinary article; for a long one a file for what comes first and one for each top section; for a book one for its title
    /// page and one for each article.
    /// </summary>
    private static ImmutableArray<ContentFile> Split(Document document)
    {
        var whole = document.Sections().First();
        if (document.IsBook)
        {
            return FilesOf([.. document.Sections()]);
        }

        var starts = new List<int>();
        for (var i = 1; i < document.Blocks.Length; i++)
        {
            if (document.Blocks[i] is Heading { Level: 2 })
            {
                starts.Add(i);
            }
        }

        var length = NodeTree.SelfAndDescendants(document).OfType<Text>().Sum(static text => (long)text.Value.Length);
        if (length <= LongArticle || starts.Count < 2)
        {
            return [new ContentFile("text/article.xhtml", document.Blocks, document.Blocks.FirstOrDefault() as Heading, whole)];
        }

        starts.Insert(0, 0);
        var sectionsToAFile = (starts.Count + MostFiles - 1) / MostFiles;
        starts = [.. starts.Where((_, i) => i % sectionsToAFile == 0)];
        return FilesOf([.. starts.Select((start, i) => whole with { Blocks = document.Blocks[start..(i + 1 < starts.Count ? starts[i + 1] : document.Blocks.Length)] })]);
    }

    private static ImmutableArray<ContentFile> FilesOf(List<Section> sections)
    {
        var digits = Math.Max(2, sections.Count.ToString(CultureInfo.InvariantCulture).Length).ToString(CultureInfo.InvariantCulture);
        return [.. sections.Select((section, i) =>
            new ContentFile($"text/section-{(i + 1).ToString("D" + digits, CultureInfo.InvariantCulture)}.xhtml", section.Blocks, section.Blocks.FirstOrDefault() as Heading, section))];
    }

    /// <summary>Authors' anchors that can stay as they are keep their names, so that links from outside go on working.</summary>
    private void ReserveAnchors()
    {
        foreach (var node in NodeTree.SelfAndDescendants(Document))
        {
            if (node.Anchor is { } anchor && anchors.TryAdd(anchor, node) && XmlText.IsPlainName(anchor))
            {
                ids.Add(anchor);
            }
        }
    }

    private void Register(ContentFile file)
    {
        foreach (var block in file.Blocks)
        {
            foreach (var node in NodeTree.SelfAndDescendants(block))
            {
                if (IdFor(node) is { } id)
                {
                    targets.Add(node, new LinkTarget(file.Name, id));
                }

                switch (node)
                {
                    case Table table: Tables.Add(table); break;
                    case NoteList list: NoteLists.Add(list); break;
                    case NoteReference reference: AddReference(reference); break;
                    default: break;
                }
            }
        }
    }

    private string? IdFor(Node node)
    {
        if (node.Anchor is { } anchor && ReferenceEquals(anchors[anchor], node))
        {
            return XmlText.IsPlainName(anchor) && !IsTaken(anchor) ? anchor : NewId("place");
        }

        return node switch
        {
            Heading => NewId("heading"),
            NoteReference => NewId("noteref"),
            NoteList => NewId("notes"),
            _ => null,
        };
    }

    // Two anchors may differ in case only; ids are kept apart even then, for readers that fold case.
    private bool IsTaken(string anchor) => ids.TryGetValue(anchor, out var taken) && !string.Equals(taken, anchor, StringComparison.Ordinal);

    private void AddReference(NoteReference reference)
    {
        if (!references.TryGetValue(reference.NoteAnchor, out var list))
        {
            references.Add(reference.NoteAnchor, list = []);
        }

        list.Add(reference);
    }

    private List<OutlineEntry> MakeOutline()
    {
        var roots = new List<OutlineEntry>();
        var open = new Stack<OutlineEntry>();
        var pending = new Stack<Node>(Document.Blocks.Reverse());
        var children = new List<Node>();
        while (pending.TryPop(out var node))
        {
            if (node is Heading heading)
            {
                AddEntry(heading, roots, open);
            }
            else if (node is Aside or Details or List or ListItem or DescriptionList or DescriptionItem { IsTerm: false })
            {
                children.Clear();
                NodeTree.AddChildren(node, children);
                for (var i = children.Count - 1; i >= 0; i--)
                {
                    pending.Push(children[i]);
                }
            }
        }

        return roots;
    }

    private void AddEntry(Heading heading, List<OutlineEntry> roots, Stack<OutlineEntry> open)
    {
        var label = PlainText.Of(heading.Inlines);
        if (label.Length == 0)
        {
            return;
        }

        while (open.TryPeek(out var last) && last.Heading.Level >= heading.Level)
        {
            open.Pop();
        }

        var entry = new OutlineEntry(heading, label, targets[heading], []);
        (open.TryPeek(out var parent) ? parent.Children : roots).Add(entry);
        open.Push(entry);
    }
}
