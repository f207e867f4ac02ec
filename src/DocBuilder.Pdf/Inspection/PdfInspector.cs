using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Documents.Announcements;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Pdf.Inspection;

/// <summary>Finds in any PDF what assistive technology finds there: the structure tree with its text, alternatives and languages (ISO 32000-1 14.7 to 14.9).</summary>
public sealed class PdfInspector
{
    private const int MostPages = 100_000;

    private static readonly DictionaryToken Nothing = new(new Dictionary<NameToken, IToken> { [NameToken.Type] = NameToken.Page });

    private readonly Limits _limits;

    /// <summary>Makes an inspector, which may serve many threads.</summary>
    /// <param name="limits">What one file may ask of the machine.</param>
    public PdfInspector(Limits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
    }

    private static ReadOnlySpan<byte> Header => "%PDF-"u8;

    /// <summary>Whether the bytes claim to be a PDF: readers look for the header in the first 1,024 of them (ISO 32000-1 Annex H.3).</summary>
    public static bool Claims(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf(Header) >= 0;

    /// <summary>Reads a PDF.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="findings">What is wrong with it, a sentence each.</param>
    /// <param name="cancellation">Ends the work, between one page or element and the next.</param>
    /// <returns>What is announced; null when the last finding is fatal.</returns>
    public InspectedEdition? Read(byte[] bytes, out ImmutableArray<Finding> findings, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var found = new List<Finding>();
        InspectedEdition? edition = null;
        var budget = new DecodingBudget(_limits, cancellation);
        try
        {
            edition = Read(bytes.AsSpan(Math.Max(0, bytes.AsSpan().IndexOf(Header))), budget, found, cancellation);
        }
        catch (PdfDocumentEncryptedException)
        {
            found.Add(InspectionFindings.Encrypted.Of());
        }
        catch (Exception exception) when (PdfTokens.IsFault(exception))
        {
            if (budget.IsExceeded)
            {
                found.Add(InspectionFindings.TooLarge.Of());
            }

            found.Add(InspectionFindings.Broken.Of());
        }

        findings = [.. found];
        return edition;
    }

    private InspectedEdition? Read(ReadOnlySpan<byte> file, DecodingBudget budget, List<Finding> findings, CancellationToken cancellation)
    {
        if (FileTrailer.Find(file) is not { } trailer)
        {
            findings.Add(InspectionFindings.Broken.Of());
            return null;
        }

        var filters = new BoundedFilters(budget);
        using var objects = GuardedFile.Open(file, trailer, [Nothing], filters);
        var tokens = new PdfTokens(objects.Structure);
        var catalog = tokens.Dictionary(new IndirectReferenceToken(trailer.Root));
        var pages = new PdfPages(tokens, catalog ?? Nothing, Math.Min(MostPages, _limits.Nodes));
        if (catalog is null || pages.Count == 0)
        {
            findings.Add(InspectionFindings.Broken.Of());
            return null;
        }

        using var document = GuardedFile.Open(file, trailer, pages.Drawn, filters);
        var texts = new MarkedTexts(document, pages.Drawn, tokens, cancellation);
        var builder = new AnnouncementTreeBuilder(_limits);
        var language = tokens.Text(catalog, "Lang");
        var isTagged = tokens.Dictionary(catalog, "StructTreeRoot") is { } root
            && ReadStructure(tokens, catalog, root, pages, texts, builder, language, findings, cancellation);
        if (!isTagged)
        {
            findings.Add(InspectionFindings.NotTagged.Of());
            ReadPages(pages, texts, builder);
        }

        var edition = new InspectedEdition(EditionFormat.Pdf, tokens.Name(catalog, "Version") ?? VersionOf(file) ?? document.Version.ToString("0.0", CultureInfo.InvariantCulture))
        {
            // PDF 2.0 has done away with the old information, and the new goes before it.
            Title = (tokens.Content(catalog, "Metadata") is { } packet ? MetadataTitle.Read(packet) : null)
                ?? (trailer.Information is { } information ? tokens.Text(tokens.Dictionary(new IndirectReferenceToken(information)), "Title") : null),
            Language = language,
            IsTagged = isTagged,
            Pages = [.. pages.Labels],
            Contents = builder.Finish(),
        };
        Judge(edition, builder, texts, budget, findings);
        return edition;
    }

    /// <summary>The version that the header says (ISO 32000-1 7.5.2); PdfPig knows of none after 1.7.</summary>
    private static string? VersionOf(ReadOnlySpan<byte> file)
    {
        const int Farthest = 1024;
        var at = file[..Math.Min(file.Length, Farthest)].IndexOf("%PDF-"u8);
        return at >= 0 && file.Length >= at + 8 && file[at + 5] is >= (byte)'1' and <= (byte)'9' && file[at + 6] == '.' && file[at + 7] is >= (byte)'0' and <= (byte)'9'
            ? $"{(char)file[at + 5]}.{(char)file[at + 7]}"
            : null;
    }

    /// <returns>Whether there was anything in the tree.</returns>
    private static bool ReadStructure(
        PdfTokens tokens,
        DictionaryToken catalog,
        DictionaryToken root,
        PdfPages pages,
        MarkedTexts texts,
        AnnouncementTreeBuilder builder,
        string? language,
        List<Finding> findings,
        CancellationToken cancellation)
    {
        int? level = tokens.Name(tokens.Dictionary(catalog, "ViewerPreferences"), "Direction") == "R2L" ? 1 : null;
        var reader = new StructureReader(tokens, texts, pages, new(tokens, catalog, pages), root, level, builder, cancellation);
        reader.Read(language);
        if (reader.HasCircle)
        {
            findings.Add(InspectionFindings.Circle.Of());
        }

        if (reader.MissingContents > 0)
        {
            findings.Add(InspectionFindings.MissingContents.Of(reader.MissingContents));
        }

        return builder.HasContents;
    }

    private static void ReadPages(PdfPages pages, MarkedTexts texts, AnnouncementTreeBuilder builder)
    {
        for (var number = 1; number <= pages.Count && !builder.IsFull; number++)
        {
            builder.Begin(new(AnnouncementRole.PageBreak, "page") { Page = pages.LabelOf(number) });
            foreach (var paragraph in DrawnText.Paragraphs(texts.All(number)).Where(text => !string.IsNullOrWhiteSpace(text)))
            {
                builder.Add(new(AnnouncementRole.Text, "") { Text = paragraph });
            }

            builder.End();
        }
    }

    private void Judge(InspectedEdition edition, AnnouncementTreeBuilder builder, MarkedTexts texts, DecodingBudget budget, List<Finding> findings)
    {
        Tell(!builder.HasWords, () => InspectionFindings.NoText.Of());
        Tell(texts.BrokenPages.Count > 0, () => InspectionFindings.BrokenPages.Of(InspectionFindings.List(texts.BrokenPages)));
        Tell(budget.IsExceeded, () => InspectionFindings.TooLarge.Of());
        Tell(builder.WasTooDeep, () => InspectionFindings.TooDeep.Of(_limits.Depth));
        Tell(builder.IsFull, () => InspectionFindings.TooMany.Of(_limits.Nodes));
        Tell(edition.Language is null, () => InspectionFindings.NoLanguage.Of());
        Tell(edition.Title is null, () => InspectionFindings.NoTitle.Of());

        void Tell(bool isSo, Func<Finding> finding)
        {
            if (isSo)
            {
                findings.Add(finding());
            }
        }
    }
}
