using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Rules;

/// <summary>Every PDF meets every rule of PDF/UA-1 and PDF/A-2a, and the table leaves none out.</summary>
public sealed class RuleTests(Editions editions)
{
    [Fact]
    public void Every_rule_of_both_standards_has_one_row()
    {
        var rows = RuleTable.Rows.SelectMany(RuleTable.IdsOf).Where(id => !id.StartsWith("pdf ", StringComparison.Ordinal)).ToArray();
        Assert.Empty(Repository.Data("rules.txt").Except(rows));
        Assert.Empty(rows.Except(Repository.Data("rules.txt")));
        Assert.Empty(rows.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory, ClassData(typeof(Articles))]
    public async Task Every_rule_is_met(string article)
    {
        var file = await editions.Pdf(article);
        var broken = RuleTable.Rows
            .Select(rule => (rule, faults: rule.Check(file)))
            .Where(outcome => outcome.faults.Count > 0)
            .Select(outcome => $"{outcome.rule.Ids}: {outcome.rule.Says}\n    {string.Join("\n    ", outcome.faults)}");
        Assert.True(!broken.Any(), string.Join('\n', broken));
    }
}
