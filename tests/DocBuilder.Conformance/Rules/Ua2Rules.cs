using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>What PDF 2.0 adds to structure trees: ISO 14289-2, 8.2 and 8.8.</summary>
internal static class Ua2Rules
{
    private const string Pdf20 = "http://iso.org/pdf2/ssn";

    private static readonly HashSet<string> Standard =
    [
        "Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "P", "Title",
        "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Em", "Strong", "Sub", "Quote", "FENote",
        "Reference", "BibEntry", "Code", "Link", "Annot", "Aside", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
        "Artifact",
    ];

    public static IReadOnlyList<Rule> Rows { get; } =
    [
        new("ua2 8.2.4-1 8.2.5.14-1", "Every type is one of PDF 2.0 and says so; Note is none.", file => Faulty(file, element =>
            element.Namespace == Pdf20 && (Standard.Contains(element.Type) || element.HeadingLevel > 0))),
        Rule.Holds("ua2 8.2.5.2-1 8.2.5.2-2", "The root holds one Document of PDF 2.0, and nothing else.", file =>
            file.Structure.Document.Kids is [StructureElement { Type: "Document", Namespace: Pdf20 }]),
        Rule.Holds("pdf2 14.7.4", "The namespaces are listed.",
            file => file.Structure.Root["Namespaces"].Items.Select(space => space["NS"].Text).SequenceEqual([Pdf20])),
        new("ua2 8.2.5.8-1", "Entries of the contents say what they are entries of.", file => Faulty(file, element =>
            element.Type != "TOCI" || element.SelfAndBelow().Any(below => below.References.Any()))),
        new("ua2 8.2.5.14-2 8.2.5.14-3", "Notes and their calls name each other.", NotesAndCalls),
        new("ua2 8.2.5.14-4", "Notes say whether they are footnotes or endnotes.", file => Faulty(file, element =>
            element.Type != "FENote" || element.Attribute("FENote", "NoteType").Name is "Footnote" or "Endnote" or "None")),
        new("ua2 8.2.5.20-2", "Links that lead to different places are different elements.", file => Faulty(file, element =>
            element.Objects.Select(reference => reference.Target["A"].Json.ToString()).Distinct().Count() < 2)),
        new("ua2 8.2.5.23-1", "Ruby is a base and its annotation.", file => Faulty(file, element =>
            element.Type != "Ruby" || string.Join(' ', element.Elements.Select(kid => kid.Type)) is "RB RT" or "RB RP RT RP")),
        new("ua2 8.2.5.24-1", "We write no warichu.", file => Faulty(file, element => element.Type != "Warichu")),
        new("ua2 8.2.5.25-1", "Lists with labels say how they are numbered.", file => Faulty(file, element =>
            element.Type != "L" || element.Elements.SelectMany(item => item.Elements).All(part => part.Type != "Lbl")
                || element.Attribute("List", "ListNumbering").Name is not (null or "None"))),
        new("ua2 8.2.5.25-2", "List items hold nothing but labels and bodies.", file => Faulty(file, element =>
            element.Type != "LI" || !element.Content.Any())),
        new("ua2 8.2.5.27-1", "A caption is the first or the last kid.", file => Faulty(file, element =>
            element.Elements.Skip(1).SkipLast(1).All(kid => kid.Type != "Caption"))),
        new("ua2 8.2.5.29-1", "We write no MathML elements; formulas have alternate text.", file => Faulty(file, element =>
            element.Type != "math" && (element.Type != "Formula" || element.Alt is { Length: > 0 }))),
        new("ua2 8.8-1 8.8-2", "Links and bookmarks into the document lead to elements.", StructureDestinations),
        new("ua2 8.9.4.2-1", "What a link is called is not contradicted by its element.", file => Faulty(file, element =>
            element.Alt is null || element.Objects.All(reference => reference.Target["Contents"].Text is not { } called || called == element.Alt))),
    ];

    private static IEnumerable<string> Faulty(PdfFile file, Func<StructureElement, bool> isRight) =>
        file.Structure.Elements.Where(element => !isRight(element)).Select(element => element.ToString());

    private static IEnumerable<string> NotesAndCalls(PdfFile file)
    {
        var elements = file.Structure.Elements.ToDictionary(element => element.Dictionary.Reference!);
        foreach (var note in file.Structure.Elements.Where(element => element.Type == "FENote"))
        {
            var calls = note.References.ToArray();
            var back = file.Structure.Elements.Where(element => element.References.Contains(note.Dictionary.Reference!))
                .Select(element => element.Dictionary.Reference!).ToArray();
            if (calls.Length == 0 || !calls.ToHashSet().SetEquals(back))
            {
                yield return $"{note} is called by {string.Join(' ', back)} and names {string.Join(' ', calls)}";
            }
        }

        foreach (var element in file.Structure.Elements.Where(element => element.References.Any(reference => !elements.ContainsKey(reference))))
        {
            yield return $"{element} refers to what is no element";
        }
    }

    private static IEnumerable<string> StructureDestinations(PdfFile file)
    {
        var elements = file.Structure.Elements.Select(element => element.Dictionary.Reference).ToHashSet();
        return file.Dictionaries.Where(value => !value["Dest"].IsNull).Select(value => $"{value} has a plain destination")
            .Concat(file.Dictionaries.Where(value => value["S"].Name == "GoTo" || (!value["SD"].IsNull && !value["D"].IsNull))
                .Where(value => !elements.Contains(value["SD"].Items.FirstOrDefault().Reference)).Select(value => $"{value.Json} leads to no element"));
    }
}
