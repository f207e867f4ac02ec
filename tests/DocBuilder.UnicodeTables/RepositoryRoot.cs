namespace DocBuilder.UnicodeTables;

/// <summary>Finds the folder that holds DocBuilder.sln.</summary>
public static class RepositoryRoot
{
    /// <summary>The nearest folder at or above <paramref name="start"/> with the solution in it; null when there is none.</summary>
    public static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DocBuilder.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
