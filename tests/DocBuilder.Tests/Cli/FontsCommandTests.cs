using System.Text.Json;
using DocBuilder.Tests.Building;
using DocBuilder.Tests.Fonts;
using DocBuilder.Typesetting.Fonts;
using Xunit;

namespace DocBuilder.Tests.Cli;

public sealed class FontsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_list_goes_to_standard_output_and_is_the_same_every_time()
    {
        var run = Command.Run("fonts");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            [
                "Amiri, comes with DocBuilder",
                "  Regular, weight 400, 1699 characters",
                "  Bold, weight 700, 1548 characters",
                "  Scripts: Arabic, Latin",
                "  In the theme print: text in Arabic; text in Arabic (fa) after other fonts; text in Arabic (ur) after other fonts; characters that other fonts lack",
                "  Licence: This Font Software is licensed under the SIL Open Font License, Version 1.1. This license is available with a FAQ at: https://openfontlicense.org",
                "  Embedding: allowed",
            ],
            run.OutputLines.Take(7));
        Assert.Equal(run.Output, Command.Run("fonts").Output);
    }

    [Fact]
    public void The_json_has_the_families_of_the_list()
    {
        var lines = Command.Run("fonts").OutputLines.Where(line => line[0] != ' ').Select(line => line.Split(',')[0]);
        using var json = JsonDocument.Parse(Command.Run("fonts", "--json").Output);

        var families = json.RootElement.GetProperty("families").EnumerateArray().ToList();
        Assert.Equal(lines, families.Select(family => family.GetProperty("name").GetString()));
        Assert.Equal("print", json.RootElement.GetProperty("theme").GetString());
        var italic = families.Single(family => family.GetProperty("name").GetString() == "Source Serif 4").GetProperty("styles")[1];
        Assert.Equal(
            ("Italic", 400, true, 918, "Latn", "installable", false),
            (italic.GetProperty("name").GetString(), italic.GetProperty("weight").GetInt32(), italic.GetProperty("italic").GetBoolean(), italic.GetProperty("characters").GetInt32(),
                italic.GetProperty("scripts")[2].GetProperty("code").GetString(), italic.GetProperty("embedding").GetString(), italic.TryGetProperty("file", out _)));
    }

    [Fact]
    public void Fonts_of_a_folder_are_listed_and_broken_ones_told_as_a_build_tells_them()
    {
        File.Copy(Samples.File("fonts/vazirmatn/Vazirmatn-Bold.ttf"), _folder["whole.ttf"]);
        File.WriteAllText(_folder["broken.ttf"], "This is no font.");

        var run = Command.Run("fonts", "--font-dir", _folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Vazirmatn, from a folder of yours", run.OutputLines);
        Assert.Contains($"  Bold, weight 700, 809 characters, in {_folder["whole.ttf"]}", run.OutputLines);
        Assert.StartsWith($"fonts: warning DB3105: The font {_folder["broken.ttf"]} cannot be used: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(run.ErrorLines[0], Command.Run("check", _folder.Write("a.html"), "--font-dir", _folder.Path).ErrorLines);
        Assert.Empty(Command.Run("fonts", "--font-dir", _folder.Path, "--quiet").Error);
    }

    [Fact]
    public void Json_says_what_is_wrong_and_where_fonts_are_from()
    {
        File.Copy(Samples.File("fonts/vazirmatn/Vazirmatn-Bold.ttf"), _folder["whole.ttf"]);
        File.WriteAllText(_folder["broken.ttf"], "This is no font.");

        using var json = JsonDocument.Parse(Command.Run("fonts", "--json", "--font-dir", _folder.Path, "--quiet").Output);

        Assert.Equal("DB3105", Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray()).GetProperty("code").GetString());
        var own = Assert.Single(json.RootElement.GetProperty("families").EnumerateArray(), family => !family.GetProperty("shipped").GetBoolean());
        Assert.Equal(_folder["whole.ttf"], own.GetProperty("styles")[0].GetProperty("file").GetString());
    }

    [Fact]
    public void The_list_and_what_is_wrong_are_told_in_arabic()
    {
        File.WriteAllText(_folder["broken.ttf"], "This is no font.");

        var run = Command.Run("fonts", "--font-dir", _folder.Path, "--language", "ar");

        Assert.Equal("\u2068Amiri\u2069، مع DocBuilder", run.OutputLines[0]);
        Assert.Equal(FontLibrary.Shipped.Faces.Select(face => face.Family).Distinct().Count(), run.OutputLines.Count(line => line == "  التضمين: مسموح"));
        Assert.Contains("تحذير DB3105: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupted_is_130() =>
        Assert.Equal(130, Command.Run(new Command.Given { Cancellation = new CancellationToken(canceled: true) }, "fonts").ExitCode);
}
