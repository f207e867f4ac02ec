using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>Embedded files: ISO 19005-3, 6.8; ISO 19005-4, 6.9; ISO 14289-2, 8.14.</summary>
internal static partial class FileRules
{
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        new("ua1 7.11-1, a3a 6.8-2, a4f 6.9-2", "File specifications name the file twice.", file => Faulty(file, specification =>
            specification["F"].Text is { Length: > 0 } && specification["UF"].Text is { Length: > 0 })),
        new("a3a 6.8-1, a4f 6.9-1", "Embedded files have a media type.", file => Specifications(file)
            .Select(specification => specification["EF"]["F"])
            .Where(stream => stream["Type"].Name != "EmbeddedFile" || !MediaType().IsMatch(stream["Subtype"].Name ?? "")).Select(stream => stream.ToString())),
        new("a3a 6.8-3, a4f 6.9-4", "They say how they relate to the document: one is its source, in a book one for each article.", file =>
            Faulty(file, specification => specification["AFRelationship"].Name is "Source" or "Supplement")
                .Concat(Specifications(file).Count(specification => specification["AFRelationship"].Name == "Source") == Math.Max(1, file.Structure.Elements.Count(static element => element.Type == "Art")) ? [] : ["there is not one source for each article"])),
        new("a3a 6.8-4", "All are associated with the document.", file =>
        {
            var associated = file.Catalog["AF"].Items.Select(item => item.Reference).ToHashSet();
            return Faulty(file, specification => associated.Contains(specification.Reference));
        }),
        Rule.Holds("a4f 6.9-5", "They stand in the name tree, but for those of formulas.", file => NameTree(file.Catalog["Names"]["EmbeddedFiles"])
            .Select(item => item.Reference).ToHashSet().SetEquals(Specifications(file).Select(item => item.Reference).Except(OfFormulas(file)))
            && Specifications(file).Any()),
        new("ua2 8.14.1-1", "They are described.", file => Faulty(file, specification => specification["Desc"].Text is { Length: > 0 })),
        new("pdf 7.11.4", "Size, sum and date are those of the file and of the edition.", file => Specifications(file)
            .Select(specification => specification["EF"]["F"])
            .Where(stream => stream["Params"]["Size"].Integer != stream.Bytes.Length
                || !string.Equals(Hexadecimal(stream["Params"]["CheckSum"]), Sum(stream.Bytes), StringComparison.OrdinalIgnoreCase)
                || stream["Params"]["ModDate"].Text is not ['D', ':', ..])
            .Select(stream => stream.ToString())),
    ];

    private static IEnumerable<string> OfFormulas(PdfFile file) => file.Dictionaries.Where(static value => value["S"].Name == "Formula").SelectMany(static formula => formula["AF"].Items).Select(static item => item.Reference).OfType<string>();

    private static IEnumerable<PdfValue> Specifications(PdfFile file) => file.Dictionaries.Where(value => !value["EF"].IsNull);

    private static IEnumerable<string> Faulty(PdfFile file, Func<PdfValue, bool> isRight) =>
        Specifications(file).Where(specification => !isRight(specification)).Select(specification => specification.ToString());

    private static IEnumerable<PdfValue> NameTree(PdfValue node) => node["Kids"].Items.SelectMany(NameTree)
        .Concat(node["Names"].Items.Chunk(2).Select(pair => pair[1]));

    // qpdf writes a string that happens to be text as text.
    private static string Hexadecimal(PdfValue value) => value.Json.GetString() is ['u', ':', .. var text]
        ? string.Concat(text.Select(character => ((int)character).ToString("x2", CultureInfo.InvariantCulture))) : value.Text ?? "";

#pragma warning disable CA5351 // The standard names this sum; it protects nothing.
    private static string Sum(byte[] bytes) => Convert.ToHexString(MD5.HashData(bytes));
#pragma warning restore CA5351

    [GeneratedRegex(@"^[-\w+.]+/[-\w+.]+$")]
    private static partial Regex MediaType();
}
