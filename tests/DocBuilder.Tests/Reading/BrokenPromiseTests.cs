using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

/// <summary>Sources that generated and mutated pages led to: each once broke a promise of the model.</summary>
public sealed class BrokenPromiseTests
{
    [Theory]
    [InlineData("a note among items that are none is called once", "<p>a<sup><a href=#n1>1</a></sup></p><ol><li id=n1>One.<li>no note</ol>")]
    [InlineData("a note among terms is called once", "<p>a<sup><a href=#n1>1</a></sup></p><dl><dt>t<dd id=n1 role=doc-footnote>One.<dd>no note</dl>")]
    [InlineData("nothing stands below a heading that says nothing", "<h2>&#x200C;<span hidden>x</span></h2><h3>Below</h3><p>a</p>")]
    [InlineData("nor below one whose words are a button", "<h2><button>x</button></h2><h3>Below</h3><p>a</p><h2>Beside</h2>")]
    [InlineData("a title in a list of terms is said once", "<p>a <a href=#t>b</a></p><dl><dt>t<dd>d</dd><h1 id=t>The title of the page</h1></dl>")]
    [InlineData("what holds the article is no title of it", "<x role=heading><title>The title of the page</title><nav><main><h id=a><a href=#a>h")]
    [InlineData("a title in a poem is said once", "<p>a <a href=#t>b</a></p><div class=poem><h1 id=t>The title of the page</h1><p>A line</p></div>")]
    [InlineData("and as half a line of one", "<p>a <a href=#t>b</a></p><div class=poem><p><span class=sadr role=heading aria-level=1 id=t>The title of the page</span><span class=ajuz>half</span></p></div>")]
    [InlineData("a note that names the author is no byline", "<h1>The title of the page</h1><p>a<sup><a href=#n1>1</a></sup></p><li id=n1>It took two years. <a href=#x><span class=author>Anna Berg</span></a></li>")]
    [InlineData("a dateline in no block is called once", "<xy id=a>x<a href=#a>y<time>")]
    [InlineData("a link around a picture is called once", "<p>Some words</p><p><a id=a href=#a><img></a></p>")]
    [InlineData("so is emphasis around one", "<p>Some words</p><p><b id=a lang=fr dir=rtl><img alt=x></b><a href=#a>x</a></p>")]
    [InlineData("a mark of a page is no title", "<p>a <a href=#t>b</a></p><i><h1 id=t role=doc-pagebreak>Some words of it</h1></i>")]
    [InlineData("a mark before a formula in one line stands before words", "<p>a <span role=doc-pagebreak>7</span><math><msup><mi>x</mi><mn>2</mn></msup></math> b</p>")]
    public void The_model_keeps_its_promises(string what, string body)
    {
        var result = Read.Html($"<!doctype html><html lang=en dir=ltr><title>The title of the page</title><body>{body}");
        Assert.True(ModelPromises.BrokenBy(result.Document!) is [], $"{what}: {string.Join("; ", ModelPromises.BrokenBy(result.Document!))}");
        var titles = NodeTree.SelfAndDescendants(result.Document!).OfType<Text>().Count(static text => text.Value == "The title of the page");
        Assert.Equal(1, titles);
    }

    [Theory, InlineData("ef-8"), InlineData("artl"), InlineData("en-x"), InlineData("a")]
    public void What_is_no_language_is_not_believed(string tag)
    {
        var result = Read.Html($"<!doctype html><html lang=\"{tag}\"><title>T</title><body><p>Some words of an English page that anybody can read and tell.");
        Assert.Equal("en", result.Document!.Language);
        Assert.Contains(result.Findings, static finding => finding.Rule == FindingCatalog.LanguageTagInvalid);
    }
}
