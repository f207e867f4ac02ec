using System.Text.RegularExpressions;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Rules;

/// <summary>The page of a profile promises what the rules check, and leaves no rule of its standards out.</summary>
public sealed partial class ProfilePageTests
{
    /// <summary>The standards of a profile that a page calls UA and A.</summary>
    private static readonly Dictionary<string, (string Ua, string A)> Standards = new()
    {
        ["ua1-a2a"] = ("ua1", "a2a"),
        ["ua1-a3a"] = ("ua1", "a3a"),
        ["ua2-a4"] = ("ua2", "a4f"),
        ["ua2-a4f"] = ("ua2", "a4f"),
    };

    public static TheoryData<string> Profiles => [.. PrintProfile.Names];

    [Theory, MemberData(nameof(Profiles))]
    public void Every_rule_has_a_place_on_the_page(string profile)
    {
        var clauses = Rows(profile).SelectMany(row => row.Clauses).ToArray();
        var (ua, a) = Standards[profile];
        var rules = Repository.Data("rules.txt").Where(id => id.StartsWith(ua + " ", StringComparison.Ordinal) || id.StartsWith(a + " ", StringComparison.Ordinal));
        Assert.All(rules, rule => Assert.Contains(clauses, clause => Covers(clause, rule)));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void What_the_page_guarantees_is_checked(string profile)
    {
        var checkedIds = RuleTable.Of(profile).SelectMany(RuleTable.IdsOf).ToArray();
        var green = Rows(profile).Where(row => row.Light == "🟢").SelectMany(row => row.Clauses).ToArray();
        Assert.NotEmpty(green);
        Assert.All(green, clause => Assert.Contains(checkedIds, id => Covers(clause, id)));
    }

    private static bool Covers(string clause, string rule) =>
        rule.StartsWith(clause + ".", StringComparison.Ordinal) || rule.StartsWith(clause + "-", StringComparison.Ordinal);

    /// <summary>The rows of the page's tables, with their clauses as "ua1 7.1".</summary>
    private static IEnumerable<(string Light, string[] Clauses)> Rows(string profile)
    {
        var (ua, a) = Standards[profile];
        var page = Path.Combine(Repository.Root, "src", "DocBuilder.Pdf", "Profiles", profile.ToUpperInvariant() + ".md");
        foreach (var cells in File.ReadLines(page).Select(line => line.Split('|')).Where(cells => cells.Length == 5))
        {
            var clauses = cells[3].Split(';', StringSplitOptions.TrimEntries).SelectMany(part =>
                Clause().Matches(part).Select(clause => $"{(part.StartsWith("UA", StringComparison.Ordinal) ? ua : a)} {clause.Value}"));
            yield return (cells[1].Trim(), [.. clauses]);
        }
    }

    [GeneratedRegex(@"\d+(\.\d+)*")]
    private static partial Regex Clause();
}
