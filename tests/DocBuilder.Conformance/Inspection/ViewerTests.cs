using DocBuilder.Conformance.Extraction;
using DocBuilder.Conformance.Tools;
using DocBuilder.Documents.Announcements;
using Xunit;

namespace DocBuilder.Conformance.Inspection;

/// <summary>What a person with a screen reader finds in the viewer of pdf.js.</summary>
public sealed class ViewerTests(Editions editions)
{
    // Articles whose pages the viewer keeps all at once.
    [Theory]
    [InlineData("arabic-news", "ar")]
    [InlineData("hebrew", "he")]
    [InlineData("english-arabic", "en")]
    public async Task Headings_links_and_language_are_there_in_the_order_of_reading(string article, string language)
    {
        var path = editions.PdfPathWithoutContents(article);
        var announced = Spoken.Landmarks(Spoken.Announced(path));
        await using var viewer = await Viewer.Open(path);
        var found = (await viewer.Accessibility()).Find("heading").Select(heading => (heading.Level, Letters(heading.Words)));
        Assert.Equal(
            announced.Where(landmark => landmark.StartsWith("heading ", StringComparison.Ordinal)).Select(landmark => (landmark[8] - '0', Letters(landmark[10..]))),
            found);
        var links = await viewer.Page.EvalOnSelectorAllAsync<int>(".structTree [role=link]", "links => links.length");
        Assert.Equal(announced.Count(landmark => landmark.StartsWith("link ", StringComparison.Ordinal) || landmark.StartsWith("back ", StringComparison.Ordinal)), links);
        Assert.Equal(language, await viewer.Page.EvalOnSelectorAsync<string>(".structTree [lang]", "element => element.lang"));
    }

    [Fact]
    public async Task Links_lead_where_they_say()
    {
        await using var viewer = await Viewer.Open(editions.PdfPath("arabic-structure"));
        await viewer.Page.EvaluateAsync("show(1)");
        var outside = await viewer.Page.EvalOnSelectorAllAsync<string[]>(".annotationLayer a[href^=http]", "links => links.map(link => link.href)");
        Assert.All(outside, address => Assert.StartsWith("https://", address, StringComparison.Ordinal));
        // The first link of the contents, by the keyboard.
        var link = viewer.Page.Locator(".page[data-page-number='1'] .annotationLayer a[href^='#']").Last;
        await link.FocusAsync();
        await viewer.Page.Keyboard.PressAsync("Enter");
        await viewer.Page.WaitForFunctionAsync("viewer.currentPageNumber > 1");
    }

    // What pdf.js keeps of words for certain: it drops format characters and may part words.
    private static string Letters(string text) => string.Concat(Folding.Fold(text).Where(char.IsLetter).Order());
}
