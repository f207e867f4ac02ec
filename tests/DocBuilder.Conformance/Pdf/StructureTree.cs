namespace DocBuilder.Conformance.Pdf;

/// <summary>A structure element (ISO 32000-1 14.7.2).</summary>
internal sealed class StructureElement(PdfValue dictionary, string type, StructureElement? parent)
{
    private readonly List<object> kids = [];

    public PdfValue Dictionary => dictionary;

    /// <summary>The standard structure type, role map applied.</summary>
    public string Type => type;

    public StructureElement? Parent => parent;

    /// <summary>The type for the containment table: H1…H9 are Hn.</summary>
    public string ContainmentType => HeadingLevel > 0 ? "Hn" : Type;

    /// <summary>1 for H1 and so on; 0 for what is no numbered heading.</summary>
    public int HeadingLevel => Type is ['H', >= '1' and <= '9'] ? Type[1] - '0' : 0;

    /// <summary>The namespace of the type (ISO 32000-2 14.7.4); null for PDF 1.7's.</summary>
    public string? Namespace => dictionary["NS"]["NS"].Text;

    /// <summary>The elements that this one points at (ISO 32000-2 Table 355, Ref), as references.</summary>
    public IEnumerable<string> References => dictionary["Ref"].Items.Select(other => other.Reference ?? "none");

    public string? Alt => dictionary["Alt"].Text;

    public string? ActualText => dictionary["ActualText"].Text;

    public string? Language => dictionary["Lang"].Text;

    /// <summary><see cref="StructureElement"/>, <see cref="MarkedContentReference"/> and <see cref="ObjectReference"/>, in order.</summary>
    public IReadOnlyList<object> Kids => kids;

    public IEnumerable<StructureElement> Elements => kids.OfType<StructureElement>();

    public IEnumerable<MarkedContentReference> Content => kids.OfType<MarkedContentReference>();

    public IEnumerable<ObjectReference> Objects => kids.OfType<ObjectReference>();

    /// <summary>The nearest language of the element or what holds it.</summary>
    public string? InheritedLanguage => Language ?? parent?.InheritedLanguage;

    /// <summary>An attribute by owner and key (ISO 32000-1 14.7.5).</summary>
    public PdfValue Attribute(string owner, string key) => dictionary["A"].Items
        .Where(item => item.IsDictionary && item["O"].Name == owner)
        .Select(item => item[key])
        .FirstOrDefault(value => !value.IsNull);

    public IEnumerable<StructureElement> SelfAndBelow() => Elements.SelectMany(element => element.SelfAndBelow()).Prepend(this);

    public override string ToString() => $"{Type} ({dictionary.Reference})";

    internal void Add(object kid) => kids.Add(kid);
}

/// <summary>A marked-content sequence of a page or form (ISO 32000-1 14.7.4.2).</summary>
internal sealed record MarkedContentReference(string Owner, string Page, int Id);

/// <summary>An annotation or XObject (ISO 32000-1 14.7.4.3).</summary>
internal sealed record ObjectReference(PdfValue Target, string? Page);

/// <summary>The structure tree.</summary>
internal sealed class StructureTree
{
    private const int DeepestNesting = 200;

    private StructureTree(PdfValue root)
    {
        Root = root;
        RoleMap = root["RoleMap"];
        Document = new(root, "StructTreeRoot", null);
        Fill(Document, page: null, depth: 0);
        Elements = [.. Document.SelfAndBelow().Skip(1)];
        ParentTree = NumberTree(root["ParentTree"]);
    }

    public PdfValue Root { get; }

    public PdfValue RoleMap { get; }

    /// <summary>The root as an element of its own.</summary>
    public StructureElement Document { get; }

    /// <summary>Every element in reading order.</summary>
    public IReadOnlyList<StructureElement> Elements { get; }

    public IReadOnlyDictionary<int, PdfValue> ParentTree { get; }

    public static StructureTree Read(PdfFile file) => new(file.Catalog["StructTreeRoot"]);

    public string StandardType(string type)
    {
        for (var steps = 0; steps < 20 && RoleMap[type].Name is { } mapped; steps++)
        {
            type = mapped;
        }

        return type;
    }

    private void Fill(StructureElement element, string? page, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new InvalidDataException("The structure tree is deeper than anything we write.");
        }

        page = element.Dictionary["Pg"].Reference ?? page;
        foreach (var kid in element.Dictionary["K"].Items)
        {
            if (kid.IsNumber)
            {
                element.Add(new MarkedContentReference(page ?? "none", page ?? "none", kid.Integer));
            }
            else if (kid["Type"].Name == "MCR")
            {
                var on = kid["Pg"].Reference ?? page ?? "none";
                element.Add(new MarkedContentReference(kid["Stm"].Reference ?? on, on, kid["MCID"].Integer));
            }
            else if (kid["Type"].Name == "OBJR")
            {
                element.Add(new ObjectReference(kid["Obj"], kid["Pg"].Reference ?? page));
            }
            else
            {
                var child = new StructureElement(kid, StandardType(kid["S"].Name ?? "none"), element);
                element.Add(child);
                Fill(child, page, depth + 1);
            }
        }
    }

    private static Dictionary<int, PdfValue> NumberTree(PdfValue node)
    {
        var entries = new Dictionary<int, PdfValue>();
        var open = new Stack<PdfValue>([node]);
        while (open.TryPop(out var next))
        {
            foreach (var kid in next["Kids"].Items)
            {
                open.Push(kid);
            }

            foreach (var pair in next["Nums"].Items.Chunk(2))
            {
                entries[pair[0].Integer] = pair[1];
            }
        }

        return entries;
    }
}
