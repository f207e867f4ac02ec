using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>Annotations, all of them links: ISO 14289-1, 7.18; ISO 19005-2, 6.3 and 6.5.</summary>
internal static class AnnotationRules
{
    private const int Invisible = 1, Hidden = 2, Print = 4, NoView = 32, ToggleNoView = 256;

    public static IReadOnlyList<Rule> Rows { get; } =
    [
        new("ua1 7.18.1-1 7.18.1-3 7.18.2-1 7.18.4-1 7.18.4-2 7.18.8-1, a23 6.3.1-1, ua2 8.9.2.3-1 8.9.2.3-2 8.9.2.4.7-1 8.9.2.4.8-1 8.9.2.4.9-1 8.9.2.4.10-1 8.9.2.4.11-1 8.9.2.4.11-2 8.9.2.4.12-1 8.9.2.4.14-1 8.9.2.4.15-1 8.9.2.4.16-1 8.9.2.4.19-1 8.9.2.4.19-2, a4 6.3.1-1", "We write no annotations but links.",
            file => Faulty(file, annotation => annotation["Subtype"].Name == "Link")),
        new("ua1 7.18.1-2 7.18.5-2, pdf2 12.5.6.5", "Links say where they lead.",
            file => Faulty(file, annotation => annotation["Contents"].Text is { Length: > 0 })),
        new("ua1 7.18.3-1, ua2 8.9.3.3-1", "On pages with links the tab order is that of the structure.", file =>
            file.Pages.Where(page => page["Annots"].Items.Any() && page["Tabs"].Name != "S").Select(page => page.ToString())),
        new("ua1 7.18.5-1, ua2 8.2.5.20-1, pdf 14.7.4.3", "Links are held by a Link element, or by a Reference in PDF 2.0.", LinksAreHeld),
        new("a23 6.3.2-1 6.3.2-2, ua2 8.9.2.2-1 8.9.2.2-2, a4 6.3.2-1 6.3.2-2", "Links are printed and neither hidden nor invisible.", file => Faulty(file, annotation =>
            annotation["F"] is { IsNumber: true } flags
                && (flags.Integer & (Invisible | Hidden | Print | NoView | ToggleNoView)) == Print)),
        new("a23 6.3.3-1 6.3.3-2 6.3.3-3 6.3.3-4, a4 6.3.3-1 6.3.3-2 6.3.3-3 6.3.3-4", "Links need no appearance and have none.",
            file => Faulty(file, annotation => annotation["AP"].IsNull)),
        new("a23 6.5.1-1 6.5.1-2, a4 6.6.1-1 6.6.1-2", "Links and bookmarks lead to places and addresses, and do nothing else.", file =>
            file.Dictionaries.Select(value => value["A"])
                .Where(action => action.IsDictionary && action["S"].Name is not null && action["O"].IsNull)
                .Where(action => action["S"].Name is not ("GoTo" or "URI")).Select(action => action.ToString())),
        new("pdf 12.3.2", "Places that links and bookmarks lead to are pages of this file.", Destinations),
    ];

    private static IEnumerable<PdfValue> Annotations(PdfFile file) => file.Pages.SelectMany(page => page["Annots"].Items);

    private static IEnumerable<string> Faulty(PdfFile file, Func<PdfValue, bool> isRight) => Annotations(file)
        .Where(annotation => !isRight(annotation)).Select(annotation => annotation.ToString());

    private static IEnumerable<string> LinksAreHeld(PdfFile file)
    {
        var held = file.Structure.Elements.Where(element => element.Type == "Link" || (file.IsPdf20 && element.Type == "Reference")).SelectMany(element => element.Objects)
            .Select(reference => reference.Target.Reference).ToHashSet();
        return Annotations(file).Where(annotation => !held.Contains(annotation.Reference))
            .Select(annotation => $"{annotation} is in no Link");
    }

    private static IEnumerable<string> Destinations(PdfFile file)
    {
        var pages = file.Pages.Select(page => page.Reference).ToHashSet();
        return file.Dictionaries.SelectMany(value => new[] { value["Dest"], value["D"] })
            .Where(place => place.IsArray && place.Items.FirstOrDefault().IsDictionary)
            .Where(place => !pages.Contains(place.Items.First().Reference)).Select(place => place.Json.ToString());
    }
}
