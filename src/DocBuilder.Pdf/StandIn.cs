#pragma warning disable CS1591, IDE0060
using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf;

public sealed record PdfOptions
{
    public required DateTimeOffset Date { get; init; }

    public required string Identifier { get; init; }
}

public static class PdfWriter
{
    public static ImmutableArray<Finding> Write(Document document, PageSet pages, PdfOptions options, Stream output, CancellationToken cancellationToken)
    {
        output.Write(Encoding.UTF8.GetBytes($"%PDF {document.Metadata.Title} {options.Date:O} {options.Identifier} {pages.Pages[0].Width}"));
        return [];
    }
}
