using System.Collections.Frozen;
using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>Which findings are heard, and whether they hold an article back.</summary>
internal sealed class Verdict
{
    private readonly FrozenSet<string> _ignored;
    private readonly bool _isStrict;

    /// <exception cref="ArgumentException">A code does not exist, or is fatal.</exception>
    internal Verdict(ImmutableArray<string> ignoredCodes, bool isStrict)
    {
        _isStrict = isStrict;
        _ignored = ignoredCodes.IsDefaultOrEmpty ? [] : ignoredCodes.Select(CodeOf).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The findings without those that are ignored.</summary>
    internal ImmutableArray<Finding> Heard(IEnumerable<Finding> findings) => [.. findings.Where(IsHeard)];

    /// <summary>Whether an error stands that forbids editions. A fatal finding does more than that, and is told by itself.</summary>
    internal bool HoldsBack(IEnumerable<Finding> findings)
    {
        var hasError = false;
        if (_isStrict)
        {
            foreach (var finding in findings)
            {
                if (finding.Severity == FindingSeverity.Fatal)
                {
                    return false;
                }

                hasError |= finding.Severity == FindingSeverity.Error && IsHeard(finding);
            }
        }

        return hasError;
    }

    private bool IsHeard(Finding finding) => finding.Severity == FindingSeverity.Fatal || !_ignored.Contains(finding.Code);

    private static string CodeOf(string code) => FindingRules.Find(code) switch
    {
        null => throw new ArgumentException($"There is no finding '{code}'.", nameof(code)),
        { Severity: FindingSeverity.Fatal } => throw new ArgumentException($"'{code}' cannot be ignored: nothing can be built where it is found.", nameof(code)),
        var rule => rule.Code,
    };
}
