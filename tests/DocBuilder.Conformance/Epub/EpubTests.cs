using System.IO.Compression;
using DocBuilder.Conformance.Extraction;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Epub;

/// <summary>EPUBCheck, Ace and the hand-written text agree with every EPUB.</summary>
public sealed class EpubTests(Editions editions, ThemedEditions themed)
{
    [Theory, ClassData(typeof(ArticlesInThemes))]
    public async Task Epubcheck_has_nothing_to_say_in_any_theme(string article, string theme) => Assert.Empty(await themed.EpubCheck(article, theme));

    [Fact]
    public async Task Epubcheck_has_nothing_to_say_of_formulas_however_faulty_their_source()
    {
        string[] formulas =
        [
            "<mspace width='1 em'/>", "<mo lspace=thin>+</mo>", "<mfrac><mi>a</mi></mfrac>", "<mfrac><mi>a</mi><mi>b</mi><mi>c</mi></mfrac>", "<msup><mi>a</mi></msup>", "<mrow>a + b</mrow>",
            "<mtable><mtd><mi>a</mi></mtd></mtable>", "<mtable columnalign='l r'><mtr><mtd columnalign=middle><mi>a</mi></mtd></mtr></mtable>", "<mi mathvariant=bold-italics>a</mi>",
            "<mstyle displaystyle=''><mi>a</mi></mstyle>", "<mtext>a <b>bold</b> <a href=x>l</a></mtext>", "<msubsup><mi>a</mi><mi>b</mi></msubsup>", "<mmultiscripts><mi>a</mi><mi>b</mi></mmultiscripts>",
            "<mo stretchy=True form=Infix>(</mo>", "<mi mathsize=120>a</mi>", "<menclose notation=strike><mi>a</mi></menclose>", "<mstyle scriptlevel=one><mi>a</mi></mstyle>", "<mrow dir=RTL><mi>a</mi></mrow>",
            "<mi><mglyph src=a.png alt=g /></mi>", "<mrow><none/></mrow>", "<mrow><mprescripts/></mrow>", "<mrow><mtr><mtd><mi>a</mi></mtd></mtr></mrow>", "<mi><mi>a</mi></mi>", "<mo></mo>",
            "<maction actiontype=toggle selection=1><mi>a</mi><mi>b</mi></maction>", "<mpadded width='-1width' voffset='+2pt' height='0.5height'><mi>a</mi></mpadded>",
            "<mtable rowspacing=normal columnlines=line rowlines='solid dashed' rowalign='baseline top'><mtr><mtd rowspan=0 columnspan=x><mi>a</mi></mtd></mtr></mtable>", "<mstack><msrow><mn>1</mn></msrow></mstack>",
            "<mfrac linethickness=normal><mi>a</mi><mi>b</mi></mfrac>", "<mo minsize=1.2>(</mo>", "<mspace width=.5em height=-1ex depth=+1em />", "<mlabeledtr><mtd><mi>a</mi></mtd></mlabeledtr>",
        ];
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder["formulas.html"],
            "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Formulas</title><h1>Formulas</h1>" + string.Concat(formulas.Select(static formula => $"<p>Here: <math display=Block>{formula}</math>.</p>")),
            TestContext.Current.CancellationToken);
        var result = await DocBuilderCommand.RunManaged(["build", folder["formulas.html"], "--edition", "epub", "-o", folder.Path, "--quiet"]);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Empty((await EpubCheckReport.Of([folder["formulas.epub"]]))[0]);
    }

    [Theory, ClassData(typeof(ArticlesInThemes))]
    public async Task Ace_finds_no_violation_in_any_theme(string article, string theme) => Assert.Empty(await themed.Ace(article, theme));

    [Theory, ClassData(typeof(Articles))]
    public void It_says_what_the_article_says_letter_for_letter(string article) =>
        Texts.AssertSame(ExpectedText.Of(article), Folding.Fold(EpubText.Read(editions.EpubPath(article))));

    [Fact]
    public void The_news_article_weighs_less_than_150_kilobytes_with_fonts_and_cover() =>
        Assert.InRange(new FileInfo(editions.EpubPath("arabic-news")).Length, 1, 150_000);

    // OCF 3.3, 4.2.2: readers find the media type at a fixed place, without unzipping.
    [Theory, ClassData(typeof(Articles))]
    public void Its_first_entry_is_the_media_type_stored_as_it_is(string article)
    {
        using var archive = ZipFile.OpenRead(editions.EpubPath(article));
        Assert.Equal("mimetype", archive.Entries[0].FullName);
        Assert.Equal("application/epub+zip"u8, File.ReadAllBytes(editions.EpubPath(article)).AsSpan(38, 20));
    }
}
