using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Reading;

/// <summary>Gathers the findings of one article; the same rule is reported a bounded number of times.</summary>
internal sealed class FindingList
{
    // A page with ten thousand pictures without alt is told after the first fifty; more would bury everything else.
    private const int MostOfOneRule = 50;

    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool HasFatal { get; private set; }

    public void Add(FindingRule rule, SourcePosition position, params ReadOnlySpan<FindingArgument> arguments)
    {
        HasFatal |= rule.Severity == FindingSeverity.Fatal;
        var count = _counts.GetValueOrDefault(rule.Code) + 1;
        _counts[rule.Code] = count;
        if (count > MostOfOneRule)
        {
            return;
        }

        _findings.Add(rule.At(position, arguments));
    }

    public void Add(FindingRule rule, params ReadOnlySpan<FindingArgument> arguments) => Add(rule, default(SourcePosition), arguments);

    public bool Has(FindingRule rule) => _counts.ContainsKey(rule.Code);

    public ImmutableArray<Finding> ToImmutable()
    {
        foreach (var (code, count) in _counts.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (count > MostOfOneRule)
            {
                _findings.Add(FindingCatalog.MoreOfTheSame.Of((count - MostOfOneRule).ToString(CultureInfo.InvariantCulture), code));
            }
        }

        return [.. _findings.OrderBy(static finding => finding.Position.Line).ThenBy(static finding => finding.Position.Column)];
    }
}
