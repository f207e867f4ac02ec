using System.Collections.Immutable;

namespace DocBuilder.Benchmarks.Profile;

/// <summary>A method and what the runtime counted in it.</summary>
/// <param name="FullName">Its type, with the arguments of a generic one (<c>System.__Canon</c> for any reference), a point and its name. The runtime does not write the arguments of a generic method.</param>
/// <param name="ParameterCount">The number of its parameters, without <c>this</c>.</param>
/// <param name="IlSize">The length of its IL in bytes.</param>
internal sealed record CountedMethod(string FullName, int ParameterCount, int IlSize, ImmutableArray<Count> Counts)
{
    /// <summary>The sum of all edges counted: how much of the run was spent there, roughly.</summary>
    public long Weight => Counts.Where(c => c.Kind >> 6 is 1 or 6).Sum(c => c.Values.Sum(v => (long)v!));
}
