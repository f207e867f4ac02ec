using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Pdf.Inspection;

/// <summary>
/// Looks through the resources of pages (ISO 32000-1 7.8.3) before the library does, which follows colour spaces, fonts and the like wherever they lead.
/// None of them leads back to itself in a sound file; resources of forms may, and are looked through by themselves.
/// </summary>
internal sealed class ResourceGuard(PdfTokens tokens)
{
    private const int MostDepth = 40;

    private static readonly string[] Categories = ["ColorSpace", "Pattern", "Shading", "ExtGState", "Font", "XObject"];

    // What leads to other resources, or up and away.
    private static readonly HashSet<string> Elsewhere = ["Resources", "Parent", "P", "Pg", "OC", "Metadata", "PieceInfo", "OPI", "Ref", "AF", "StructParent", "Annots"];

    // Names that a colour space may give for the one it is built on.
    private static readonly HashSet<string> PlainSpaces = ["DeviceGray", "DeviceRGB", "DeviceCMYK", "G", "RGB", "CMYK", "Pattern"];

    private readonly HashSet<IndirectReference> _sound = [];
    private readonly HashSet<IndirectReference> _path = [];
    private readonly HashSet<IndirectReference> _seenResources = [];
    private readonly Stack<IToken> _resources = new();

    /// <summary>Whether a page can be drawn without going in circles.</summary>
    public bool IsSound(DictionaryToken page)
    {
        _resources.Clear();
        _path.Clear();
        if (!page.Data.Where(entry => entry.Key != "Resources").All(entry => IsSound(entry.Value, 0)))
        {
            return false;
        }

        Queue(PdfTokens.Raw(page, "Resources"));
        while (_resources.TryPop(out var token))
        {
            var resources = tokens.Dictionary(token);
            foreach (var category in Categories)
            {
                _path.Clear();
                foreach (var resource in tokens.Dictionary(resources, category)?.Data.Values ?? [])
                {
                    if (!IsSound(resource, 0) || (category == "ColorSpace" && !IsBuiltOnPlainSpace(resource)))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    private void Queue(IToken? resources)
    {
        if (resources is not null && (resources is not IndirectReferenceToken reference || _seenResources.Add(reference.Data)))
        {
            _resources.Push(resources);
        }
    }

    // Bounded by MostDepth.
    private bool IsSound(IToken token, int depth)
    {
        if (depth > MostDepth)
        {
            return false;
        }

        if (token is not IndirectReferenceToken reference)
        {
            return AreSound(token, depth);
        }

        if (_sound.Contains(reference.Data))
        {
            return true;
        }

        if (!_path.Add(reference.Data))
        {
            return false;
        }

        var isSound = tokens.Resolve(token) is not { } found || AreSound(found, depth);
        _path.Remove(reference.Data);
        if (isSound)
        {
            _sound.Add(reference.Data);
        }

        return isSound;
    }

    private bool AreSound(IToken token, int depth)
    {
        switch (token)
        {
            case ArrayToken array:
                return array.Data.All(item => IsSound(item, depth + 1));
            case DictionaryToken or StreamToken:
                var dictionary = tokens.Dictionary(token)!;
                Queue(PdfTokens.Raw(dictionary, "Resources"));
                return dictionary.Data.Where(entry => !Elsewhere.Contains(entry.Key)).All(entry => IsSound(entry.Value, depth + 1));
            default:
                return true;
        }
    }

    /// <summary>A space that is built on one with a name would be looked up again by that name.</summary>
    private bool IsBuiltOnPlainSpace(IToken space)
    {
        for (var depth = 0; tokens.Resolve(space) is ArrayToken { Data: [var family, .., _] } array && depth < MostDepth; depth++)
        {
            var place = (tokens.Resolve(family) as NameToken)?.Data switch { "Indexed" or "I" or "Pattern" => 1, "Separation" or "DeviceN" => 2, _ => int.MaxValue };
            if (place >= array.Data.Count)
            {
                return true;
            }

            space = array.Data[place];
            if (tokens.Resolve(space) is NameToken name)
            {
                return PlainSpaces.Contains(name.Data);
            }
        }

        return true;
    }
}
