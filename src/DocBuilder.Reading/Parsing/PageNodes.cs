using System.Runtime.InteropServices;
using AngleSharp.Dom;

namespace DocBuilder.Reading.Parsing;

/// <summary>What a page is made of, gathered in one walk for all that look at every text or attribute.</summary>
internal sealed class PageNodes
{
    private Dictionary<string, List<IElement>>? _having;

    private PageNodes()
    {
    }

    /// <summary>The texts in the order of the source.</summary>
    public List<IText> Texts { get; } = [];

    /// <summary>The elements that have attributes, in the order of the source.</summary>
    public List<IElement> WithAttributes { get; } = [];

    /// <summary>The page's own style sheets.</summary>
    public List<IElement> StyleSheets { get; } = [];

    /// <summary>The elements that have an attribute, in the order of the source. A selector would look at every element of the page.</summary>
    public List<IElement> Having(string attribute) => (_having ??= Index()).GetValueOrDefault(attribute, []);

    public static PageNodes Of(IElement root)
    {
        var nodes = new PageNodes();
        nodes.Add(root);
        return nodes;
    }

    private Dictionary<string, List<IElement>> Index()
    {
        var index = new Dictionary<string, List<IElement>>(StringComparer.Ordinal);
        foreach (var element in WithAttributes)
        {
            var attributes = element.Attributes;
            for (var i = 0; i < attributes.Length; i++)
            {
                ref var having = ref CollectionsMarshal.GetValueRefOrAddDefault(index, attributes[i]!.Name, out _);
                (having ??= []).Add(element);
            }
        }

        return index;
    }

    // The depth of the tree is the parser's to bound. Not by way of siblings, each of which the tree looks up among all of them.
    private void Add(IElement parent)
    {
        if (parent.Attributes.Length > 0)
        {
            WithAttributes.Add(parent);
        }

        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            switch (children[i])
            {
                case Element { LocalName: "style" } child:
                    StyleSheets.Add(child);
                    Add(child);
                    break;
                case Element child:
                    Add(child);
                    break;
                case IText text:
                    Texts.Add(text);
                    break;
                default:
                    break;
            }
        }
    }
}
