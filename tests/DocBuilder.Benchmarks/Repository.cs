namespace DocBuilder.Benchmarks;

/// <summary>Where things lie in the working copy that the benchmark was built in.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static string Content(string name) => Path.Combine(Root, "content", name);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "DocBuilder.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The benchmarks run inside a working copy of the repository.");
    }
}
