using System.Collections.Immutable;
using DocBuilder.Pdf.Profiles;

namespace DocBuilder;

/// <summary>The standards that a print edition conforms to. Immutable.</summary>
public sealed class PrintProfile
{
    private PrintProfile(Profile profile) => Profile = profile;

    /// <summary>The profile when nothing is said: PDF/UA-1 and PDF/A-2a.</summary>
    public static PrintProfile Default { get; } = new(Profile.Ua1A2a);

    /// <summary>The names of all profiles, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Profile.All.Select(static profile => profile.Name)];

    /// <summary>The name, such as <c>ua1-a2a</c>.</summary>
    public string Name => Profile.Name;

    internal Profile Profile { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The profile of a name, in any case; null when there is none.</summary>
    public static PrintProfile? Find(string name) => Profile.Find(name) is { } profile ? new PrintProfile(profile) : null;
}
