using AngleSharp.Dom;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>What calls to notes, notes, and links back look like.</summary>
internal static class NoteShapes
{
    private static readonly string[] NoteIds = ["fn", "ftn", "_ftn", "footnote", "note", "endnote", "_edn", "edn", "cite_note", "sdfootnote", "sdendnote", "هامش", "حاشية"];

    /// <summary>Whether a link calls for a note.</summary>
    public static bool IsReference(IElement link, IElement target, DocumentOrder order)
    {
        var outer = OutermostOf(link);
        if (Tokens.HasRole(link, "doc-noteref", "noteref", "doc-biblioref") || Tokens.HasRole(outer, "doc-noteref", "noteref"))
        {
            return true;
        }

        if (!order.IsBefore(link, target) || link.Contains(target) || target.Contains(link))
        {
            return false;
        }

        var isMarked = Tokens.HasClass(link, "footnote-ref", "footnoteref", "fn-ref", "noteref", "note-ref", "footnote", "sdfootnoteanc", "sdendnoteanc")
            || Tokens.HasClass(outer, "reference", "footnote-ref", "fn", "noteref", "footnote-reference", "footnote");
        if (!IsShortMark(LabelOf(link)))
        {
            return isMarked && IsNoteElement(target);
        }

        var isRaised = outer.LocalName == "sup" || IsAmongMarks(link) || link.QuerySelector("sup") is not null
            || InlineStyles.Value(link.Attribute("style"), "vertical-align") == "super";
        var isBracketed = TextCleaner.Fold(link.TextContent) is ['[' or '(', .., ']' or ')'];
        return isMarked || IsNoteElement(target)
            || ((isRaised || isBracketed) && BodyOf(target) is { } body && !IsExhibit(body) && (isRaised || BeginsWith(body, LabelOf(link)) || LeadsBack(body, outer)));
    }

    /// <summary>Whether a link stands with others in a superscript of nothing but marks: "1, 2", "1–3".</summary>
    private static bool IsAmongMarks(IElement link) =>
        link.ParentElement is { LocalName: "sup" } raised && raised.Children.Length > 1 && raised.Children.All(static child => child.LocalName == "a" && IsShortMark(LabelOf(child)))
        && raised.ChildNodes.All(static node => node is not IText text || !text.Data.Any(char.IsLetterOrDigit));

    /// <summary>Formulas, tables and figures have numbers too, and texts name them by those.</summary>
    private static bool IsExhibit(IElement body) =>
        Tokens.HasClass(body, "equation", "formula", "math", "theorem", "figure", "table") || body.QuerySelector("math[display=block], table, figure, pre") is not null;

    /// <summary>A list of sources is read as a list, unless its items lead back to where they are cited.</summary>
    private static bool LeadsBack(IElement body, IElement call) =>
        (call.Attribute("id") ?? call.ParentElement?.Attribute("id")) is { Length: > 0 } id
        && Subtree.First(body, element => element.LocalName == "a" && element.Attribute("href")?.EndsWith('#' + id, StringComparison.Ordinal) == true) is not null;

    private static bool BeginsWith(IElement body, string label) => LengthOfMark(body.TextContent, label, isNumbered: false) > 0;

    /// <summary>Whether a link is a short raised mark.</summary>
    public static bool LooksLikeCall(IElement link) =>
        IsShortMark(LabelOf(link)) && (OutermostOf(link).LocalName == "sup" || link.QuerySelector("sup") is not null);

    /// <summary>Whether an element says of itself that it is a note.</summary>
    private static bool IsNoteElement(IElement target) =>
        Tokens.HasRole(target, "doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote", "note")
        || Tokens.HasClass(target, "footnote", "endnote", "footnote-item")
        || HasNoteId(target)
        || target.Closest("[role=doc-endnotes], .footnotes, .wp-block-footnotes, .references, .endnotes, .footnote-list") is not null;

    private static bool HasNoteId(IElement element)
    {
        var id = element.Id ?? element.Attribute("name") ?? "";
        foreach (var start in NoteIds)
        {
            if (id.StartsWith(start, StringComparison.OrdinalIgnoreCase) && !id.Contains("ref", StringComparison.OrdinalIgnoreCase)
                && (id.Length == start.Length || !char.IsAsciiLetter(id[start.Length])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The element that holds the note whose id stands on an element; null when that cannot be a note.</summary>
    public static IElement? BodyOf(IElement target)
    {
        for (IElement? at = target; at is not null; at = at.ParentElement)
        {
            switch (at.LocalName)
            {
                case "li" or "p" or "aside" or "dd" or "div":
                    return at.QuerySelector("h1, h2, main, article") is null ? at : null;
                case "section" when Tokens.HasRole(at, "doc-footnote", "doc-endnote", "footnote", "endnote"):
                    return at;
                case "a" or "span" or "sup" or "small" or "b" or "strong" or "i" or "em" or "cite" or "bdi":
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether a link leads from a note back to its call.</summary>
    public static bool IsBackLink(IElement link)
    {
        if (Tokens.HasRole(link, "doc-backlink")
            || Tokens.HasClass(link, "footnote-back", "footnote-backref", "reversefootnote", "mw-cite-backlink", "fn-back", "footnote-return"))
        {
            return true;
        }

        var text = link.TextContent.AsSpan().Trim();
        return link.LocalName == "a" && text.Length is > 0 and <= 3 && text[0] is '↩' or '↑' or '⤴' or '⏎' or '↵' or '^' or '⬆' or '⇑' or '↥';
    }

    /// <summary>The superscript around a call, when it holds nothing else; else the link itself.</summary>
    public static IElement OutermostOf(IElement link)
    {
        var outermost = link;
        while (outermost.ParentElement is { LocalName: "sup" or "span" or "small" or "b" or "bdi" } parent
            && IsOnlyMark(parent.TextContent, link.TextContent) && parent.QuerySelectorAll("a").Length == 1)
        {
            outermost = parent;
        }

        // A span around nothing but the link is not part of the mark unless a superscript is.
        for (var at = outermost; at != link; at = at.QuerySelector("*")!)
        {
            if (at.LocalName == "sup" || Tokens.HasClass(at, "reference", "footnote-ref", "fn", "noteref") || Tokens.HasRole(at, "doc-noteref"))
            {
                return at;
            }

            if (at.FirstElementChild is null)
            {
                break;
            }
        }

        return link;
    }

    private static bool IsOnlyMark(string outer, string inner) =>
        TextCleaner.Fold(outer).Trim('[', ']', '(', ')', ' ') == TextCleaner.Fold(inner).Trim('[', ']', '(', ')', ' ');

    /// <summary>The mark without brackets and spaces.</summary>
    public static string LabelOf(IElement reference) =>
        TextCleaner.Fold(reference.TextContent).Trim('[', ']', '(', ')', '{', '}', '﴾', '﴿', ' ', '\u200B', '\u2060', '\u00A0', '\uFE0E', '\uFE0F');

    /// <summary>Whether two marks say the same, whatever their digits and brackets.</summary>
    public static bool SameLabel(string mark, string label) =>
        ToLatinDigits(TextCleaner.Fold(mark).Trim('[', ']', '(', ')', '.', ':', ' ', '-')) == ToLatinDigits(label);

    /// <summary>How much of a note's text is its mark with what sets it off; 0 when it begins otherwise.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">The mark.</param>
    /// <param name="isNumbered">Whether the note's number is generated, so that a bare number is part of its words.</param>
    public static int LengthOfMark(string text, string label, bool isNumbered)
    {
        var at = SkipSpace(text, 0);
        var isOpened = at < text.Length && text[at] is '[' or '(';
        at += isOpened ? 1 : 0;
        if (at + label.Length > text.Length || ToLatinDigits(text.Substring(at, label.Length)) != ToLatinDigits(label))
        {
            return 0;
        }

        at += label.Length;
        var isClosed = at < text.Length && text[at] is ']' or ')' or '.' or ':' or '-' or '–' or 'ـ';
        var isSetOff = isClosed || (!isNumbered && (at == text.Length || char.IsWhiteSpace(text[at])));
        if (!isSetOff || (isNumbered && !isOpened && isClosed && at + 1 < text.Length && char.IsDigit(text[at + 1])))
        {
            return 0;
        }

        while (at < text.Length && (text[at] is ']' or ')' or '.' or ':' or '-' or '–' or 'ـ' || char.IsWhiteSpace(text[at])))
        {
            at++;
        }

        return at;
    }

    // Numbers of up to four digits, a letter, or one to three signs.
    private static bool IsShortMark(string label)
    {
        if (label.Length is 0 or > 4)
        {
            return false;
        }

        return label.All(char.IsDigit) || label.All(static c => c is '*' or '†' or '‡' or '§' or '¶' or '#' or '٭' or '※') || label.Length == 1;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static string ToLatinDigits(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = source[i] switch
            {
                >= '\u0660' and <= '\u0669' => (char)(source[i] - '\u0660' + '0'),
                >= '\u06F0' and <= '\u06F9' => (char)(source[i] - '\u06F0' + '0'),
                var c => c,
            };
        }
    });
}
