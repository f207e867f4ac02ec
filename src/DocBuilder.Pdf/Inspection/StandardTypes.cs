using System.Collections.Frozen;
using DocBuilder.Documents.Announcements;

namespace DocBuilder.Pdf.Inspection;

/// <summary>What assistive technology takes the standard structure types for (ISO 32000-1 14.8.4, ISO 32000-2 14.8.4).</summary>
internal static class StandardTypes
{
    private static readonly FrozenDictionary<string, AnnouncementRole> Roles = new Dictionary<string, AnnouncementRole>
    {
        ["Document"] = AnnouncementRole.Document,
        ["DocumentFragment"] = AnnouncementRole.Group,
        ["Part"] = AnnouncementRole.Group,
        ["Art"] = AnnouncementRole.Group,
        ["Sect"] = AnnouncementRole.Group,
        ["Div"] = AnnouncementRole.Group,
        ["Aside"] = AnnouncementRole.Group,
        ["NonStruct"] = AnnouncementRole.Group,
        ["Private"] = AnnouncementRole.Group,
        ["Index"] = AnnouncementRole.Group,
        ["BlockQuote"] = AnnouncementRole.BlockQuotation,
        ["TOC"] = AnnouncementRole.Contents,
        ["TOCI"] = AnnouncementRole.ListItem,
        ["Title"] = AnnouncementRole.Paragraph,
        ["P"] = AnnouncementRole.Paragraph,
        ["L"] = AnnouncementRole.List,
        ["LI"] = AnnouncementRole.ListItem,
        ["Lbl"] = AnnouncementRole.Label,
        ["LBody"] = AnnouncementRole.ListBody,
        ["Table"] = AnnouncementRole.Table,
        ["THead"] = AnnouncementRole.RowGroup,
        ["TBody"] = AnnouncementRole.RowGroup,
        ["TFoot"] = AnnouncementRole.RowGroup,
        ["TR"] = AnnouncementRole.Row,
        ["TH"] = AnnouncementRole.HeaderCell,
        ["TD"] = AnnouncementRole.Cell,
        ["Caption"] = AnnouncementRole.Caption,
        ["Figure"] = AnnouncementRole.Figure,
        ["Formula"] = AnnouncementRole.Formula,
        ["Form"] = AnnouncementRole.Field,
        ["Link"] = AnnouncementRole.Link,
        ["Annot"] = AnnouncementRole.Span,
        ["Reference"] = AnnouncementRole.Span,
        ["Note"] = AnnouncementRole.Note,
        ["FENote"] = AnnouncementRole.Note,
        ["Quote"] = AnnouncementRole.Quotation,
        ["Code"] = AnnouncementRole.Code,
        ["BibEntry"] = AnnouncementRole.Span,
        ["Span"] = AnnouncementRole.Span,
        ["Em"] = AnnouncementRole.Span,
        ["Strong"] = AnnouncementRole.Span,
        ["Sub"] = AnnouncementRole.Span,
        ["Ruby"] = AnnouncementRole.Span,
        ["RB"] = AnnouncementRole.Span,
        ["RT"] = AnnouncementRole.Span,
        ["RP"] = AnnouncementRole.Span,
        ["Warichu"] = AnnouncementRole.Span,
        ["WT"] = AnnouncementRole.Span,
        ["WP"] = AnnouncementRole.Span,
    }.ToFrozenDictionary();

    /// <summary>Whether the type is one of the standard's, headings of every level among them.</summary>
    public static bool Has(string type) => Roles.ContainsKey(type) || HeadingLevel(type) > 0;

    /// <summary>What the type is taken for; a type that nobody knows is a group.</summary>
    public static AnnouncementRole Role(string type) =>
        HeadingLevel(type) > 0 ? AnnouncementRole.Heading : Roles.GetValueOrDefault(type, AnnouncementRole.Group);

    /// <summary>Whether the type is a part of the lines of a paragraph, not set apart from them.</summary>
    public static bool IsInline(string type) => Role(type) is AnnouncementRole.Span or AnnouncementRole.Link or AnnouncementRole.Quotation or AnnouncementRole.Code;

    /// <summary>The level of <c>H1</c> and on; 1 for <c>H</c>, whose level only its depth tells; 0 for all else.</summary>
    public static int HeadingLevel(string type) => type switch
    {
        "H" => 1,
        ['H', >= '1' and <= '9', ..] when type.Length <= 4 && int.TryParse(type.AsSpan(1), System.Globalization.NumberStyles.None, null, out var level) => level,
        _ => 0,
    };
}
