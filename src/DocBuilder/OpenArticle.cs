using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Epub;
using DocBuilder.Pdf;
using DocBuilder.Reading;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder;

/// <summary>An article that was read, or a book that was bound, and the way from there to its editions. Findings gather on the way.</summary>
internal sealed class OpenArticle
{
    private readonly Document _document;
    private readonly DateTimeOffset _date;
    private readonly Theme _theme;
    private readonly FontLibrary _fonts;
    private readonly SharedParts _shared;
    private readonly ImmutableArray<ArticleSource> _sources;
    private readonly BuildOptions _options;
    private readonly ImmutableArray<Finding>.Builder _findings;
    private readonly Lock _layout = new();
    private PrintEdition? _print;

    internal OpenArticle(
        Document document,
        ImmutableArray<ArticleSource> sources,
        BuildOptions options,
        Theme theme,
        FontLibrary fonts,
        SharedParts shared,
        ImmutableArray<Finding>.Builder findings)
    {
        _document = document;
        _sources = sources;
        _theme = theme;
        _fonts = fonts;
        _shared = shared;
        _options = options;
        _findings = findings;
        (_date, var finding) = EditionDate.Of(document.Metadata, options.Date);
        if (finding is not null)
        {
            findings.Add(document.IsBook ? BuildFindings.BookDate.Of() : finding);
        }
    }

    /// <summary>Reads the bytes of an input, within the limits.</summary>
    /// <returns>The source; null when it cannot be had, and then there is a fatal finding.</returns>
    internal static ArticleSource? Load(ArticleInput input, bool inFolder, Limits limits, ImmutableArray<Finding>.Builder findings, CancellationToken cancellationToken)
    {
        if (input.Stream is null && Directory.Exists(input.Name))
        {
            findings.Add(BuildFindings.IsFolder.Of(FindingArgument.Whole(input.Name)));
            return null;
        }

        try
        {
            if (input.Stream is { } stream)
            {
                return Source(input, SourceBytes.Read(stream, limits, cancellationToken), input.BaseFolder);
            }

            // A pipe or a device that lies in a folder has no length; opening it could wait for ever.
            var bytes = inFolder && new FileInfo(input.Name) is { Exists: true, Length: 0 } ? [] : SourceBytes.Read(input.Name, limits, cancellationToken);
            return Source(input, bytes, Path.GetDirectoryName(Path.GetFullPath(input.Name)));
        }
        catch (FileNotFoundException)
        {
            findings.Add(BuildFindings.NotFound.Of(FindingArgument.Whole(input.Name)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(BuildFindings.CannotBeRead.Of(FindingArgument.Whole(input.Name), SystemReasons.Of(exception)));
        }

        return null;

        ArticleSource? Source(ArticleInput input, byte[]? bytes, string? baseFolder)
        {
            if (bytes is null)
            {
                findings.Add(BuildFindings.TooLarge.Of(FindingArgument.Whole(input.Name), (limits.SourceBytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture)));
                return null;
            }

            var name = Path.HasExtension(input.Name) ? input.Name : input.Name + (SourceBytes.LookLikeText(bytes) ? ".txt" : ".html");
            return new ArticleSource(name, bytes, baseFolder);
        }
    }

    /// <summary>The pages of the print edition; 0 before they are laid.</summary>
    internal int PageCount => _print?.Pages.Pages.Length ?? 0;

    /// <summary>Whether an edition cannot be written before the pages are laid.</summary>
    internal bool NeedsPages(Edition edition) => edition == Edition.Pdf || (_options.Epub.HasPageList && _document.Metadata.PageBreakSource is null);

    /// <summary>Writes an edition. The pages are laid once, for the print edition, and then known to the EPUB as well.</summary>
    /// <returns>What was found in writing it.</returns>
    internal ImmutableArray<Finding> Write(Edition edition, Stream output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (edition)
        {
            case Edition.Pdf:
                var print = Lay(cancellationToken);
                return PdfWriter.Write(_document, print.Pages, PdfOptions(print.Identifier), output, cancellationToken);
            case Edition.Epub:
                return EpubWriter.Write(_document, EpubOptions(cancellationToken), output, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(edition));
        }
    }

    /// <summary>Lays the pages, unless that was done; waits while another thread does.</summary>
    /// <returns>The print edition, whether it is written or only named as the source of the EPUB's pages.</returns>
    internal PrintEdition Lay(CancellationToken cancellationToken)
    {
        lock (_layout)
        {
            if (_print is null)
            {
                var pages = PageLayout.Lay(_document, _theme, _fonts, _options.Print.ToLayout(), cancellationToken);
                _print = new PrintEdition(pages, EditionIdentifier.Of(_document.Metadata.Identifier, Edition.Pdf, LayoutDigest.Of(pages, _options.Theme.Identity)));
                _findings.AddRange(pages.Findings);
            }

            return _print;
        }
    }

    private EpubOptions EpubOptions(CancellationToken cancellationToken) => new()
    {
        Theme = _theme,
        Fonts = _fonts,
        Shared = _shared,
        Date = _date,
        Identifier = EditionIdentifier.Of(_document.Metadata.Identifier, Edition.Epub),
        EmbedFonts = _options.Epub.HasFonts,
        Cover = _options.Epub.Cover.Choice,
        HasPageList = _options.Epub.HasPageList,
        Print = () => Lay(cancellationToken),
        Certification = _options.Epub.Certification is { } said
            ? new AccessibilityClaim(said.By, said.WcagVersion, said.Level) { Credential = said.Credential, Report = said.Report }
            : null,
    };

    private PdfOptions PdfOptions(string identifier) => new()
    {
        Profile = _options.Print.Profile.Profile,
        Theme = _theme,
        Fonts = _fonts,
        Date = _date,
        Identifier = identifier,
        Sources = [.. _sources.Select(SourceOf)],
        HasEndnotes = _options.Print.Notes == NotePlacement.End,
    };

    private static PdfSource SourceOf(ArticleSource source)
    {
        var name = Path.GetFileName(source.Name);
        return new PdfSource(name, SourceMediaType.Of(name, source.Bytes.Span), source.Bytes);
    }
}
