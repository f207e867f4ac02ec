using System.Text;

namespace DocBuilder.HyphenationPatterns;

/// <summary>The generated files: what they are called and what they are made from.</summary>
public static class CompiledPatterns
{
    /// <summary>Each language's source files, in the order they are read: an exception of a later file stands over one of an earlier file.</summary>
    private static readonly string[][] Sources =
    [
        ["af"], ["be"], ["bg"], ["ca"], ["cy"], ["da"], ["de-1996"], ["el-monoton"], ["en-gb"], ["en-us"], ["es"], ["et"], ["fi-x-school"], ["fr"], ["ga"],
        ["gl"], ["hr"], ["is"], ["it"], ["kmr"], ["la"], ["lt"], ["no", "nb"], ["nl"], ["no", "nn"], ["pl"], ["pt"], ["ru"], ["sh-cyrl"], ["sh-latn"],
        ["sl"], ["sv"], ["tk"], ["tr"], ["uk"],
    ];

    /// <summary>Where the TeX files lie.</summary>
    public static string SourceFolder(string root) => Path.Combine(root, "tests", "hyphenation");

    /// <summary>Where the generated files lie.</summary>
    public static string Folder(string root) => Path.Combine(root, "src", "DocBuilder.Typesetting", "Paragraphs", "Hyphenation", "Patterns");

    /// <summary>Reads the TeX files in <paramref name="folder"/> and makes each generated file's bytes, by file name.</summary>
    public static SortedDictionary<string, byte[]> Generate(string folder)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var notices = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var sources in Sources)
        {
            var read = sources.Select(source => PatternFile.Read(Path.Combine(folder, $"hyph-{source}.tex"))).ToList();
            files.Add($"{sources[^1]}.hyph", Compile(read));
            foreach (var file in read)
            {
                notices[file.Name] = file.Notice;
            }
        }

        files.Add("NOTICES.txt", Encoding.UTF8.GetBytes(Notices(notices)));
        return files;
    }

    private static byte[] Compile(List<PatternFile> files)
    {
        var patterns = files.SelectMany(file => file.Patterns);
        var exceptions = files.SelectMany(file => file.Exceptions)
            .GroupBy(exception => exception.Letters, StringComparer.Ordinal)
            .Select(group => group.Last());
        return PackedTrie.Build(files[^1].LeftMinimum, files[^1].RightMinimum, [.. patterns, .. exceptions]);
    }

    private static string Notices(SortedDictionary<string, string> notices)
    {
        var text = new StringBuilder("The hyphenation patterns of DocBuilder are compiled from the files below, each under its own terms.\n");
        foreach (var (name, notice) in notices)
        {
            text.Append($"\n==== {name}\n\n{notice}");
        }

        return text.ToString();
    }
}
