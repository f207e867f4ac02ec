#pragma warning disable CS1591, IDE0060
using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Epub;

public sealed record EpubOptions
{
    public required Theme Theme { get; init; }

    public required FontLibrary Fonts { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required string Identifier { get; init; }

    public bool EmbedFonts { get; init; } = true;

    public PageSet? Pages { get; init; }
}

public static class EpubWriter
{
    public static ImmutableArray<Finding> Write(Document document, EpubOptions options, Stream output, CancellationToken cancellationToken)
    {
        output.Write(Encoding.UTF8.GetBytes($"PK {document.Metadata.Title} {options.Date:O} {options.Identifier}"));
        return [];
    }
}
