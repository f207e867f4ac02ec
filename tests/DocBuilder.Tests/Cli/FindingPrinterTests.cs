using DocBuilder.Cli;
using DocBuilder.Documents;
using Xunit;

namespace DocBuilder.Tests.Cli;

public sealed class FindingPrinterTests
{
    private static readonly Finding MissingAlt = new FindingRule("DB1042", FindingSeverity.Error, "The picture has no description.", "Give it an alt.", "WCAG 2.2 1.1.1").At(new(12, 5));

    [Fact]
    public void A_finding_is_one_line_with_place_severity_code_advice_and_rule() =>
        Assert.Equal("a.html:12:5: error DB1042: The picture has no description. Give it an alt. [WCAG 2.2 1.1.1]", new FindingPrinter(FindingGuide.In(MessageLanguage.English), false).Print("a.html", MissingAlt));

    [Fact]
    public void What_is_unknown_is_left_out() =>
        Assert.Equal("a.html: note DB1: So it is.", new FindingPrinter(FindingGuide.In(MessageLanguage.English), false).Print("a.html", new FindingRule("DB1", FindingSeverity.Note, "So it is.", "").Of()));

    [Fact]
    public void A_line_may_be_known_without_its_column() =>
        Assert.StartsWith("a.html:7: warning", new FindingPrinter(FindingGuide.In(MessageLanguage.English), false).Print("a.html", new FindingRule("DB1", FindingSeverity.Warning, "x", "").At(new(7, 0))), StringComparison.Ordinal);

    [Fact]
    public void Only_the_severity_is_coloured() =>
        Assert.Equal("a.html:12:5: \e[1;31merror\e[0m DB1042: The picture has no description. Give it an alt. [WCAG 2.2 1.1.1]", new FindingPrinter(FindingGuide.In(MessageLanguage.English), true).Print("a.html", MissingAlt));

    [Fact]
    public void Lines_and_escapes_of_the_article_stay_on_the_line() =>
        Assert.Equal("a.html: note DB1: one two [2J", new FindingPrinter(FindingGuide.In(MessageLanguage.English), false).Print("a.html", new FindingRule("DB1", FindingSeverity.Note, "{0}", "").Of("one\ntwo\e[2J")));
}
