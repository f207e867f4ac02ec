using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>Finds the articles in a folder and in the folders in it.</summary>
internal static class ArticleFolder
{
    // More links than the kernels of Linux and macOS follow in one path.
    private const int MostLinks = 64;

    private static readonly EnumerationOptions EverythingInOneFolder = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>A file found, or a folder that could not be looked into.</summary>
    /// <param name="RelativePath">The path below the folder the search began in, <c>/</c> between names.</param>
    /// <param name="Failure">Why the folder could not be looked into; null for a file.</param>
    internal readonly record struct Entry(string RelativePath, Finding? Failure);

    /// <summary>The articles in ordinal order of their paths. Every real folder is looked into once, so links cannot lead in circles.</summary>
    internal static List<Entry> Find(string folder, CancellationToken cancellationToken)
    {
        var found = new List<Entry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<(string RelativePath, string RealPath)>();
        waiting.Push(("", RealPath(Path.GetFullPath(folder), MostLinks)));
        while (waiting.TryPop(out var current))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!seen.Add(current.RealPath))
            {
                continue;
            }

            try
            {
                foreach (var entry in new DirectoryInfo(current.RealPath).EnumerateFileSystemInfos("*", EverythingInOneFolder))
                {
                    if (IsHidden(entry))
                    {
                        continue;
                    }

                    var relativePath = current.RelativePath.Length == 0 ? entry.Name : $"{current.RelativePath}/{entry.Name}";
                    if (entry.Attributes.HasFlag(FileAttributes.Directory))
                    {
                        if (!entry.Name.EndsWith("_files", StringComparison.OrdinalIgnoreCase))
                        {
                            waiting.Push((relativePath, entry.LinkTarget is null ? entry.FullName : RealPath(entry.FullName, MostLinks)));
                        }
                    }
                    else if (IsArticle(entry.Name))
                    {
                        found.Add(new(relativePath, null));
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                found.Add(new(current.RelativePath, BuildFindings.CannotBeRead.Of(FindingArgument.Whole(Path.Combine(folder, current.RelativePath)), SystemReasons.Of(exception))));
            }
        }

        found.Sort((one, other) => string.CompareOrdinal(one.RelativePath, other.RelativePath));
        return found;
    }

    private static bool IsHidden(FileSystemInfo entry) => entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden);

    private static bool IsArticle(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".HTML" or ".HTM" or ".XHTML" or ".XHT" or ".MHTML" or ".MHT" or ".MD" or ".MARKDOWN" or ".TXT";

    /// <summary>The path without links in it, name by name, since a link may lead through another.</summary>
    private static string RealPath(string path, int links)
    {
        var root = Path.GetPathRoot(path)!;
        var real = root;
        foreach (var name in path[root.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, name);
            if (links > 0 && new DirectoryInfo(real) is { LinkTarget: { } target })
            {
                real = RealPath(Path.GetFullPath(target, Path.GetDirectoryName(real)!), links - 1);
            }
        }

        return real;
    }
}
