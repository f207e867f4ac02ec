using DocBuilder.Documents;

namespace DocBuilder.Tests.Epub;

/// <summary>Small documents, Arabic unless said.</summary>
internal static class Model
{
    public const TextDirection Rtl = TextDirection.RightToLeft;
    public const TextDirection Ltr = TextDirection.LeftToRight;

    public static Metadata Metadata { get; } = new() { Title = "العنوان", Identifier = "urn:uuid:00000000-0000-5000-8000-000000000000" };

    public static Document Article(params Block[] blocks) => Document([Heading(1, "العنوان"), .. blocks]);

    public static Document Document(params Block[] blocks) =>
        new() { Language = "ar", Direction = Rtl, Metadata = Metadata, Numbering = NumberingSystem.ArabicIndic, Blocks = [.. blocks] };

    public static Text Text(string value, string language = "ar") => new() { Language = language, Direction = DirectionOf(language), Value = value };

    public static Heading Heading(int level, string words, string? anchor = null) =>
        new() { Language = "ar", Direction = Rtl, Level = level, Inlines = [Text(words)], Anchor = anchor };

    public static Paragraph Paragraph(string words) => Paragraph(Text(words));

    public static Paragraph Paragraph(params Inline[] inlines) => new() { Language = "ar", Direction = Rtl, Inlines = [.. inlines] };

    public static Paragraph English(params Inline[] inlines) => new() { Language = "en", Direction = Ltr, Inlines = [.. inlines] };

    public static Styled Styled(InlineStyle style, params Inline[] inlines) => new() { Language = "ar", Direction = Rtl, Style = style, Inlines = [.. inlines] };

    public static Span Isolate(string language, string words, BidiIsolation bidi = BidiIsolation.Isolate) =>
        new() { Language = language, Direction = DirectionOf(language), Bidi = bidi, Inlines = [Text(words, language)] };

    public static Link Link(string target, params Inline[] inlines) => new() { Language = "ar", Direction = Rtl, Target = target, Inlines = [.. inlines] };

    public static NoteReference Reference(string anchor, string label) => new() { Language = "ar", Direction = Rtl, NoteAnchor = anchor, Label = label };

    public static Note Note(string anchor, string label, params Block[] blocks) => new() { Language = "ar", Direction = Rtl, Anchor = anchor, Label = label, Blocks = [.. blocks] };

    public static NoteList Notes(params Note[] notes) => new() { Language = "ar", Direction = Rtl, Notes = [.. notes] };

    public static List List(ListMarker marker, params (int Ordinal, Block[] Blocks)[] items) => new()
    {
        Language = "ar",
        Direction = Rtl,
        Marker = marker,
        Items = [.. items.Select(item => new ListItem { Language = "ar", Direction = Rtl, Ordinal = item.Ordinal, Blocks = [.. item.Blocks] })],
    };

    public static List Numbered(params int[] ordinals) => List(ListMarker.Decimal, [.. ordinals.Select(ordinal => (ordinal, new Block[] { Paragraph("بند") }))]);

    public static DescriptionItem Term(string words, bool isTerm = true) => new() { Language = "ar", Direction = Rtl, IsTerm = isTerm, Blocks = [Paragraph(words)] };

    public static DescriptionList Terms(params DescriptionItem[] items) => new() { Language = "ar", Direction = Rtl, Items = [.. items] };

    public static VerseLine Line(params string[] hemistichs) => new()
    {
        Language = "ar",
        Direction = Rtl,
        Hemistichs = [.. hemistichs.Select(words => new Hemistich { Language = "ar", Direction = Rtl, Inlines = [Text(words)] })],
    };

    public static Verse Verse(params VerseLine[] lines) => new() { Language = "ar", Direction = Rtl, Lines = [.. lines] };

    public static TableCell Cell(int column, string words, TableHeaderScope scope = TableHeaderScope.None) =>
        new() { Language = "ar", Direction = Rtl, Column = column, Scope = scope, Blocks = words.Length == 0 ? [] : [Paragraph(words)] };

    public static TableRow Row(params TableCell[] cells) => new() { Language = "ar", Direction = Rtl, Cells = [.. cells] };

    public static TableRowGroup Group(TableRowGroupKind kind, params TableRow[] rows) => new() { Language = "ar", Direction = Rtl, Kind = kind, Rows = [.. rows] };

    public static Table Table(int columns, params TableRowGroup[] groups) => new() { Language = "ar", Direction = Rtl, ColumnCount = columns, Groups = [.. groups] };

    public static ImageResource Picture(string name = "صورة.JPG", string mediaType = "image/jpeg", byte[]? bytes = null) => new(name, mediaType, bytes ?? [0xFF, 0xD8], 4, 3);

    public static Image Image(ImageResource? resource, string alternative, bool isDecorative = false) =>
        new() { Language = "ar", Direction = Rtl, Resource = resource, AlternativeText = alternative, IsDecorative = isDecorative };

    public static ImageBlock Block(Image image) => new() { Language = "ar", Direction = Rtl, Image = image };

    public static MathExpression Formula(string mathMl, string words) => new() { Language = "ar", Direction = Rtl, MathMl = mathMl, AlternativeText = words };

    private static TextDirection DirectionOf(string language) => language is "ar" or "fa" or "ur" or "he" ? Rtl : Ltr;
}
