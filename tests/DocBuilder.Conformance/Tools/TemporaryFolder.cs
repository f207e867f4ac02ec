namespace DocBuilder.Conformance.Tools;

/// <summary>A folder that goes when the test goes.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("docbuilder-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes a text file in UTF-8 and returns its path.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>The files below the folder, as relative paths, sorted.</summary>
    public IReadOnlyList<string> Files(string below = "") =>
        Directory.Exists(this[below])
            ? [.. Directory.EnumerateFiles(this[below], "*", SearchOption.AllDirectories)
                .Select(file => System.IO.Path.GetRelativePath(this[below], file)).Order(StringComparer.Ordinal)]
            : [];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
