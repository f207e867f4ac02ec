using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Pdf.Inspection;

/// <summary>Leads from a file's own structure types to standard ones: RoleMap (ISO 32000-1 14.7.3), and RoleMapNS of namespaces (ISO 32000-2 14.7.4).</summary>
internal sealed class RoleMapping(PdfTokens tokens, DictionaryToken root)
{
    // Longer chains than anybody writes end here, and so do circles.
    private const int MostSteps = 16;

    private const string MathNamespace = "http://www.w3.org/1998/Math/MathML";

    private readonly DictionaryToken? _roleMap = tokens.Dictionary(root, "RoleMap");

    /// <summary>The standard type of an element.</summary>
    /// <param name="element">The element's dictionary.</param>
    /// <param name="own">The type that it gives itself.</param>
    public string Standard(DictionaryToken element, out string own)
    {
        own = tokens.Name(element, "S") ?? "";
        var type = own;
        var space = tokens.Dictionary(element, "NS");
        for (var steps = 0; steps < MostSteps; steps++)
        {
            if (space is not null && tokens.Get(tokens.Dictionary(space, "RoleMapNS"), type) is { } mapped)
            {
                var pair = mapped as ArrayToken;
                type = (tokens.Resolve(pair is { Data: [var first, ..] } ? first : mapped) as NameToken)?.Data ?? type;
                space = pair is { Data: [_, var second, ..] } ? tokens.Dictionary(second) : null;
                continue;
            }

            if (tokens.Text(space, "NS") == MathNamespace)
            {
                return type == "math" ? "Formula" : type;
            }

            // A standard type is what it is, whatever the map says.
            if (StandardTypes.Has(type) || tokens.Name(_roleMap, type) is not { } next)
            {
                break;
            }

            type = next;
        }

        return type;
    }
}
