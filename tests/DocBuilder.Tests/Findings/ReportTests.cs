using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using DocBuilder.Documents;
using DocBuilder.Tests.Building;
using NJsonSchema;
using Xunit;

namespace DocBuilder.Tests.Findings;

public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData(MessageLanguage.English), InlineData(MessageLanguage.Arabic)]
    public async Task The_sarif_is_valid(MessageLanguage language)
    {
        var sarif = Sarif(Results(), language);
        Assert.Empty((await Schema()).Validate(sarif));
    }

    [Fact]
    public async Task A_sarif_of_nothing_is_valid() => Assert.Empty((await Schema()).Validate(Sarif([], MessageLanguage.English)));

    [Theory]
    [InlineData("\"level\": \"error\"", "\"level\": \"fatal\"")]
    [InlineData("\"version\": \"2.1.0\"", "\"version\": \"2.0.0\"")]
    [InlineData("\"startLine\": ", "\"startLine\": -")]
    [InlineData("\"ruleId\"", "\"rule\"")]
    public async Task The_schema_refuses_what_is_no_sarif(string right, string wrong)
    {
        var sarif = Sarif(Results(), MessageLanguage.English);
        Assert.Contains(right, sarif, StringComparison.Ordinal);
        Assert.NotEmpty((await Schema()).Validate(sarif.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_result_has_its_rule_its_place_and_its_words()
    {
        var run = JsonDocument.Parse(Sarif(Results(), MessageLanguage.English)).RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var result = run.GetProperty("results").EnumerateArray().Single(static result => result.GetProperty("ruleId").GetString() == "DB1501");
        var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal("DB1501", rule.GetProperty("id").GetString());
        Assert.Equal("A picture without alternative text", rule.GetProperty("shortDescription").GetProperty("text").GetString());
        Assert.Contains("Say in alt what the picture says", rule.GetProperty("help").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(["WCAG 2.2 1.1.1", "Matterhorn 13-004"], rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(static tag => tag.GetString()));
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal((3, 4), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
        Assert.EndsWith("a%20b.html", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.False(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
    }

    [Fact]
    public void A_relative_path_stays_relative()
    {
        var results = ImmutableArray.Create(new BuildResult("in/مقال 1.html", [], [FindingRules.Find("DB1501")!.At(new(3, 4), "a.png")]));
        Assert.Contains("\"uri\": \"in/%D9%85%D9%82%D8%A7%D9%84%201.html\"", Sarif(results, MessageLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_has_every_article_with_its_findings()
    {
        var root = JsonDocument.Parse(Json(Results(), MessageLanguage.Arabic)).RootElement;
        Assert.Equal("ar", root.GetProperty("language").GetString());
        Assert.Equal(1, root.GetProperty("counts").GetProperty("fatal").GetInt32());
        var article = root.GetProperty("articles")[0];
        Assert.Equal((false, true), (article.GetProperty("failed").GetBoolean(), article.GetProperty("heldBack").GetBoolean()));
        var finding = article.GetProperty("findings").EnumerateArray().Single(static finding => finding.GetProperty("code").GetString() == "DB1501");
        Assert.Equal(("error", 3, 4), (finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
        Assert.Equal("ليس للصورة \u2068x.png\u2069 نص بديل.", finding.GetProperty("message").GetString());
        Assert.Equal("WCAG 2.2 1.1.1; Matterhorn 13-004", finding.GetProperty("reference").GetString());
        Assert.True(root.GetProperty("articles")[1].GetProperty("failed").GetBoolean());
    }

    [Fact]
    public void The_same_articles_give_the_same_bytes()
    {
        Assert.Equal(Sarif(Results(), MessageLanguage.English), Sarif(Results(), MessageLanguage.English));
        Assert.Equal(Json(Results(), MessageLanguage.English), Json(Results(), MessageLanguage.English));
    }

    private ImmutableArray<BuildResult> Results()
    {
        _folder.Write("a b.html", "<!DOCTYPE html>\n<html lang=en dir=ltr><body><h1>Title</h1>\n<p><img src=x.png>Text.</p>");
        return new ArticleBuilder(new BuildOptions { Strict = true }).CheckAll(
            [ArticleInput.FromPath(_folder["a b.html"]), ArticleInput.FromPath(_folder["missing.html"]), ArticleInput.FromPath(_folder["missing.html"])], cancellationToken: TestContext.Current.CancellationToken);
    }

    private static string Sarif(ImmutableArray<BuildResult> results, MessageLanguage language) =>
        Written(stream => new FindingReport(FindingGuide.In(language), [FindingRules.Find("DB3101")!.Of("fonts")], results).WriteSarif(stream));

    private static string Json(ImmutableArray<BuildResult> results, MessageLanguage language) =>
        Written(stream => new FindingReport(FindingGuide.In(language), [], results.Length > 2 ? results[..2] : results).WriteJson(stream));

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<JsonSchema> Schema()
    {
        using var stream = typeof(ReportTests).Assembly.GetManifestResourceStream("sarif-2.1.0.json")!;
        return await JsonSchema.FromJsonAsync(stream, TestContext.Current.CancellationToken);
    }
}
