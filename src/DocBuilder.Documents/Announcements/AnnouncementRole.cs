namespace DocBuilder.Documents.Announcements;

/// <summary>What a screen reader takes an element for, whatever the format calls it: <c>H2</c> of a PDF and <c>h2</c> of an EPUB are the same.</summary>
public enum AnnouncementRole
{
    /// <summary>The whole, or one document of a book.</summary>
    Document,

    /// <summary>A part, section or plain group; announced only by what is in it.</summary>
    Group,

    /// <summary>A heading; <see cref="Announcement.Level"/> says of which level.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A list, numbered, marked, or of terms and descriptions.</summary>
    List,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>The number or mark of an item or note, or a term that is described.</summary>
    Label,

    /// <summary>What an item says after its label, or the description of a term.</summary>
    ListBody,

    /// <summary>A table.</summary>
    Table,

    /// <summary>Rows that belong together: head, body or foot.</summary>
    RowGroup,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A cell that heads a row, a column or both.</summary>
    HeaderCell,

    /// <summary>A cell of a table.</summary>
    Cell,

    /// <summary>The caption of a table or figure.</summary>
    Caption,

    /// <summary>A picture, or a figure with its caption; <see cref="Announcement.Alternative"/> says what it shows.</summary>
    Figure,

    /// <summary>A formula.</summary>
    Formula,

    /// <summary>A link; <see cref="Announcement.Target"/> says where it leads.</summary>
    Link,

    /// <summary>What calls a note.</summary>
    NoteReference,

    /// <summary>A footnote or endnote.</summary>
    Note,

    /// <summary>A quotation that stands by itself.</summary>
    BlockQuotation,

    /// <summary>A quotation inside a line.</summary>
    Quotation,

    /// <summary>Code.</summary>
    Code,

    /// <summary>An abbreviation; <see cref="Announcement.Expansion"/> says what it stands for.</summary>
    Abbreviation,

    /// <summary>Words inside a line that differ from those around them, such as in their language.</summary>
    Span,

    /// <summary>A table of contents.</summary>
    Contents,

    /// <summary>The place where a page of print begins; <see cref="Announcement.Page"/> says which.</summary>
    PageBreak,

    /// <summary>A change of subject without a heading.</summary>
    Separator,

    /// <summary>A field of a form.</summary>
    Field,

    /// <summary>Words, without an element of their own.</summary>
    Text,
}
