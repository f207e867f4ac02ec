using System.Globalization;

namespace DocBuilder.Benchmarks;

/// <summary>What is resident while a folder is built: whether the last articles take more memory than the first.</summary>
internal static class MemoryOverTime
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Builds a folder, and says on one line what was resident while its first and its last hundred articles were built.</summary>
    /// <param name="binary">The command.</param>
    /// <param name="input">The folder.</param>
    /// <param name="output">Where its editions go; not there yet.</param>
    /// <param name="articles">How many articles it has.</param>
    internal static string Report(string binary, string input, string output, int articles)
    {
        const int Hundred = 100;
        var (first, last) = (new List<double>(), new List<double>());
        using var process = NativeCommand.Start(binary, ["build", input, "-o", output, "--quiet", "--jobs", "2"]);
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!process.WaitForExit(Interval))
        {
            process.Refresh();
            var resident = process.WorkingSet64 / (1024.0 * 1024);
            var built = Directory.Exists(output) ? Directory.EnumerateFiles(output, "*.epub").Count() : 0;
            if (resident > 0 && (built < Hundred || built >= articles - Hundred))
            {
                (built < Hundred ? first : last).Add(resident);
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"memory: the first hundred {first.Average():0} MiB on average and {first.Max():0} at most, the last hundred {last.Average():0} and {last.Max():0}");
    }
}
