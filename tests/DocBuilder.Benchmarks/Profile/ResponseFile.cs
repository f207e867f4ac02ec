namespace DocBuilder.Benchmarks.Profile;

/// <summary>The arguments that the build gives to the native compiler, one a line (<c>*.ilc.rsp</c>).</summary>
internal static class ResponseFile
{
    /// <summary>The assemblies that are compiled: the command's own and all it refers to. Relative paths are those of the project, three folders above <c>obj</c>'s file.</summary>
    public static IEnumerable<string> Assemblies(string path)
    {
        var project = Path.GetFullPath(path);
        while (project.Length > 1 && Path.GetFileName(project) != "obj")
        {
            project = Path.GetDirectoryName(project) ?? "";
        }

        project = Path.GetDirectoryName(project) ?? "";
        foreach (var line in File.ReadLines(path))
        {
            var file = line.StartsWith("-r:", StringComparison.Ordinal) ? line[3..] : line;
            if (!file.StartsWith('-') && file.EndsWith(".dll", StringComparison.Ordinal))
            {
                yield return Path.Combine(project, file);
            }
        }
    }
}
