using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Pdf.Inspection;

/// <summary>The attributes of structure elements, their own and those of their classes (ISO 32000-1 14.7.5).</summary>
internal sealed class StructureAttributes(PdfTokens tokens, DictionaryToken root)
{
    private readonly DictionaryToken? _classMap = tokens.Dictionary(root, "ClassMap");

    /// <summary>The value of an attribute; the element's own goes before that of a class.</summary>
    public IToken? Find(DictionaryToken element, string owner, string key)
    {
        foreach (var attributes in Own(element).Concat(OfClasses(element)))
        {
            if (tokens.Name(attributes, "O") == owner && tokens.Get(attributes, key) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    public string? Name(DictionaryToken element, string owner, string key) => (Find(element, owner, key) as NameToken)?.Data;

    /// <summary>A span of cells: 1 unless it says more.</summary>
    public int Span(DictionaryToken element, string key) => Math.Clamp(tokens.Integer(Find(element, "Table", key)) ?? 1, 1, 10_000);

    private IEnumerable<DictionaryToken> Own(DictionaryToken element) =>
        tokens.Items(PdfTokens.Raw(element, "A")).Select(item => tokens.Dictionary(item)).OfType<DictionaryToken>();

    private IEnumerable<DictionaryToken> OfClasses(DictionaryToken element) =>
        tokens.Items(PdfTokens.Raw(element, "C")).Select(tokens.Resolve).OfType<NameToken>()
            .SelectMany(name => tokens.Items(PdfTokens.Raw(_classMap, name.Data)))
            .Select(item => tokens.Dictionary(item)).OfType<DictionaryToken>();
}
