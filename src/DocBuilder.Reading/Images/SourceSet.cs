using System.Globalization;

namespace DocBuilder.Reading.Images;

/// <summary>Reads <c>srcset</c> (HTML, 4.8.4.2.1 and "parsing a srcset attribute"): addresses with commas in them, such as <c>data:</c>, are kept whole.</summary>
internal static class SourceSet
{
    private const int MostCandidates = 64;
    private const int LongestSet = 1_000_000;

    /// <summary>The addresses, those with the largest width or density first.</summary>
    public static IEnumerable<string> LargestFirst(string? set)
    {
        if (string.IsNullOrWhiteSpace(set) || set.Length > LongestSet)
        {
            return [];
        }

        var candidates = new List<(string Address, double Size)>();
        for (var at = 0; at < set.Length && candidates.Count < MostCandidates;)
        {
            while (at < set.Length && (char.IsWhiteSpace(set[at]) || set[at] == ','))
            {
                at++;
            }

            var start = at;
            while (at < set.Length && !char.IsWhiteSpace(set[at]))
            {
                at++;
            }

            var address = set[start..at];
            var size = 1.0;
            if (!address.EndsWith(','))
            {
                var end = set.IndexOf(',', at);
                end = end < 0 ? set.Length : end;
                size = SizeOf(set[at..end]);
                at = end;
            }

            address = address.TrimEnd(',');
            if (address.Length > 0)
            {
                candidates.Add((address, size));
            }
        }

        return candidates.OrderByDescending(static candidate => candidate.Size).Select(static candidate => candidate.Address);
    }

    private static double SizeOf(string descriptors)
    {
        foreach (var descriptor in descriptors.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (descriptor[^1] is 'w' or 'x' && double.TryParse(descriptor[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var size))
            {
                return size;
            }
        }

        return 1;
    }
}
