using DocBuilder.Epub.Content;

namespace DocBuilder.Epub.Navigation;

/// <summary>
/// The NCX's <c>playOrder</c> (OPF 2.0.1, 2.4.1.2): contents entries and pages counted together in reading order, the same address
/// with the same number.
/// </summary>
internal sealed class PlayOrder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Counts the places of an edition.</summary>
    public PlayOrder(Edition edition)
    {
        var places = new List<(int Index, int Offset, string Address)>();
        Add(edition.Plan.Outline);
        foreach (var entry in edition.Pages?.Entries ?? [])
        {
            places.Add((entry.Place.Index, entry.Place.Offset, entry.Break.Target.Address));
        }

        foreach (var (_, _, address) in places.OrderBy(static place => (place.Index, place.Offset)))
        {
            _numbers.TryAdd(address, _numbers.Count + 1);
        }

        void Add(List<OutlineEntry> entries)
        {
            foreach (var entry in entries)
            {
                // Without pages the entries stand in order already.
                places.Add((edition.Pages?.IndexOf(entry.Heading) ?? 0, 0, entry.Target.Address));
                Add(entry.Children);
            }
        }
    }

    /// <summary>The number of an address; that of the beginning when it has none.</summary>
    public int Of(string address) => _numbers.GetValueOrDefault(address, 1);
}
