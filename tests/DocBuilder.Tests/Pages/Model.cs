using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Tests.Pages;

/// <summary>Makes small documents in few words.</summary>
internal static class Model
{
    public static Document Document(params Block[] blocks) => new()
    {
        Language = "ar",
        Direction = TextDirection.RightToLeft,
        Metadata = new Metadata { Title = "عنوان", Identifier = "urn:uuid:00000000-0000-8000-8000-000000000000" },
        Numbering = NumberingSystem.ArabicIndic,
        Blocks = [Heading(1, "عنوان"), .. blocks],
    };

    public static Heading Heading(int level, string words) =>
        new() { Language = "ar", Direction = TextDirection.RightToLeft, Level = level, Inlines = [Text(words)] };

    public static Paragraph Paragraph(string words, string language = "ar") => Paragraph([Text(words, language)], language);

    public static Paragraph Paragraph(ImmutableArray<Inline> inlines, string language = "ar") =>
        new() { Language = language, Direction = DirectionOf(language), Inlines = inlines };

    public static Text Text(string words, string language = "ar") =>
        new() { Language = language, Direction = DirectionOf(language), Value = words };

    public static Styled Styled(InlineStyle style, params Inline[] inlines) =>
        new() { Language = "ar", Direction = TextDirection.RightToLeft, Style = style, Inlines = [.. inlines] };

    public static Link Link(string target, params Inline[] inlines) =>
        new() { Language = "ar", Direction = TextDirection.RightToLeft, Target = target, Inlines = [.. inlines] };

    public static TableCell Cell(int column, string words, TableHeaderScope scope = TableHeaderScope.None, int rowSpan = 1) => new()
    {
        Language = "ar",
        Direction = TextDirection.RightToLeft,
        Column = column,
        Scope = scope,
        RowSpan = rowSpan,
        Blocks = [Paragraph(words)],
    };

    public static TableRow Row(params TableCell[] cells) =>
        new() { Language = "ar", Direction = TextDirection.RightToLeft, Cells = [.. cells] };

    public static TableRowGroup Group(TableRowGroupKind kind, params TableRow[] rows) =>
        new() { Language = "ar", Direction = TextDirection.RightToLeft, Kind = kind, Rows = [.. rows] };

    public static Table Table(int columns, params TableRowGroup[] groups) =>
        new() { Language = "ar", Direction = TextDirection.RightToLeft, ColumnCount = columns, Groups = [.. groups] };

    private static TextDirection DirectionOf(string language) =>
        language is "ar" or "fa" or "ur" or "he" ? TextDirection.RightToLeft : TextDirection.LeftToRight;
}
