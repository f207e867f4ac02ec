using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DocBuilder.Benchmarks;

/// <summary>The command as it is shipped.</summary>
internal static class NativeCommand
{
    /// <summary>
    /// The most memory that was resident, in MiB. Asked of a small program that starts ours: a process counts the memory of whoever
    /// forked it, so asking for our own child's would measure this benchmark. Null where GNU time is not installed.
    /// </summary>
    internal static double? PeakMemory(string binary, string[] args) => Usage(binary, args)?.Mebibytes;

    /// <summary>The most memory that was resident, and the time that processors worked for the command, whatever else they had to do: all of it, and the system's part.</summary>
    internal static (double Mebibytes, double Seconds, double SystemSeconds)? Usage(string binary, string[] args)
    {
        const string GnuTime = "/usr/bin/time";
        if (!File.Exists(GnuTime) || !RuntimeInformation.IsOSPlatform(OSPlatform.Linux))
        {
            return null;
        }

        using var process = Start(GnuTime, ["-f", "%M %U %S", binary, .. args]);
        // Nobody needs what it prints, but who does not read it stops the command when the pipe is full.
        process.BeginOutputReadLine();
        var lines = process.StandardError.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        List<double> numbers = [.. lines[^1].Split(' ').Select(static number => double.Parse(number, CultureInfo.InvariantCulture))];
        return (numbers[0] / 1024, numbers[1] + numbers[2], numbers[2]);
    }

    internal static Process Start(string program, string[] args) =>
        Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    internal static string Publish()
    {
        var project = Path.Combine(Repository.Root, "src", "DocBuilder.Cli");
        var folder = Path.Combine(Repository.Root, "src", "DocBuilder.Cli", "bin", "benchmark");
        Console.Error.WriteLine("Publishing the native command …");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "-v", "quiet"]))!;
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Combine(folder, OperatingSystem.IsWindows() ? "docbuilder.exe" : "docbuilder")
            : throw new InvalidOperationException("The command could not be published.");
    }
}
