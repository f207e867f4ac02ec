using System.Globalization;
using AngleSharp;
using AngleSharp.Browser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using DocBuilder.Documents;
using DocBuilder.Reading.Decoding;
using DocBuilder.Reading.Markdown;
using DocBuilder.Reading.Saved;

namespace DocBuilder.Reading.Parsing;

/// <summary>A parsed page that knows where its elements stood in the source.</summary>
internal sealed class HtmlPage
{
    private readonly SourceText _source;
    private readonly LineMap _lines;
    private readonly Dictionary<IElement, IElement> _origins = [];
    private PageNodes? _nodes;

    private HtmlPage(IHtmlDocument document, SourceText source, LineMap lines)
    {
        Document = document;
        _source = source;
        _lines = lines;
    }

    public IHtmlDocument Document { get; }

    public IElement Body => Document.Body ?? Document.DocumentElement;

    /// <summary>The address that the page was saved from; null when nothing says it.</summary>
    public string? Address => _source.Address;

    /// <summary>The web archive that the page lies in; null when it is a file of its own.</summary>
    public PageArchive? Archive => _source.Archive;

    /// <summary>The texts and attributes of the page as it stands.</summary>
    public PageNodes Nodes => _nodes ??= PageNodes.Of(Document.DocumentElement);

    /// <summary>Says that texts or elements of the page were put in the place of others.</summary>
    public void Changed() => _nodes = null;

    /// <summary>Puts an element of another name, with the same attributes and content, in the place of one.</summary>
    public IElement Rename(IElement element, string name)
    {
        // Another was put in the place of one around it, and this one was left behind.
        if (element.Parent is not { } parent)
        {
            return element;
        }

        var renamed = Document.CreateElement(name);
        // The parser takes any name for an attribute; one that is none, such as "a<b", cannot be set and means nothing.
        foreach (var attribute in element.Attributes.Where(static attribute => attribute.Name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.') && char.IsAsciiLetter(attribute.Name[0])))
        {
            renamed.SetAttribute(attribute.Name, attribute.Value);
        }

        while (element.FirstChild is { } child)
        {
            renamed.AppendChild(child);
        }

        parent.ReplaceChild(renamed, element);
        _origins[renamed] = _origins.GetValueOrDefault(element, element);
        Changed();
        return renamed;
    }

    /// <summary>The place of an element's start tag; of the nearest ancestor that has one, for elements that the parser made up.</summary>
    public SourcePosition PositionOf(INode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if (node is not IElement element)
            {
                continue;
            }

            if (_source.Format == SourceFormat.Markdown)
            {
                if (PlaceIn(element.Attribute(MarkdownPage.PlaceAttribute)) is { } place)
                {
                    return place;
                }
            }
            else if (_origins.GetValueOrDefault(element, element) is { SourceReference.Position.Index: >= 0 and var index })
            {
                return _lines.PositionAt(index);
            }
        }

        return default;
    }

    /// <summary>The parser of HTML knows MathML without the prefix that XHTML may give it ("mml:mfrac").</summary>
    private static string WithoutMathPrefix(string source)
    {
        foreach (var prefix in (string[])["mml:", "m:", "math:"])
        {
            if (source.Contains("<" + prefix + "math", StringComparison.Ordinal))
            {
                source = source.Replace("<" + prefix, "<", StringComparison.Ordinal).Replace("</" + prefix, "</", StringComparison.Ordinal);
            }
        }

        return source;
    }

    /// <summary>Parses without scripts, without loading anything, and within the limits.</summary>
    /// <returns>Null when a fatal finding was added.</returns>
    public static HtmlPage? Parse(SourceText source, Limits limits, FindingList findings, CancellationToken cancellationToken)
    {
        var text = source.IsXml ? EmptyElements.WriteOut(WithoutMathPrefix(source.Value)) : source.Value;
        var guard = new NestingGuard(limits.Depth);
        text = guard.Apply(text);
        if (guard.HasCut)
        {
            findings.Add(FindingCatalog.NestedTooDeep, limits.Depth.ToString(CultureInfo.InvariantCulture));
        }

        // Unclosed formatting elements are opened again in every block: a page of a megabyte could ask for a hundred million elements.
        // An honest page has far fewer elements than characters.
        var most = Math.Min(limits.Nodes, text.Length + 1000);
        var created = 0;
        var options = new HtmlParserOptions
        {
            MaximumDepth = limits.Depth,
            SkipComments = true,
            OnCreated = (element, position) =>
            {
                // The parser's own way to keep places keeps every tag with its attributes beside the element that has them too.
                ((Element)element).SourceReference = new StartTag(position);
                if (++created > most)
                {
                    throw new TooManyElementsException();
                }

                if ((created & 0xFFF) == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            },
        };

        // The text is decoded. Without this, the first "charset" would make the parser fetch the tables of forty encodings.
        var parser = new HtmlParser(options, BrowsingContext.New(Configuration.Default.Without<EncodingMetaHandler>()));

        try
        {
            return new HtmlPage(parser.ParseDocument(text), source, new LineMap(text));
        }
        catch (TooManyElementsException)
        {
            findings.Add(FindingCatalog.TooManyNodes, source.Name, most.ToString(CultureInfo.InvariantCulture));
            return null;
        }
    }

    private static SourcePosition? PlaceIn(string? value) =>
        value?.Split(':') is [var line, var column] && int.TryParse(line, CultureInfo.InvariantCulture, out var row) && int.TryParse(column, CultureInfo.InvariantCulture, out var start)
            ? new SourcePosition(row, start) : null;

    private sealed class TooManyElementsException : Exception;

    private sealed class StartTag(TextPosition position) : ISourceReference
    {
        public TextPosition Position => position;
    }
}
