using System.Runtime.InteropServices;

namespace DocBuilder.Cli;

/// <summary>Ends the work in good order when the process is told to end (Ctrl-C, a closed terminal, <c>kill</c>).</summary>
internal static class Interruption
{
    // Long enough to finish a page, short enough for somebody who waits for the prompt.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // SIGXFSZ, on Linux and macOS alike.
    private const int FileSizeLimit = 25;

    /// <summary>
    /// Runs the work. At the first signal it is cancelled; at the second, or when it does not end in time, the process ends without it:
    /// unfinished files are removed at the process's exit.
    /// </summary>
    /// <returns>What the work returns.</returns>
    internal static int Run(Func<CancellationToken, int> work)
    {
        using var cancellation = new CancellationTokenSource();
        using var impatience = new Timer(_ => Environment.Exit(ExitCode.Interrupted));
        void OnSignal(PosixSignalContext context)
        {
            context.Cancel = true;
            var again = cancellation.IsCancellationRequested;
            impatience.Change(again ? TimeSpan.Zero : Patience, Timeout.InfiniteTimeSpan);
            cancellation.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal);
        // A file grew past the limit that the system set (ulimit -f): survived, the write fails and is told like a full disk.
        using var fileSize = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)FileSizeLimit, context => context.Cancel = true);
        return work(cancellation.Token);
    }
}
