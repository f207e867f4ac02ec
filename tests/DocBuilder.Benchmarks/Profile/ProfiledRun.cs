using System.Diagnostics;
using System.Globalization;

namespace DocBuilder.Benchmarks.Profile;

/// <summary>
/// Makes the profile that the native binary is compiled with: the managed form builds articles while the runtime counts which ways the code takes and
/// which types it meets, and the native compiler puts those first.
/// </summary>
internal static class ProfiledRun
{
    private const int Articles = 240;

    // In hexadecimal: a method is counted in for so many calls before it is compiled for good.
    private const string CallsCounted = "8000";

    internal static int Run()
    {
        var project = Path.Combine(Repository.Root, "src", "DocBuilder.Cli");
        var work = Directory.CreateTempSubdirectory("docbuilder-profile-").FullName;
        try
        {
            NativeCommand.Publish();
            var responseFile = Directory.EnumerateFiles(Path.Combine(project, "obj", "Release"), "*.ilc.rsp", SearchOption.AllDirectories).OrderByDescending(File.GetLastWriteTimeUtc).First();
            var counts = Path.Combine(work, "counts.txt");
            var folder = Path.Combine(work, "in");
            GeneratedArticles.Write(folder, Articles);
            Count(project, counts, [folder, Path.Combine(Repository.Root, "content")], Path.Combine(work, "out"));

            using var assemblies = AssemblySet.Open(ResponseFile.Assemblies(responseFile));
            var profile = new ProfileWriter(assemblies);
            // A method counted more than once, in several states or for several arguments, is written with its highest counts.
            foreach (var method in CountsFile.Read(counts).OrderByDescending(static method => method.Weight))
            {
                profile.Add(method);
            }

            var path = Path.Combine(project, "docbuilder.mibc");
            File.WriteAllBytes(path, profile.Finish(Path.GetFileName(path)));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{path}: {profile.Written} methods written, {profile.Unknown} left out that the native form does not have or cannot tell apart, {profile.Untouched} without a count."));
            return 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void Count(string project, string counts, string[] inputs, string output)
    {
        Run(["build", project, "-c", "Release", "-v", "quiet"], []);
        Run([Path.Combine(project, "bin", "Release", "net10.0", "DocBuilder.Cli.dll"), "build", .. inputs, "-o", output, "--jobs", "1", "--quiet"], new(StringComparer.Ordinal)
        {
            ["DOTNET_WritePGOData"] = "1",
            ["DOTNET_PGODataPath"] = counts,
            ["DOTNET_TieredPGO"] = "1",
            ["DOTNET_TieredPGO_InstrumentOnlyHotCode"] = "0",
            ["DOTNET_TC_CallCountThreshold"] = CallsCounted,
            // What comes compiled is not counted in.
            ["DOTNET_ReadyToRun"] = "0",
        });
    }

    private static void Run(string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"\"dotnet {arguments[0]}\" failed.");
        }
    }
}
