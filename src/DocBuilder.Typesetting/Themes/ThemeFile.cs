using System.Collections.Immutable;

namespace DocBuilder.Typesetting.Themes;

/// <summary>Finds themes: those that come along by name, those of users as JSON files (see THEMES.md).</summary>
public static class ThemeFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The names of the themes that come along, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ShippedThemes.Names];

    /// <summary>The theme of a name, or the one in a file.</summary>
    /// <param name="nameOrPath">One of <see cref="Names"/>, in any case, or the path of a JSON file.</param>
    /// <param name="problems">What is wrong, one sentence each; empty when there is a theme.</param>
    /// <returns>The theme on A4 (see <see cref="Theme.ForPaper"/>); null when there is none, or something is wrong with it.</returns>
    public static Theme? Open(string nameOrPath, out ImmutableArray<string> problems)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        problems = [];
        if (ShippedThemes.Named(nameOrPath) is { } shipped)
        {
            return shipped;
        }

        var bytes = ReadBytes(nameOrPath, out var problem);
        if (bytes is null)
        {
            problems = [problem];
            return null;
        }

        var start = ShippedThemes.Named(ShippedThemes.Names[0])! with { Name = Path.GetFileNameWithoutExtension(nameOrPath) };
        var theme = ThemeReader.Read(bytes, nameOrPath, start, out problems);
        return theme is null ? null : theme with { Source = nameOrPath };
    }

    private static byte[]? ReadBytes(string path, out string problem)
    {
        problem = "";
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var bytes = new byte[MostBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length <= MostBytes)
            {
                return bytes[..length];
            }

            problem = $"{path}: a theme is at most {MostBytes / 1024 / 1024} MiB large.";
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            problem = $"There is no theme '{path}': it is {ShippedThemes.NameList}, or the path of a JSON file.";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = $"{path}: the theme cannot be read: {(Directory.Exists(path) ? "it is a folder" : exception is UnauthorizedAccessException ? "permission is denied" : "the system refuses it")}.";
        }

        return null;
    }
}
