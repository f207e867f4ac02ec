// Writes the generated tables of DocBuilder.Typesetting and DocBuilder.Reading from the Unicode files kept under tests/unicode.
using DocBuilder.UnicodeTables;

var root = args.Length > 0 ? args[0] : RepositoryRoot.Find(AppContext.BaseDirectory);
if (root is null)
{
    Console.Error.WriteLine("DocBuilder.sln was not found above the program: name the repository's folder.");
    return 2;
}

var database = Path.Combine(root, "tests", "unicode", TableFiles.Version);
Write(Path.Combine(root, "src", "DocBuilder.Typesetting", "Unicode", "Tables"), TableFiles.Generate(database));
Write(Path.Combine(root, "src", "DocBuilder.Reading", "LogicalText"), TableFiles.GenerateForReading(database));
return 0;

static void Write(string folder, SortedDictionary<string, string> files)
{
    Directory.CreateDirectory(folder);
    foreach (var (name, text) in files)
    {
        File.WriteAllText(Path.Combine(folder, name), text);
        Console.WriteLine(Path.Combine(folder, name));
    }
}
