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

    /// <summary>The elements that have an attribute, in the order of the source. A selector would look at every element of the page.</summary>
    public List<IElement> Having(string attribute) => (_having ??= Index()).GetValueOrDefault(attribute, []);

    public static PageNodes Of(INode root)
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
            foreach (var attribute in element.Attributes)
            {
                ref var having = ref CollectionsMarshal.GetValueRefOrAddDefault(index, attribute.Name, out _);
                (having ??= []).Add(element);
            }
        }

        return index;
    }

    // The depth of the tree is the parser's to bound. Not by way of siblings, each of which the tree looks up among all of them.
    private void Add(INode parent)
    {
        if (parent is IElement { Attributes.Length: > 0 } element)
        {
            WithAttributes.Add(element);
        }

        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                Texts.Add(text);
            }
            else if (child is IElement)
            {
                Add(child);
            }
        }
    }
}
