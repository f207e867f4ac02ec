using System.Collections.Frozen;
using DocBuilder.Documents.Announcements;

namespace DocBuilder.Epub.Inspection;

/// <summary>What the elements of XHTML, the roles of ARIA and DPUB-ARIA, and the types of EPUB are taken for.</summary>
internal static class XhtmlElements
{
    private static readonly FrozenDictionary<string, AnnouncementRole> Elements = new Dictionary<string, AnnouncementRole>
    {
        ["address"] = AnnouncementRole.Group,
        ["article"] = AnnouncementRole.Group,
        ["aside"] = AnnouncementRole.Group,
        ["blockquote"] = AnnouncementRole.BlockQuotation,
        ["body"] = AnnouncementRole.Group,
        ["caption"] = AnnouncementRole.Caption,
        ["center"] = AnnouncementRole.Group,
        ["code"] = AnnouncementRole.Code,
        ["dd"] = AnnouncementRole.ListBody,
        ["del"] = AnnouncementRole.Span,
        ["details"] = AnnouncementRole.Group,
        ["div"] = AnnouncementRole.Group,
        ["dl"] = AnnouncementRole.List,
        ["dt"] = AnnouncementRole.Label,
        ["fieldset"] = AnnouncementRole.Group,
        ["figcaption"] = AnnouncementRole.Caption,
        ["figure"] = AnnouncementRole.Group,
        ["footer"] = AnnouncementRole.Group,
        ["form"] = AnnouncementRole.Group,
        ["h1"] = AnnouncementRole.Heading,
        ["h2"] = AnnouncementRole.Heading,
        ["h3"] = AnnouncementRole.Heading,
        ["h4"] = AnnouncementRole.Heading,
        ["h5"] = AnnouncementRole.Heading,
        ["h6"] = AnnouncementRole.Heading,
        ["header"] = AnnouncementRole.Group,
        ["hgroup"] = AnnouncementRole.Group,
        ["hr"] = AnnouncementRole.Separator,
        ["img"] = AnnouncementRole.Figure,
        ["ins"] = AnnouncementRole.Span,
        ["li"] = AnnouncementRole.ListItem,
        ["main"] = AnnouncementRole.Group,
        ["math"] = AnnouncementRole.Formula,
        ["nav"] = AnnouncementRole.Group,
        ["ol"] = AnnouncementRole.List,
        ["p"] = AnnouncementRole.Paragraph,
        ["pre"] = AnnouncementRole.Code,
        ["q"] = AnnouncementRole.Quotation,
        ["rt"] = AnnouncementRole.Span,
        ["section"] = AnnouncementRole.Group,
        ["summary"] = AnnouncementRole.Paragraph,
        ["svg"] = AnnouncementRole.Figure,
        ["table"] = AnnouncementRole.Table,
        ["tbody"] = AnnouncementRole.RowGroup,
        ["td"] = AnnouncementRole.Cell,
        ["tfoot"] = AnnouncementRole.RowGroup,
        ["th"] = AnnouncementRole.HeaderCell,
        ["thead"] = AnnouncementRole.RowGroup,
        ["tr"] = AnnouncementRole.Row,
        ["ul"] = AnnouncementRole.List,
        ["input"] = AnnouncementRole.Field,
        ["select"] = AnnouncementRole.Field,
        ["textarea"] = AnnouncementRole.Field,
        ["button"] = AnnouncementRole.Field,
    }.ToFrozenDictionary();

    // Roles and types go before the element that carries them.
    private static readonly FrozenDictionary<string, AnnouncementRole> Semantics = new Dictionary<string, AnnouncementRole>
    {
        ["doc-pagebreak"] = AnnouncementRole.PageBreak,
        ["pagebreak"] = AnnouncementRole.PageBreak,
        ["doc-noteref"] = AnnouncementRole.NoteReference,
        ["noteref"] = AnnouncementRole.NoteReference,
        ["doc-cover"] = AnnouncementRole.Figure,
        ["doc-footnote"] = AnnouncementRole.Note,
        ["footnote"] = AnnouncementRole.Note,
        ["doc-endnote"] = AnnouncementRole.Note,
        ["endnote"] = AnnouncementRole.Note,
        ["rearnote"] = AnnouncementRole.Note,
        ["doc-toc"] = AnnouncementRole.Contents,
        ["toc"] = AnnouncementRole.Contents,
        ["heading"] = AnnouncementRole.Heading,
        ["img"] = AnnouncementRole.Figure,
        ["math"] = AnnouncementRole.Formula,
        ["list"] = AnnouncementRole.List,
        ["listitem"] = AnnouncementRole.ListItem,
        ["separator"] = AnnouncementRole.Separator,
        ["none"] = AnnouncementRole.Group,
        ["presentation"] = AnnouncementRole.Group,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Silent = new[] { "head", "script", "style", "template", "rp", "annotation", "annotation-xml", "metadata" }.ToFrozenSet();

    /// <summary>Nothing of these is read aloud.</summary>
    public static bool IsSilent(string name) => Silent.Contains(name);

    /// <summary>What an element is taken for; null for one that only sets its words off, such as <c>em</c>.</summary>
    public static AnnouncementRole? Role(string name) => Elements.TryGetValue(name, out var role) ? role : null;

    /// <summary>What the roles and types of an element make of it.</summary>
    /// <param name="semantics">The values of <c>role</c> and <c>epub:type</c>, the role first.</param>
    /// <param name="token">The one that decides.</param>
    public static AnnouncementRole? RoleOf(string semantics, out string? token)
    {
        foreach (var word in semantics.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Semantics.TryGetValue(word, out var role))
            {
                token = word;
                return role;
            }
        }

        token = null;
        return null;
    }

    /// <summary>Whether white space by itself means nothing in it.</summary>
    public static bool HasNoWords(AnnouncementRole role) => role is AnnouncementRole.Document or AnnouncementRole.Group or AnnouncementRole.List or AnnouncementRole.Table
        or AnnouncementRole.RowGroup or AnnouncementRole.Row or AnnouncementRole.BlockQuotation or AnnouncementRole.Contents or AnnouncementRole.Figure;
}
