using DocBuilder.HyphenationPatterns;
using DocBuilder.Typesetting.Paragraphs.Hyphenation;
using DocBuilder.UnicodeTables;
using Xunit;

namespace DocBuilder.Tests.Paragraphs.Hyphenation;

/// <summary>The pattern files, what is made of them, and their terms.</summary>
public sealed class HyphenationPatternsTests
{
    private static readonly string Root = RepositoryRoot.Find(AppContext.BaseDirectory)!;

    /// <summary>Words that the head of a file holds when it is under the licence.</summary>
    private static readonly Dictionary<string, string> LicenceWords = new(StringComparer.Ordinal)
    {
        ["MIT"] = "name: MIT",
        ["LPPL"] = "name: LPPL",
        ["BSD-3-Clause"] = "BSD 3-clause",
        ["BSD-style"] = "used, modified, copied, distributed, and sold",
        ["all-permissive"] = "Copying and distribution of this file, with or without modification,",
    };

    [Fact]
    public void The_committed_patterns_are_what_the_compiler_writes()
    {
        var folder = CompiledPatterns.Folder(Root);
        var generated = CompiledPatterns.Generate(CompiledPatterns.SourceFolder(Root));
        Assert.Equal(generated.Keys, Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach (var (name, bytes) in generated)
        {
            Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder, name))), $"{name} differs: run tests/DocBuilder.HyphenationPatterns.");
        }
    }

    [Fact]
    public void Every_pattern_file_has_a_row_with_a_free_licence_that_its_head_states()
    {
        var rows = Rows();
        Assert.Equal(
            Directory.GetFiles(CompiledPatterns.SourceFolder(Root), "*.tex").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
            rows.Select(row => row.File).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Contains(
            LicenceWords[row.Licence], PatternFile.Read(Path.Combine(CompiledPatterns.SourceFolder(Root), row.File)).Notice, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_shipped_language_has_a_row_and_a_tag_and_every_notice_is_shipped()
    {
        var shipped = Directory.GetFiles(CompiledPatterns.Folder(Root), "*.hyph").Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet();
        Assert.Equal(shipped.Order(), Rows().SelectMany(row => row.Compiled).Distinct().Order());
        Assert.Equal(shipped.Order(), HyphenationLanguages.Patterns.Order());
        var notices = File.ReadAllText(Path.Combine(CompiledPatterns.Folder(Root), "NOTICES.txt"));
        Assert.All(Rows(), row => Assert.Contains($"==== {row.File}\n", notices, StringComparison.Ordinal));
    }

    private static List<(string File, string Licence, string[] Compiled)> Rows() =>
    [
        .. File.ReadLines(Path.Combine(CompiledPatterns.SourceFolder(Root), "README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1].Trim('`'), cells[4], cells[5].Split(", "))),
    ];
}
