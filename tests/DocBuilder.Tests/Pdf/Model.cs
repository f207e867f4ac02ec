using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Pdf;
using DocBuilder.Pdf.Profiles;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Tests.Pdf;

/// <summary>Makes small documents without ceremony.</summary>
internal sealed class Model(string language, TextDirection direction)
{
    public static Model Arabic { get; } = new("ar", TextDirection.RightToLeft);

    public static Model English { get; } = new("en", TextDirection.LeftToRight);

    public static Metadata Metadata(string title) => new() { Title = title, Identifier = "urn:uuid:00000000-0000-0000-0000-000000000001" };

    public Document Document(params Block[] blocks) => new()
    {
        Language = language,
        Direction = direction,
        Metadata = Metadata(blocks is [DocBuilder.Documents.Heading { Inlines: [DocBuilder.Documents.Text title] }, ..] ? title.Value : "Title"),
        Numbering = language == "ar" ? NumberingSystem.ArabicIndic : NumberingSystem.Latin,
        Blocks = [.. blocks],
    };

    public Text Text(string value) => new() { Language = language, Direction = direction, Value = value };

    public Heading Heading(int level, string text) =>
        new() { Language = language, Direction = direction, Level = level, Inlines = [Text(text)] };

    public Paragraph Paragraph(string text) => Paragraph(Text(text));

    public Paragraph Paragraph(params Inline[] inlines) => new() { Language = language, Direction = direction, Inlines = [.. inlines] };

    public List List(ListMarker marker, params Block[][] items) => new()
    {
        Language = language,
        Direction = direction,
        Marker = marker,
        Items = [.. items.Select((blocks, i) => new ListItem { Language = language, Direction = direction, Ordinal = i + 1, Blocks = [.. blocks] })],
    };

    public Span Span(params Inline[] inlines) => new() { Language = language, Direction = direction, Inlines = [.. inlines] };

    public Styled Styled(InlineStyle style, params Inline[] inlines) =>
        new() { Language = language, Direction = direction, Style = style, Inlines = [.. inlines] };

    public Link Link(string target, params Inline[] inlines) =>
        new() { Language = language, Direction = direction, Target = target, Inlines = [.. inlines] };

    public NoteReference NoteReference(string anchor, string label) =>
        new() { Language = language, Direction = direction, NoteAnchor = anchor, Label = label };

    public NoteList Notes(params (string Anchor, string Label, string Text)[] notes) => new()
    {
        Language = language,
        Direction = direction,
        Notes = [.. notes.Select(note => new Note
        {
            Language = language, Direction = direction, Anchor = note.Anchor, Label = note.Label, Blocks = [Paragraph(note.Text)],
        })],
    };

    public Image Image(ImageResource? resource, string alternativeText) =>
        new() { Language = language, Direction = direction, Resource = resource, AlternativeText = alternativeText, IsDecorative = alternativeText.Length == 0 };

    public Figure Figure(Image image, string caption) => new()
    {
        Language = language,
        Direction = direction,
        Blocks = [new ImageBlock { Language = language, Direction = direction, Image = image }],
        Caption = caption.Length == 0 ? [] : [Paragraph(caption)],
    };

    public BlockQuote Quote(params Block[] blocks) => new() { Language = language, Direction = direction, Blocks = [.. blocks] };

    public CodeBlock Code(string text) => new() { Language = language, Direction = TextDirection.LeftToRight, Inlines = [Text(text)] };

    public Verse Verse(params string[][] lines) => new()
    {
        Language = language,
        Direction = direction,
        Lines = [.. lines.Select(line => new VerseLine
        {
            Language = language,
            Direction = direction,
            Hemistichs = [.. line.Select(half => new Hemistich { Language = language, Direction = direction, Inlines = [Text(half)] })],
        })],
    };

    public DescriptionList Descriptions(params (string Term, string Description)[] items) => new()
    {
        Language = language,
        Direction = direction,
        Items = [.. items.SelectMany(item => new[]
        {
            new DescriptionItem { Language = language, Direction = direction, IsTerm = true, Blocks = [Paragraph(item.Term)] },
            new DescriptionItem { Language = language, Direction = direction, IsTerm = false, Blocks = [Paragraph(item.Description)] },
        })],
    };

    /// <summary>A table whose first row and first column are headers.</summary>
    public Table Table(string caption, params string[][] rows) => new()
    {
        Language = language,
        Direction = direction,
        Caption = caption.Length == 0 ? [] : [Paragraph(caption)],
        ColumnCount = rows[0].Length,
        Groups =
        [
            Group(TableRowGroupKind.Head, rows[..1]),
            Group(TableRowGroupKind.Body, rows[1..]),
        ],
    };

    private TableRowGroup Group(TableRowGroupKind kind, string[][] rows) => new()
    {
        Language = language,
        Direction = direction,
        Kind = kind,
        Rows = [.. rows.Select(row => new TableRow
        {
            Language = language,
            Direction = direction,
            Cells = [.. row.Select((cell, column) => new TableCell
            {
                Language = language,
                Direction = direction,
                Column = column,
                Scope = kind == TableRowGroupKind.Head ? TableHeaderScope.Column : column == 0 ? TableHeaderScope.Row : TableHeaderScope.None,
                Blocks = cell.Length == 0 ? [] : [Paragraph(cell)],
            })],
        })],
    };
}

/// <summary>A written PDF and what real tools say about it.</summary>
internal sealed class WrittenPdf
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"docbuilder-{Guid.NewGuid():N}.pdf");

    private WrittenPdf(byte[] bytes, ImmutableArray<Finding> findings) => (Bytes, Findings) = (bytes, findings);

    public byte[] Bytes { get; }

    public ImmutableArray<Finding> Findings { get; }

    public static PdfOptions Options { get; } = new()
    {
        Date = new DateTimeOffset(2026, 3, 12, 8, 30, 0, TimeSpan.FromHours(3)),
        Identifier = "urn:uuid:00000000-0000-0000-0000-000000000002",
    };

    /// <summary>The document in a profile; its source is a line of text.</summary>
    public static WrittenPdf Of(Document document, Profile profile) =>
        Of(document, Lay(document), Options with { Profile = profile, Sources = [new PdfSource("source.txt", "text/plain", "source"u8.ToArray())] });

    private static PageSet Lay(Document document) => PageLayout.Lay(document, Theme.Print, FontLibrary.Shipped, LayoutOptions.Default, CancellationToken.None);

    public static WrittenPdf Of(Document document, Theme? theme = null) =>
        Of(document, PageLayout.Lay(document, theme ?? Theme.Print, FontLibrary.Shipped, LayoutOptions.Default, CancellationToken.None));

    public static WrittenPdf Of(Document document, PageSet pages, PdfOptions? options = null)
    {
        using var output = new MemoryStream();
        var findings = PdfWriter.Write(document, pages, options ?? Options, output, CancellationToken.None);
        return new WrittenPdf(output.ToArray(), findings);
    }

    /// <summary>What a program prints about the file; <c>@</c> stands for its path.</summary>
    public string Run(string program, params string[] arguments)
    {
        File.WriteAllBytes(_path, Bytes);
        try
        {
            var start = new ProcessStartInfo(program, arguments.Select(a => a == "@" ? _path : a))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : $"exit {process.ExitCode}\n{output}\n{error.Result}";
        }
        finally
        {
            File.Delete(_path);
        }
    }

    /// <summary>The text as poppler reads it.</summary>
    public string Text() => Run("pdftotext", "-enc", "UTF-8", "@", "-");

    /// <summary>The structure tree with its text as poppler reads it.</summary>
    public string Structure() => Run("pdfinfo", "-struct-text", "@");
}
