using System.Security.Cryptography;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Building;

/// <summary>
/// The same input gives the same bytes, whoever builds it, by how many jobs and in whichever year. The editions of the fixture, by the managed command with
/// a job for each processor and today, are what all others are held to.
/// </summary>
public sealed class SameBytesTests(Editions editions)
{
    /// <summary>The native form where it was published; where not, the managed one stands in for it.</summary>
    public enum Form
    {
        Managed,
        Native,
    }

    [Theory]
    [InlineData(Form.Managed, 1, true)]
    [InlineData(Form.Native, 1, false)]
    [InlineData(Form.Native, 3, true)]
    public async Task Every_form_by_any_number_of_jobs_on_any_day_writes_the_same_bytes(Form form, int jobs, bool later)
    {
        using var folder = new TemporaryFolder();
        string[] command = [.. form == Form.Managed ? DocBuilderCommand.ManagedWords : DocBuilderCommand.Words,
            "build", Repository.Content, "-o", folder["editions"], "--jobs", $"{jobs}", "--quiet"];
        string[] words = later ? [.. AnotherDay.Words, .. command] : command;

        var built = await Command.Run(words[0], words[1..]);

        Assert.True(built.ExitCode == 0, built.ToString());
        Assert.Equal(Digests(editions.Folder), Digests(folder["editions"]));
    }

    // What the clock of the tests above is worth: the framework itself believes it.
    [Fact]
    public async Task A_managed_program_sees_the_other_day()
    {
        using var folder = new TemporaryFolder();
        var project = folder.Write("year.proj", "<Project><PropertyGroup><Year>$([System.DateTime]::UtcNow.Year)</Year></PropertyGroup></Project>");

        Assert.Equal($"{AnotherDay.Year}", (await Command.Output(AnotherDay.Words[0], [.. AnotherDay.Words[1..], "dotnet", "msbuild", project, "-getProperty:Year"])).Trim());
    }

    private static IEnumerable<string> Digests(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}");
}
