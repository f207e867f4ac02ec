using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>Which articles a batch has, and where their editions go: decided before the first is read.</summary>
internal static class BatchPlan
{
    /// <summary>An article of a batch.</summary>
    /// <param name="Name">The path or name that messages show.</param>
    /// <param name="Input">Where it comes from.</param>
    /// <param name="Target">The path of its editions, without the extension.</param>
    /// <param name="Failure">Why there is nothing to build; null for an article.</param>
    /// <param name="RelativePath">Its path below the folder it was found in, <c>/</c> between names; else its file name.</param>
    /// <param name="InFolder">Whether it was found in a folder: nobody asked for this very file, so only an ordinary one is opened.</param>
    internal sealed record Entry(string Name, ArticleInput Input, string Target, Finding? Failure, string RelativePath, bool InFolder);

    /// <summary>
    /// The entries in the order of the inputs. The tree of a folder is mirrored below the output folder; a single file stands right in it. The same file
    /// twice is built once; two files that would be written to one place: the second is a failure.
    /// </summary>
    internal static ImmutableArray<Entry> Make(IEnumerable<ArticleInput> inputs, string outputFolder, CancellationToken cancellationToken)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>();
        var targets = new Dictionary<string, Entry>(FileNameComparer);
        foreach (var input in inputs)
        {
            foreach (var entry in EntriesOf(input, outputFolder, cancellationToken))
            {
                if (entry.Failure is not null || targets.TryAdd(Path.GetFullPath(entry.Target), entry))
                {
                    entries.Add(entry);
                }
                else if (targets[Path.GetFullPath(entry.Target)] is var other && !IsSameSource(entry, other))
                {
                    entries.Add(entry with { Failure = BuildFindings.SameEdition(other.Name) });
                }
            }
        }

        return entries.ToImmutable();
    }

    /// <summary>The entry for one input that is not a folder.</summary>
    internal static Entry Single(ArticleInput input, string outputFolder) =>
        new(input.Name, input, Path.Combine(outputFolder, Stem(input.Name)), null, Path.GetFileName(input.Name), InFolder: false);

    /// <summary>How the file systems of the machine usually compare names.</summary>
    private static StringComparer FileNameComparer =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static IEnumerable<Entry> EntriesOf(ArticleInput input, string outputFolder, CancellationToken cancellationToken)
    {
        if (input.Stream is not null || File.Exists(input.Name))
        {
            return [Single(input, outputFolder)];
        }

        if (!Directory.Exists(input.Name))
        {
            return [Failed(input, BuildFindings.NotFound(input.Name))];
        }

        var found = ArticleFolder.Find(input.Name, cancellationToken);
        return found.Count == 0
            ? [Failed(input, BuildFindings.FolderWithoutArticles(input.Name))]
            : found.Select(entry => InFolder(input, entry, outputFolder));
    }

    private static Entry InFolder(ArticleInput folder, ArticleFolder.Entry found, string outputFolder)
    {
        var input = ArticleInput.FromPath(Path.Combine(folder.Name, found.RelativePath));
        return found.Failure is { } failure
            ? Failed(input, failure) with { RelativePath = found.RelativePath }
            : new(input.Name, input, Path.Combine(outputFolder, Path.GetDirectoryName(found.RelativePath)!, Stem(found.RelativePath)), null, found.RelativePath, InFolder: true);
    }

    private static Entry Failed(ArticleInput input, Finding failure) => new(input.Name, input, "", failure, Path.GetFileName(input.Name.TrimEnd(Path.DirectorySeparatorChar)), InFolder: false);

    private static bool IsSameSource(Entry one, Entry other) =>
        one.Input.Stream is null && other.Input.Stream is null && Path.GetFullPath(one.Name) == Path.GetFullPath(other.Name);

    /// <summary>The file's name without its last extension; a name that is nothing but an extension is kept whole, or the edition would be hidden.</summary>
    private static string Stem(string name)
    {
        var stem = Path.GetFileNameWithoutExtension(name);
        return stem.Length > 0 ? stem : Path.GetFileName(name).TrimStart('.');
    }
}
