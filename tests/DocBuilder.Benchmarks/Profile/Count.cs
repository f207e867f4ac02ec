using System.Collections.Immutable;

namespace DocBuilder.Benchmarks.Profile;

/// <summary>What the runtime counted at one place of a method.</summary>
/// <param name="Kind">The runtime's <c>PgoInstrumentationKind</c>: what is counted, in its upper bits, and how a value is stored, in its lowest four.</param>
/// <param name="IlOffset">Where, in bytes from the beginning of the method's IL.</param>
/// <param name="Other">A second place or flags, by the kind.</param>
/// <param name="Values">Numbers, or names of types or methods as the runtime wrote them; null is a place never taken.</param>
internal sealed record Count(int Kind, int IlOffset, int Other, ImmutableArray<object?> Values)
{
    private const int StorageMask = 0xF;

    /// <summary>Whether the values are types.</summary>
    public bool HoldsTypes => (Kind & StorageMask) == 3;
}
