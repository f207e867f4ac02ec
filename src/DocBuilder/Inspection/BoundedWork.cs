using System.Runtime.ExceptionServices;

namespace DocBuilder.Inspection;

/// <summary>Runs work that a hostile file may hold up for ever, and waits for it only so long.</summary>
internal static class BoundedWork
{
    // For parsers that call themselves: many times what their own bound on depth lets them use.
    private const int StackBytes = 16 * 1024 * 1024;

    // Work that asks its token ends by itself within this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Runs the work on a thread of its own.</summary>
    /// <returns>Its result; null when the time was over. Then it was told to end, and if it cannot hear that, goes on in the background and its result is lost.</returns>
    internal static T? Run<T>(Func<CancellationToken, T> work, TimeSpan most, CancellationToken cancellationToken)
        where T : class
    {
        using var outOfTime = new CancellationTokenSource();
        var token = outOfTime.Token;
        var completion = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Complete(completion, work, token), StackBytes) { IsBackground = true, Name = "inspection" };
        thread.Start();
        try
        {
            if (completion.Task.Wait((int)Math.Min(int.MaxValue, most.TotalMilliseconds), cancellationToken))
            {
                return completion.Task.Result;
            }
        }
        catch (AggregateException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }
        finally
        {
            if (!completion.Task.IsCompleted)
            {
                outOfTime.Cancel();
                thread.Join(Patience);
            }
        }

        return null;
    }

    private static void Complete<T>(TaskCompletionSource<T> completion, Func<CancellationToken, T> work, CancellationToken token)
    {
        try
        {
            completion.SetResult(work(token));
        }
        catch (Exception exception)
        {
            completion.SetException(exception);
        }
    }
}
