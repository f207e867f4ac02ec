using System.Text;
using System.Xml;
using DocBuilder.Documents;
using DocBuilder.Epub.Container;

namespace DocBuilder.Epub.Content;

/// <summary>
/// Writes elements of an XHTML document and keeps account of the language and direction in force, so that
/// <c>lang</c>, <c>xml:lang</c> and <c>dir</c> stand wherever they change and nowhere else.
/// </summary>
internal sealed class XhtmlWriter : IDisposable
{
    /// <summary>The namespace of XHTML.</summary>
    public const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>The namespace of <c>epub:type</c>.</summary>
    public const string EpubOps = "http://www.idpf.org/2007/ops";

    private static readonly HashSet<string> VoidElements = new(StringComparer.Ordinal) { "br", "col", "hr", "img", "link", "meta", "wbr" };

    // Shorter text costs less than to pass it by the framework's writer.
    private const int LeastPassedBy = 32;

    private readonly RentedStream output;
    private readonly XmlWriter xml;
    private readonly Stack<Open> open = new();

    private readonly record struct Open(string Name, string Language, TextDirection Direction);

    /// <summary>Begins a document: the declaration, <c>html</c>, <c>head</c> with title and stylesheet; leaves <c>body</c> open.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="language">The language of the document.</param>
    /// <param name="direction">Its direction.</param>
    /// <param name="title">What <c>title</c> says.</param>
    /// <param name="stylesheet">The address of the stylesheet from this document.</param>
    public XhtmlWriter(RentedStream output, string language, TextDirection direction, string title, string stylesheet)
    {
        this.output = output;
        xml = XmlWriter.Create(output, Settings);
        xml.WriteStartDocument();
        xml.WriteDocType("html", null, null, null);
        Line();
        xml.WriteStartElement("html", Xhtml);
        xml.WriteAttributeString("xmlns", "epub", null, EpubOps);
        open.Push(new Open("html", LanguageTag.Checked(language), direction));
        WriteLanguage(LanguageTag.Checked(language));
        Attribute("dir", Value(direction));
        Line();
        Start("head");
        Line();
        Start("meta").Attribute("charset", "utf-8").End();
        Line();
        Start("title").Text(title).End();
        Line();
        Start("link").Attribute("rel", "stylesheet").Attribute("type", "text/css").Attribute("href", stylesheet).End();
        Line();
        End();
        Line();
        Start("body");
        Line();
    }

    /// <summary>How every XML file of the book is written: UTF-8 without a mark, line feeds, nothing indented that could be text.</summary>
    public static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
        Indent = false,
    };

    /// <summary>The first character that had to be dropped because XML forbids it; null when there was none.</summary>
    public string? DroppedCharacter { get; private set; }

    /// <summary>The direction in force.</summary>
    public TextDirection Direction => open.Peek().Direction;

    /// <summary>The language in force.</summary>
    public string Language => open.Peek().Language;

    /// <summary>Opens an element that is no node's.</summary>
    public XhtmlWriter Start(string name)
    {
        xml.WriteStartElement(name, Xhtml);
        var (_, language, direction) = open.Peek();
        open.Push(new Open(name, language, direction));
        return this;
    }

    /// <summary>Opens an element in a language and direction.</summary>
    public XhtmlWriter Start(string name, string language, TextDirection direction, bool alwaysDirection = false)
    {
        var outer = open.Peek();
        var tag = LanguageTag.Checked(language);
        xml.WriteStartElement(name, Xhtml);
        open.Push(new Open(name, tag, direction));
        if (!string.Equals(tag, outer.Language, StringComparison.Ordinal))
        {
            WriteLanguage(tag);
        }

        if (alwaysDirection || direction != outer.Direction)
        {
            Attribute("dir", Value(direction));
        }

        return this;
    }

    /// <summary>Writes an attribute of the element just opened.</summary>
    public XhtmlWriter Attribute(string name, string value)
    {
        xml.WriteAttributeString(name, Clean(value));
        return this;
    }

    /// <summary>Writes <c>epub:type</c> on the element just opened.</summary>
    public XhtmlWriter EpubType(string value)
    {
        xml.WriteAttributeString("epub", "type", EpubOps, value);
        return this;
    }

    /// <summary>Writes text, escaped.</summary>
    public XhtmlWriter Text(string text)
    {
        var clean = Clean(text);
        if (clean.Length < LeastPassedBy || clean.AsSpan().ContainsAny('<', '>', '&'))
        {
            xml.WriteString(clean);
            return this;
        }

        // The framework's writer would look at every letter whether to escape it. What it wrote before, and the end of the tag, come first.
        xml.WriteString("");
        xml.Flush();
        output.Write(clean);
        return this;
    }

    /// <summary>Writes XML that has been checked already.</summary>
    public XhtmlWriter Node(Action<XmlWriter> write)
    {
        write(xml);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public XhtmlWriter End()
    {
        if (VoidElements.Contains(open.Pop().Name))
        {
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteFullEndElement();
        }

        return this;
    }

    /// <summary>Ends a line between blocks, where white space says nothing.</summary>
    public XhtmlWriter Line()
    {
        xml.WriteWhitespace("\n");
        return this;
    }

    /// <summary>Closes the document.</summary>
    public void Finish()
    {
        while (open.Count > 0)
        {
            End();
            Line();
        }

        xml.WriteEndDocument();
        xml.Flush();
    }

    /// <inheritdoc />
    public void Dispose() => xml.Dispose();

    /// <summary>The value of <c>dir</c>.</summary>
    public static string Value(TextDirection direction) => direction == TextDirection.RightToLeft ? "rtl" : "ltr";

    private void WriteLanguage(string tag)
    {
        xml.WriteAttributeString("lang", tag);
        xml.WriteAttributeString("xml", "lang", null, tag);
    }

    private string Clean(string text)
    {
        var cleaned = XmlText.Clean(text, out var dropped);
        DroppedCharacter ??= dropped;
        return cleaned;
    }
}
