using System.Text.RegularExpressions;
using DocBuilder.Documents;
using DocBuilder.Reading.Decoding;
using DocBuilder.Typesetting.Pages;
using Xunit;

namespace DocBuilder.Tests.Findings;

public sealed partial class CatalogueTests
{
    private static readonly FindingGuide English = FindingGuide.In(MessageLanguage.English);
    private static readonly FindingGuide Arabic = FindingGuide.In(MessageLanguage.Arabic);

    public static TheoryData<string> Codes() => [.. FindingRules.All.Select(static rule => rule.Code)];

    [Fact]
    public void Every_code_stands_once() =>
        Assert.Empty(FindingRules.All.GroupBy(static rule => rule.Code).Where(static rules => rules.Count() > 1).Select(static rules => rules.Key));

    [Theory, MemberData(nameof(Codes))]
    public void A_rule_has_a_code_a_sentence_and_an_advice(string code)
    {
        var rule = FindingRules.Find(code)!;
        Assert.Matches("^DB[0-9]{4}$", rule.Code);
        Assert.Matches(code == "DB0010" ? "^.+$" : @"^.+\.$", rule.Message);
        Assert.Matches(@"^.+\.$", rule.Advice);
        Assert.DoesNotMatch(@"\{[0-9]\}", rule.Advice);
        Assert.Matches(@"^(?:(?:WCAG 2\.2 [1-4]\.[0-9]+\.[0-9]+|Matterhorn [0-3][0-9]-[0-9]{3}|[A-Z].+)(?:; |$))*$", rule.Reference);
    }

    [Theory, MemberData(nameof(Codes))]
    public void The_english_page_says_what_the_rule_says(string code)
    {
        var rule = FindingRules.Find(code)!;
        var page = English.Page(code);
        Assert.NotNull(page);
        Assert.Equal((rule.Message, rule.Advice), (page.Message, page.Advice));
        Assert.NotEmpty(page.Explanation);
    }

    [Theory, MemberData(nameof(Codes))]
    public void The_arabic_page_has_the_same_placeholders(string code)
    {
        var rule = FindingRules.Find(code)!;
        var page = Arabic.Page(code);
        Assert.NotNull(page);
        Assert.Equal(Placeholders(rule.Message), Placeholders(page.Message));
        Assert.Equal(Placeholders(rule.Advice), Placeholders(page.Advice));
        Assert.All([page.Title, page.Message == "{0}" ? "ا" : page.Message, page.Advice, page.Explanation], text => Assert.Matches("[\u0621-\u064A]", text));
    }

    [Theory, InlineData(MessageLanguage.English), InlineData(MessageLanguage.Arabic)]
    public void The_pages_are_those_of_the_catalogue_in_its_order(MessageLanguage language) =>
        Assert.Equal(FindingRules.All.Select(static rule => rule.Code), FindingGuide.In(language).Pages.Select(static page => page.Code));

    [Theory, InlineData(MessageLanguage.English, "en"), InlineData(MessageLanguage.Arabic, "ar")]
    public void The_pages_show_severity_and_reference(MessageLanguage language, string file)
    {
        var guide = FindingGuide.In(language);
        using var stream = typeof(FindingGuide).Assembly.GetManifestResourceStream($"findings/{file}.md")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        Assert.All(FindingRules.All, rule =>
        {
            var reference = rule.Reference.Length > 0 ? " · " + rule.Reference : "";
            Assert.Contains($"## {rule.Code}: {guide.Page(rule.Code)!.Title}\n\n**{guide.Severity(rule.Severity)}**{reference}\n\n> ", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_words_inside_messages_are_said_in_arabic_too()
    {
        var phrases = SystemReasons.All.Concat(PageFindings.Phrases).Select(static phrase => phrase.Words).Concat(FileKind.Kinds);
        Assert.All(phrases, phrase =>
        {
            Assert.Equal(Placeholders(phrase), Placeholders(Arabic.Word(phrase)));
            Assert.NotEqual(phrase, Arabic.Word(phrase));
        });
    }

    [Fact]
    public void What_comes_from_the_source_is_isolated_in_arabic_and_words_of_ours_are_translated()
    {
        var finding = FindingRules.Find("DB0002")!.Of("a.html", new FindingPhrase("permission is denied"));
        Assert.Equal("'a.html' cannot be read: permission is denied.", English.Message(finding));
        Assert.Equal("تعذّرت قراءة «\u2068a.html\u2069»: لا إذن بذلك.", Arabic.Message(finding));
    }

    [Fact]
    public void What_an_argument_holds_is_no_placeholder() =>
        Assert.Equal("one {1} two", new FindingRule("DB9999", FindingSeverity.Note, "one {0} {1}", "").Of("{1}", "two").Message);

    [Theory]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("a\u2067b", "a\uFFFDb")]
    [InlineData("a\nb\u001bc", "a b c")]
    public void A_quotation_of_the_source_turns_and_breaks_nothing(string text, string quoted) =>
        Assert.Equal(quoted, new FindingRule("DB9999", FindingSeverity.Note, "{0}", "").Of(text).Message);

    [Fact]
    public void A_long_quotation_is_cut_and_a_path_is_not()
    {
        var rule = new FindingRule("DB9999", FindingSeverity.Note, "{0}", "");
        Assert.Equal(121, rule.Of(new string('x', 500)).Message.Length);
        Assert.Equal(500, rule.Of(FindingArgument.Whole(new string('x', 500))).Message.Length);
    }

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(static match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Placeholder();
}
