using System.Text.RegularExpressions;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Packages;

/// <summary>The packages as those find them who have nothing else: a program of a few lines, and the command as a tool, each in an empty folder.</summary>
[Collection(PackageFeed.Collection)]
public sealed partial class ConsumerTests(PackageFeed feed) : IDisposable
{
    private const string Article = """
        <!DOCTYPE html>
        <html lang="ar" dir="rtl">
        <head><meta charset="utf-8"><title>افتتاح مكتبة المدينة</title></head>
        <body><article><h1>افتتاح مكتبة المدينة</h1>
        <p>افتُتحت يوم الخميس مكتبة المدينة بعد أعمال ترميم دامت سنتين، وتضم ١٢٠ ألف كتاب.</p>
        <figure><img src="picture.webp" alt="قاعة المطالعة"><figcaption>قاعة المطالعة بعد الترميم.</figcaption></figure></article></body>
        </html>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_sample_of_the_readme_builds_with_the_packed_library_what_the_command_builds()
    {
        WriteArticles();
        _folder.Write("article.html", Article);
        var sample = Assert.Single(Sample().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))).Groups["code"].Value;
        Assert.InRange(sample.Split('\n').Length, 5, 15);
        _folder.Write("program/Program.cs", sample + "\n");
        // As dotnet new console writes it, with the package that dotnet add package adds.
        _folder.Write("program/program.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DocBuilder" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);

        // What other packages it needs is already there, and is only looked at; what it unpacks goes with the folder.
        var built = await DotNet.Run(_folder["program"], "build", "-warnaserror", $"-p:RestoreAdditionalProjectSources={feed.Path}",
            $"-p:RestorePackagesPath={_folder["packages"]}", $"-p:RestoreFallbackFolders={DotNet.Packages}");
        Assert.Contains("0 Warning(s)", built.Output, StringComparison.Ordinal);
        var ran = await DotNet.Run(_folder.Path, _folder["program/bin/Debug/net10.0/program.dll"]);

        Assert.Equal("", ran.Error);
        Assert.Equal("%PDF-1.7", File.ReadAllText(_folder["article.pdf"])[..8]);
        await AssertBuilt("output");
    }

    [Fact]
    public async Task The_packed_tool_builds_from_an_empty_folder()
    {
        WriteArticles();
        await DotNet.Run(_folder.Path, "tool", "install", "DocBuilder.Cli", "--version", feed.Version, "--tool-path", _folder["tools"], "--source", feed.Path);

        var ran = await Command.Run(_folder["tools/docbuilder"], ["build", "articles", "--page-size", "A5", "--quiet"], folder: _folder.Path,
            environment: new Dictionary<string, string> { ["DOTNET_ROOT"] = DotNet.Root });

        Assert.True(ran.ExitCode == 0, ran.ToString());
        await AssertBuilt("output");
    }

    /// <summary>Text that must be shaped and a picture that must be decoded: each takes a native library.</summary>
    private void WriteArticles()
    {
        _folder.Write("articles/picture.webp", File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "pictures", "alpha.webp")));
        _folder.Write("articles/خبر.html", Article);
    }

    private async Task AssertBuilt(string folder)
    {
        Assert.Equal(0, (await DocBuilderCommand.Run(["build", "articles", "--page-size", "A5", "-o", "expected", "--quiet"], _folder.Path)).ExitCode);
        Assert.Equal(3, _folder.Files("expected").Count);
        Assert.Equal(_folder.Files("expected"), _folder.Files(folder));
        Assert.All(_folder.Files("expected"), file => Assert.Equal(File.ReadAllBytes(_folder[Path.Combine("expected", file)]), File.ReadAllBytes(_folder[Path.Combine(folder, file)])));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
