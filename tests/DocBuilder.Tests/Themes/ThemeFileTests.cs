using System.Globalization;
using System.Text;
using System.Text.Json;
using DocBuilder.Documents;
using DocBuilder.Tests.Building;
using DocBuilder.Typesetting.Themes;
using Xunit;

namespace DocBuilder.Tests.Themes;

public sealed class ThemeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_changes_what_it_names_and_takes_the_rest_from_its_base()
    {
        var theme = Read("""{ "extends": "clear", "name": "mine", "text": { "size": 13 }, "scripts": { "Arab": { "scale": 1.3 } }, "headings": { "2": { "size": 1.5 } } }""");
        var clear = ThemeFile.Open("clear", out _)!;
        Assert.Equal("mine", theme.Name);
        Assert.Equal(13, theme.TextSize);
        Assert.Equal(clear.LinkColor, theme.LinkColor);
        Assert.Equal(clear.Headings[1] with { Size = 1.5 }, theme.Headings[1]);
        Assert.Equal(["Noto Sans Arabic", "Noto Naskh Arabic"], theme.TypographyFor(Typesetting.Unicode.Script.Arabic, "ar").Families);
        Assert.Equal(1.3, theme.TypographyFor(Typesetting.Unicode.Script.Arabic, "ar").Scale);
    }

    [Fact]
    public void A_file_without_a_base_adds_to_print_and_is_called_as_the_file_is()
    {
        var theme = Read("{}");
        Assert.Equal("theme", theme.Name);
        Assert.Equal(ThemeFile.Open("PRINT", out _)!.TextSize, theme.TextSize);
    }

    [Fact]
    public void A_script_of_its_own_begins_as_what_stood_for_it()
    {
        var theme = Read("""{ "scripts": { "Cyrl": { "families": ["Noto Sans"] }, "ps-Arab": { "families": ["Vazirmatn"] } } }""");
        Assert.Equal("Noto Sans", theme.TypographyFor(Typesetting.Unicode.Script.Cyrillic, "ru").Families[0]);
        Assert.True(theme.TypographyFor(Typesetting.Unicode.Script.Cyrillic, "ru").Slants);
        Assert.Equal("Vazirmatn", theme.TypographyFor(Typesetting.Unicode.Script.Arabic, "ps").Families[0]);
        Assert.Equal("Amiri", theme.TypographyFor(Typesetting.Unicode.Script.Arabic, "ar").Families[0]);
        Assert.Equal("Source Serif 4", theme.TypographyFor(Typesetting.Unicode.Script.Latin, "en").Families[0]);
    }

    [Theory]
    [InlineData("""{ "colour": 1 }""", "there is no key colour; here it is one of name, description, page, ")]
    [InlineData("""{ "page": { "margins": { "left": 0.1 } } }""", "there is no key page.margins.left; here it is one of inner, outer, top, bottom, least.")]
    [InlineData("""{ "page": { "margins": { "inner": "wide" } } }""", "page.margins.inner must be a number from 0 to 0.4.")]
    [InlineData("""{ "page": { "margins": { "inner": 1.5 } } }""", "page.margins.inner must be a number from 0 to 0.4.")]
    [InlineData("""{ "page": { "margins": { "inner": 1e999 } } }""", "page.margins.inner must be a number from 0 to 0.4.")]
    [InlineData("""{ "page": { "margins": { "inner": 0.4, "outer": 0.4 } } }""", "page.margins.inner and page.margins.outer take 0.8 of the page's width; ")]
    [InlineData("""{ "page": 3 }""", "page must be an object, with braces around it.")]
    [InlineData("""{ "page": { "measure": { "shortest": 40, "longest": 30 } } }""", "page.measure.shortest is 40; it must not be more than page.measure.longest, 30.")]
    [InlineData("""{ "text": { "size": 12, "size": 13 } }""", "text.size is there twice.")]
    [InlineData("""{ "text": { "justified": "yes" } }""", "text.justified must be true or false.")]
    [InlineData("""{ "text": { "minimum": 20 } }""", "text.size is 11.5; it must not be less than text.minimum, 20.")]
    [InlineData("""{ "colors": { "text": "black" } }""", "colors.text must be a colour such as \"#14446E\".")]
    [InlineData("""{ "colors": { "link": "#3388FF" } }""", "colors.link has a contrast of 3.4:1 on white paper; text needs at least 7:1 (WCAG 2.2 1.4.6).")]
    [InlineData("""{ "colors": { "text": "#404040", "secondary": "#000000", "link": "#000000", "shade": "#C0C0C0" } }""", "colors.text has a contrast of 5.6:1 on colors.shade; ")]
    [InlineData("""{ "headings": { "7": {} } }""", "headings.7 is no level of headings: it is 1 to 6.")]
    [InlineData("""{ "headings": { "1": { "size": 9 } } }""", "headings.1.size must be a number from 0.8 to 4.")]
    [InlineData("""{ "scripts": { "Arabic": {} } }""", "scripts.Arabic is no script: ")]
    [InlineData("""{ "scripts": { "ar-Arab": { "families": [] } } }""", "scripts.ar-Arab.families must be a list of 1 to 32 names of font families.")]
    [InlineData("""{ "scripts": { "other": { "families": ["Amiri", 1] } } }""", "scripts.other.families must be a list of 1 to 32 names of font families.")]
    [InlineData("""{ "extends": "mine" }""", "extends must be one of print, clear, large-print.")]
    [InlineData("""{ "name": "\ud800" }""", "a text in it is no valid Unicode.")]
    [InlineData("[]", "a theme must be an object, with braces around it.")]
    [InlineData("{\n  \"text\": { \"size\": 12, }\n}", "the JSON is broken, or nested deeper than 8, at line 2, column 25.")]
    [InlineData("", "the JSON is broken, or nested deeper than 8, at line 1, column 1.")]
    [InlineData("[[[[[[[[[[[[[[]]]]]]]]]]]]]]", "the JSON is broken, or nested deeper than 8, at line 1, column ")]
    public void What_is_wrong_is_told_with_the_file_the_key_and_what_is_allowed(string json, string sentence)
    {
        var path = _folder.Write("theme.json", json);
        Assert.Null(ThemeFile.Open(path, out var problems));
        Assert.StartsWith($"{path}: {sentence}", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_but_not_without_end()
    {
        ThemeFile.Open(_folder.Write("theme.json", """{ "text": { "size": 0 }, "colors": { "text": 1 }, "x": 2 }"""), out var problems);
        Assert.Equal(3, problems.Length);
        ThemeFile.Open(_folder.Write("theme.json", "{" + string.Join(",", Enumerable.Range(0, 500).Select(n => $"\"x{n}\":1")) + "}"), out problems);
        Assert.Equal(20, problems.Length);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told()
    {
        Assert.Null(ThemeFile.Open(_folder["none.json"], out var problems));
        Assert.Equal($"There is no theme '{_folder["none.json"]}': it is print, clear, large-print, or the path of a JSON file.", Assert.Single(problems));
        Directory.CreateDirectory(_folder["folder.json"]);
        Assert.Null(ThemeFile.Open(_folder["folder.json"], out problems));
        Assert.Equal($"{_folder["folder.json"]}: the theme cannot be read: it is a folder.", Assert.Single(problems));
        File.WriteAllBytes(_folder["large.json"], new byte[ThemeFile.MostBytes + 1]);
        Assert.Null(ThemeFile.Open(_folder["large.json"], out problems));
        Assert.Equal($"{_folder["large.json"]}: a theme is at most 1 MiB large.", Assert.Single(problems));
        File.WriteAllBytes(_folder["latin.json"], [(byte)'{', 0xE9, (byte)'}']);
        Assert.Null(ThemeFile.Open(_folder["latin.json"], out problems));
        Assert.Equal($"{_folder["latin.json"]}: the file is not in UTF-8.", Assert.Single(problems));
    }

    [Fact]
    public void The_print_theme_sets_every_key_and_the_others_only_keys_that_there_are()
    {
        var print = KeysOf(File.ReadAllText(ThemesFolder("print.json")));
        Assert.Equal(AllKeys().Order(StringComparer.Ordinal), print.Select(Generic).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, 6).Select(level => $"headings.{level}.size"), print.Where(key => key.StartsWith("headings.", StringComparison.Ordinal) && key.EndsWith(".size", StringComparison.Ordinal)));
        Assert.All(ThemeFile.Names, name => Assert.Equal(name, ThemeFile.Open(name, out _)!.Name));
        Assert.All(ThemeFile.Names, name => Assert.Empty(KeysOf(File.ReadAllText(ThemesFolder(name + ".json"))).Select(Generic).Except(AllKeys())));
    }

    [Fact]
    public void The_schema_has_the_keys_and_ranges_of_the_reader()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(ThemesFolder("theme.schema.json")));
        var said = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(schema.RootElement, schema.RootElement.GetProperty("$defs"), "", said);
        said.Remove(ThemeKeys.Schema);
        Assert.Equal("enum print clear large-print", said[ThemeKeys.Extends]);
        said.Remove(ThemeKeys.Extends);
        var read = new SortedDictionary<string, string>(
            ThemeKeys.Theme.Select(key => (key.Path, Say(key.Kind, key.Least, key.Most)))
                .Concat(ThemeKeys.Script.Select(key => ("scripts.*." + key.Path, Say(key.Kind, key.Least, key.Most))))
                .Concat(ThemeKeys.Heading.Select(key => ("headings.*." + key.Path, Say(key.Kind, key.Least, key.Most))))
                .ToDictionary(entry => entry.Item1, entry => entry.Item2),
            StringComparer.Ordinal);
        Assert.Equal(read, said);
    }

    private static IEnumerable<string> AllKeys() => ThemeKeys.Theme.Select(key => key.Path)
        .Concat(ThemeKeys.Script.Select(key => "scripts.*." + key.Path))
        .Concat(ThemeKeys.Heading.Select(key => "headings.*." + key.Path));

    private static string Generic(string key) => key.Split('.') is [ThemeKeys.Scripts or ThemeKeys.Headings, _, var last] parts ? $"{parts[0]}.*.{last}" : key;

    private static List<string> KeysOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Leaves(document.RootElement, "").Where(static key => key is not (ThemeKeys.Schema or ThemeKeys.Extends))];
    }

    private static IEnumerable<string> Leaves(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(property => Leaves(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
        : [path];

    /// <summary>The leaves of a schema, each with what it allows in words that the reader's table can be put into as well.</summary>
    private static void Collect(JsonElement schema, JsonElement definitions, string path, SortedDictionary<string, string> said)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!["#/$defs/".Length..];
            if (name is "heading" or "script")
            {
                Collect(definitions.GetProperty(name), definitions, path, said);
            }
            else
            {
                said.Add(path, name);
            }
        }
        else if (schema.TryGetProperty("enum", out var choices))
        {
            said.Add(path, "enum " + string.Join(' ', choices.EnumerateArray().Select(static choice => choice.GetString())));
        }
        else if (schema.GetProperty("type").GetString() is var type && type != "object")
        {
            said.Add(path, type == "number" ? Say(ThemeValueKind.Number, schema.GetProperty("minimum").GetDouble(), schema.GetProperty("maximum").GetDouble()) : type!);
        }
        else
        {
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean(), path);
            foreach (var property in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToList() : [])
            {
                Collect(property.Value, definitions, path.Length == 0 ? property.Name : $"{path}.{property.Name}", said);
            }

            foreach (var pattern in schema.TryGetProperty("patternProperties", out var patterns) ? patterns.EnumerateObject().ToList() : [])
            {
                Collect(pattern.Value, definitions, path + ".*", said);
            }
        }
    }

    private static string Say(ThemeValueKind kind, double least, double most) => kind switch
    {
        ThemeValueKind.Number => string.Create(CultureInfo.InvariantCulture, $"number {least} to {most}"),
        ThemeValueKind.Flag => "boolean",
        ThemeValueKind.Color => "color",
        ThemeValueKind.Families => "families",
        _ => "word",
    };

    private Theme Read(string json)
    {
        var theme = ThemeFile.Open(_folder.Write("theme.json", json), out var problems);
        Assert.Empty(problems);
        return theme!;
    }

    private static string ThemesFolder(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DocBuilder.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "src", "DocBuilder.Typesetting", "Themes", name);
    }
}
