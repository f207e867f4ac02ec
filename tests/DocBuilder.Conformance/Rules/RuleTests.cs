using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Rules;

/// <summary>Every PDF meets every rule of its profile's standards, and the table leaves none out.</summary>
public sealed class RuleTests(Editions editions, ProfileEditions profiles)
{
    [Fact]
    public void Every_rule_of_all_standards_has_one_row()
    {
        var rows = RuleTable.Rows.SelectMany(RuleTable.IdsOf)
            .Where(id => id.Split(' ')[0] is not ("pdf" or "pdf2" or "a4plain")).ToArray();
        Assert.Empty(Repository.Data("rules.txt").Except(rows));
        Assert.Empty(rows.Except(Repository.Data("rules.txt")));
        Assert.Empty(rows.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Every_profile_has_its_rules() => Assert.Equal(PrintProfile.Names, RuleTable.Profiles);

    [Theory, ClassData(typeof(Articles))]
    public async Task Every_rule_is_met_by_what_the_command_builds(string article) => AssertMet(await editions.Pdf(article), "ua1-a2a");

    [Theory, ClassData(typeof(ProfiledArticles))]
    public async Task Every_rule_of_a_profile_is_met(string article, string profile, string theme)
    {
        var file = await profiles.Pdf(article, profile, theme);
        AssertMet(file, profile);
        var result = await Command.Run("qpdf", ["--check", file.Path]);
        Assert.True(result.ExitCode == 0 && !result.Error.Contains("WARNING", StringComparison.Ordinal), result.ToString());
    }

    [Fact]
    public async Task Elements_stand_where_they_may_in_every_other_text_too()
    {
        foreach (var text in Repository.TextsToRead.Except(Repository.Articles))
        {
            AssertMet(await editions.Pdf(text), "ua1-a2a");
            AssertMet(await profiles.Pdf(text, "ua2-a4f"), "ua2-a4f");
        }
    }

    [Theory, InlineData("ua1-a2a"), InlineData("ua1-a3a"), InlineData("ua2-a4"), InlineData("ua2-a4f")]
    public async Task Every_rule_is_met_by_formulas(string profile)
    {
        using var built = new TemporaryFolder();
        var source = Path.Combine(Repository.Root, "tests", "DocBuilder.Conformance", "Specimens", "formulas.html");
        var result = await DocBuilderCommand.RunManaged(["build", source, "--edition", "pdf", "--profile", profile, "-o", built.Path, "--quiet"]);
        Assert.True(result.ExitCode == 0, result.ToString());
        AssertMet(await PdfFile.Open(built["formulas.pdf"]), profile);
    }

    internal static void AssertMet(PdfFile file, string profile)
    {
        var broken = RuleTable.Of(profile)
            .Select(rule => (rule, faults: rule.Check(file)))
            .Where(outcome => outcome.faults.Count > 0)
            .Select(outcome => $"{outcome.rule.Ids}: {outcome.rule.Says}\n    {string.Join("\n    ", outcome.faults)}");
        Assert.True(!broken.Any(), string.Join('\n', broken));
    }
}
