using DocBuilder.UnicodeTables;
using Xunit;

namespace DocBuilder.Tests.Unicode;

public sealed class GeneratedTablesTests
{
    [Fact]
    public void The_committed_tables_are_what_the_generator_writes()
    {
        var root = RepositoryRoot.Find(AppContext.BaseDirectory)!;
        var folder = Path.Combine(root, "src", "DocBuilder.Typesetting", "Unicode", "Tables");
        var generated = TableFiles.Generate(ConformanceFile.Folder);
        Assert.Equal(generated.Keys, Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach (var (name, text) in generated)
        {
            Assert.True(text == File.ReadAllText(Path.Combine(folder, name)), $"{name} differs: run tests/DocBuilder.UnicodeTables.");
        }
    }
}
