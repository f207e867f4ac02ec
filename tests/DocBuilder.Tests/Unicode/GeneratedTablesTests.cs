using DocBuilder.UnicodeTables;
using Xunit;

namespace DocBuilder.Tests.Unicode;

public sealed class GeneratedTablesTests
{
    [Fact]
    public void The_committed_tables_are_what_the_generator_writes()
    {
        var root = RepositoryRoot.Find(AppContext.BaseDirectory)!;
        AssertCurrent(Path.Combine(root, "src", "DocBuilder.Typesetting", "Unicode", "Tables"), TableFiles.Generate(ConformanceFile.Folder));
        AssertCurrent(Path.Combine(root, "src", "DocBuilder.Reading", "LogicalText"), TableFiles.GenerateForReading(ConformanceFile.Folder));
    }

    private static void AssertCurrent(string folder, SortedDictionary<string, string> generated)
    {
        Assert.Equal(generated.Keys, Directory.GetFiles(folder, "*.g.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach (var (name, text) in generated)
        {
            Assert.True(text == File.ReadAllText(Path.Combine(folder, name)), $"{name} differs: run tests/DocBuilder.UnicodeTables.");
        }
    }
}
