namespace DocBuilder.Tests.Reading;

/// <summary>The pages of the corpus; beside each lies, as text, what must come out of it.</summary>
/// <param name="root">The folder of the repository.</param>
internal sealed class CorpusPages(string root)
{
    /// <summary>Where they lie.</summary>
    public string Folder { get; } = Path.Combine(root, "tests", "DocBuilder.Tests", "Corpus");

    /// <summary>The names of the pages.</summary>
    public IEnumerable<string> Names => Directory.GetFiles(Folder).Where(static path => !IsExpectation(path) && File.Exists(ExpectationOf(path))).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The path of a page.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>What must come out of a page.</summary>
    public string Expected(string name) => File.ReadAllText(ExpectationOf(this[name])).TrimEnd('\n');

    private static bool IsExpectation(string path) => path.EndsWith(".expected.txt", StringComparison.Ordinal);

    // A page that is itself a text has its expectation under a longer name.
    private static string ExpectationOf(string path) => Path.ChangeExtension(path, path.EndsWith(".txt", StringComparison.Ordinal) ? ".expected.txt" : ".txt");
}
