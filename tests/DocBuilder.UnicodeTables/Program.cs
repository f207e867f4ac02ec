// Writes the generated tables of DocBuilder.Typesetting from the Unicode files kept under tests/unicode.
using DocBuilder.UnicodeTables;

var root = args.Length > 0 ? args[0] : RepositoryRoot.Find(AppContext.BaseDirectory);
if (root is null)
{
    Console.Error.WriteLine("DocBuilder.sln was not found above the program: name the repository's folder.");
    return 2;
}

var folder = Path.Combine(root, "src", "DocBuilder.Typesetting", "Unicode", "Tables");
Directory.CreateDirectory(folder);
foreach (var (name, text) in TableFiles.Generate(Path.Combine(root, "tests", "unicode", TableFiles.Version)))
{
    File.WriteAllText(Path.Combine(folder, name), text);
    Console.WriteLine(Path.Combine(folder, name));
}

return 0;
