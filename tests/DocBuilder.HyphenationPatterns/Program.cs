// Writes the compiled patterns of DocBuilder.Typesetting from the TeX files kept under tests/hyphenation.
using DocBuilder.HyphenationPatterns;

if (args.Length != 1)
{
    Console.Error.WriteLine("Name the repository's folder.");
    return 2;
}

var folder = CompiledPatterns.Folder(args[0]);
Directory.CreateDirectory(folder);
foreach (var (name, bytes) in CompiledPatterns.Generate(CompiledPatterns.SourceFolder(args[0])))
{
    File.WriteAllBytes(Path.Combine(folder, name), bytes);
    Console.WriteLine($"{name} {bytes.Length}");
}

return 0;
