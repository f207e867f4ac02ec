using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder;

/// <summary>How pages look: one of the themes that come along, or one of a JSON file. Immutable.</summary>
public sealed class PrintTheme
{
    private PrintTheme(Theme theme, string identity)
    {
        Theme = theme;
        Identity = identity;
    }

    /// <summary>The theme when nothing is said: a naskh serif.</summary>
    public static PrintTheme Default { get; } = new(Theme.Print, Theme.Print.Name);

    /// <summary>The names of the themes that come along, the default first.</summary>
    public static ImmutableArray<string> Names => ThemeFile.Names;

    /// <summary>The theme's name.</summary>
    public string Name => Theme.Name;

    internal Theme Theme { get; }

    /// <summary>Tells the theme from every other: its name, and what its file holds.</summary>
    internal string Identity { get; }

    /// <summary>The theme of a name, or the one in a file.</summary>
    /// <param name="nameOrPath">One of <see cref="Names"/>, in any case, or the path of a JSON file.</param>
    /// <param name="problems">What is wrong, one sentence each; empty when there is a theme.</param>
    /// <returns>The theme; null when there is none, or something is wrong with it.</returns>
    public static PrintTheme? Open(string nameOrPath, out ImmutableArray<string> problems) =>
        ThemeFile.Open(nameOrPath, out problems) is { } theme
            ? new PrintTheme(theme, File.Exists(nameOrPath) ? theme.Name + " " + Convert.ToHexStringLower(Sha256.HashData(File.ReadAllBytes(nameOrPath))) : theme.Name)
            : null;
}
