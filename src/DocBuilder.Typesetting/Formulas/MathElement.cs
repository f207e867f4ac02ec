using System.Collections.Immutable;
using System.Text;
using System.Xml;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>An element of presentation MathML.</summary>
/// <param name="Name">Its local name.</param>
/// <param name="Children">The elements in it; none in a token element.</param>
/// <param name="Text">What a token element says, white space folded (MathML Core 2.2.1); empty in others.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record MathElement(string Name, ImmutableArray<MathElement> Children, string Text, ImmutableDictionary<string, string> Attributes)
{
    // Deeper than anybody writes and far from the end of the stack; more elements than any formula that is worth setting.
    private const int DeepestElement = 60;
    private const int MostElements = 4000;
    private const int LongestSource = 400_000;

    /// <summary>An attribute; null where it is missing.</summary>
    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>Whether it only groups what it holds.</summary>
    public bool IsGroup => Name is "math" or "mrow" or "mstyle" or "mpadded" or "merror" or "semantics";

    /// <summary>Reads a <c>math</c> element.</summary>
    /// <param name="mathMl">The element as XML.</param>
    /// <returns>The element; null when it is not well formed, or too deep or long to be set.</returns>
    public static MathElement? Parse(string mathMl)
    {
        if (mathMl.Length > LongestSource)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(mathMl), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = mathMl.Length });
            reader.MoveToContent();
            var left = MostElements;
            return Read(reader, ref left);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static MathElement? Read(XmlReader reader, ref int left)
    {
        if (reader.Depth > DeepestElement || --left < 0)
        {
            return null;
        }

        var (name, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
        var attributes = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            attributes[reader.LocalName] = reader.Value;
        }

        var children = ImmutableArray.CreateBuilder<MathElement>();
        var text = new StringBuilder();
        while (!isEmpty && reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (Read(reader, ref left) is not { } child)
                {
                    return null;
                }

                text.Append(IsToken(name) ? child.Words() : "");
                children.Add(child);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
                if (!IsToken(name) && Fold(reader.Value) is { Length: > 0 } words)
                {
                    // What is no MathML: browsers show it.
                    children.Add(new MathElement("mtext", [], words, ImmutableDictionary<string, string>.Empty));
                }
            }
        }

        return IsToken(name)
            ? new MathElement(name, [], Fold(text.ToString()), attributes.ToImmutable())
            : new MathElement(name, children.ToImmutable(), "", attributes.ToImmutable());
    }

    private static bool IsToken(string name) => name is "mi" or "mn" or "mo" or "mtext" or "ms";

    /// <summary>All that is said in it.</summary>
    private string Words() => Text + string.Concat(Children.Select(static child => child.Words()));

    /// <summary>The no-break space is a space that the author wants.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (' ' or '\t' or '\r' or '\n'))
            {
                folded.Append(text[i]);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }
}
