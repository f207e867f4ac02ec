using BenchmarkDotNet.Attributes;
using DocBuilder.Documents;
using DocBuilder.Epub;
using DocBuilder.Pdf;
using DocBuilder.Reading;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Benchmarks;

/// <summary>The stages that an article goes through, each on what the one before it gave.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly ArticleReader _reader = new(new ReadingOptions());
    private ArticleSource _source = null!;
    private Document _document = null!;
    private PageSet _pages = null!;
    private PdfOptions _pdf = null!;
    private EpubOptions _epub = null!;

    /// <summary>The article, a file of content/.</summary>
    [Params("arabic-news.html", "arabic-structure.html")]
    public string Article { get; set; } = "";

    /// <summary>Makes what each stage starts from.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var path = Repository.Content(Article);
        _source = new ArticleSource(Article, File.ReadAllBytes(path), Path.GetDirectoryName(path));
        _document = Read();
        _pages = Lay();
        _pdf = new PdfOptions { Date = ArticleBuilder.UnknownDate, Identifier = EditionIdentifier.Of(_document.Metadata.Identifier, Edition.Pdf) };
        _epub = new EpubOptions
        {
            Theme = Theme.Print,
            Fonts = FontLibrary.Shipped,
            Date = ArticleBuilder.UnknownDate,
            Identifier = EditionIdentifier.Of(_document.Metadata.Identifier, Edition.Epub),
            Print = () => new PrintEdition(_pages, _pdf.Identifier),
        };
    }

    /// <summary>From bytes to the model.</summary>
    [Benchmark]
    public Document Read() => _reader.Read(_source, CancellationToken.None).Document!;

    /// <summary>From the model to pages.</summary>
    [Benchmark]
    public PageSet Lay() => PageLayout.Lay(_document, Theme.Print, FontLibrary.Shipped, LayoutOptions.Default, CancellationToken.None);

    /// <summary>From pages to the print edition.</summary>
    [Benchmark]
    public long Pdf()
    {
        using var output = new MemoryStream();
        PdfWriter.Write(_document, _pages, _pdf, output, CancellationToken.None);
        return output.Length;
    }

    /// <summary>From the model to the EPUB edition.</summary>
    [Benchmark]
    public long Epub()
    {
        using var output = new MemoryStream();
        EpubWriter.Write(_document, _epub, output, CancellationToken.None);
        return output.Length;
    }
}
