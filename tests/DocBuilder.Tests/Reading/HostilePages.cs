using System.Text;
using CsCheck;

namespace DocBuilder.Tests.Reading;

/// <summary>Makes sources that nobody would write: elements in any order, and pages of the corpus with pieces cut, doubled, swapped and spoilt.</summary>
internal static class HostilePages
{
    private static readonly string[] Names = ["a.html", "a.html", "a.html", "a.xhtml", "a.md", "a.txt", "a.mhtml"];

    private static readonly string[] Elements =
    [
        "p", "div", "span", "b", "i", "a", "h1", "h2", "h3", "h5", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figure", "figcaption",
        "img", "picture", "source", "blockquote", "pre", "code", "sup", "sub", "q", "bdi", "bdo", "ruby", "rt", "rp", "math", "mi", "mfrac", "svg", "g", "title", "details", "summary", "aside",
        "article", "main", "section", "nav", "header", "footer", "form", "input", "select", "option", "button", "br", "hr", "wbr", "font", "center", "noscript", "template", "script", "style",
        "iframe", "video", "frameset", "body", "html", "head", "meta", "base", "link", "textarea", "plaintext", "x-y", "time", "abbr", "dialog", "label",
    ];

    private static readonly string[] Attributes =
    [
        "id=a", "id=b", "id=fn1", "href=#a", "href=#fn1", "href='javascript:x'", "href='https://a.example/?a=1&b'", "name=a", "class=poem", "class=footnotes", "class=footnote-ref", "class='share related'",
        "class=tr-caption-container", "class=caption", "role=doc-noteref", "role=doc-footnote", "role=list", "role=listitem", "role=table", "role=row", "role=cell", "role=columnheader", "role=heading",
        "role=none", "role=img", "role=doc-pagebreak", "epub:type=pagebreak", "aria-label=x", "aria-labelledby='a b'", "aria-describedby=a", "aria-level=9", "lang=ar", "lang=he", "lang='?'", "lang=", "dir=rtl", "dir=ltr", "dir=auto", "hidden", "aria-hidden=true",
        "style='display:none'", "style='direction:rtl;font-weight:bold'", "colspan=3", "rowspan=2", "colspan=99999", "rowspan=0", "headers='a b'", "scope=row", "start=-5", "reversed", "type=i", "value=99999999999",
        "src=x.png", "src='data:image/png;base64,AAAA'", "srcset='a.png 1x, b.png 2x'", "alt=x", "alt=''", "longdesc=#a", "title=x", "datetime=2026-01-01", "data-mfn=1", "itemprop=author", "property=og:title", "content='x'",
        "http-equiv=content-type", "charset=windows-1256", "display=block", "border=1",
    ];

    private static readonly string[] Words =
    [
        "word ", "a longer run of English words for the guess of languages, and then more. ", "كلمات عربية في سطر، ", "این متن فارسی است و از آن ", "מילים בעברית של ", "ןורחא םולש ", "\uFEDF\uFEE0\uFE92", "ﷺ", "1", "١", "[1]", "*", "***", "    ",
        "\n", "\n\n", "\t", "&nbsp;", "&amp;", "&#0;", "&#xD800;", "&#65275;", "&bogus;", "<", ">", "&", "\"", "<!-- ", " -->", "<![CDATA[", "]]>", "<?x ", "\u202E", "\u2066", "\u200C", "\uFEFF", "\uE000", "Ø§Ù„", "\U0001F600", "\0",
        "# ", "- ", "1. ", "| a | b |\n|---|---|\n", "[^1]", "\n[^1]: x\n", "---\n", "```\n", "> ", ": ", "[x](y)", "![x](y)", "{.a #b}", "Content-Type: multipart/related; boundary=b\n\n--b\n", "MIME-Version: 1.0\n",
    ];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (5, Gen.Select(Gen.OneOfConst(Elements), Gen.OneOfConst(Attributes).Array[0, 3], static (name, attributes) => $"<{name} {string.Join(' ', attributes)}>")),
        (3, Gen.OneOfConst(Elements).Select(static name => $"</{name}>")),
        (4, Gen.OneOfConst(Words)),
        (1, Gen.Select(Gen.OneOfConst(Elements), Gen.Int[2, 40], static (name, count) => string.Concat(Enumerable.Repeat($"<{name}>", count)))));

    /// <summary>A name and the bytes to be read under it.</summary>
    /// <param name="corpus">Whole files to spoil.</param>
    public static Gen<(string Name, byte[] Bytes)> All(byte[][] corpus) => Gen.Frequency(
        (3, Gen.Select(Gen.OneOfConst(Names), Piece.Array[0, 80], static (name, pieces) => (name, Encoding.UTF8.GetBytes(string.Concat(pieces))))),
        (4, Gen.Select(Gen.OneOfConst(Names), Gen.OneOfConst(corpus), Mutation.Array[1, 12], static (name, file, mutations) => (name, mutations.Aggregate(file, static (bytes, mutation) => mutation.Apply(bytes))))),
        (1, Gen.Select(Gen.OneOfConst(Names), Gen.Byte.Array[0, 400], static (name, bytes) => (name, bytes))));

    private static Gen<Change> Mutation { get; } = Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[1, 200], Piece, static (kind, at, to, length, piece) => new Change(kind, at, to, length, piece));

    private sealed record Change(int Kind, double At, double To, int Length, string Piece)
    {
        public byte[] Apply(byte[] bytes)
        {
            var at = (int)(At * bytes.Length);
            var to = (int)(To * bytes.Length);
            var end = Math.Min(bytes.Length, at + Length);
            return Kind switch
            {
                0 => [.. bytes[..at], .. bytes[end..]],
                1 => [.. bytes[..to], .. bytes[at..end], .. bytes[to..]],
                2 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(Piece), .. bytes[at..]],
                3 => [.. bytes[..at], .. bytes[at..end].Select(b => (byte)(b ^ Length)), .. bytes[end..]],
                _ => bytes[..at],
            };
        }
    }
}
