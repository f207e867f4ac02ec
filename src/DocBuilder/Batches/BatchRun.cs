using System.Runtime.ExceptionServices;

namespace DocBuilder.Batches;

/// <summary>Works through numbered articles on several threads, and hands their results out in order.</summary>
/// <param name="count">How many articles.</param>
/// <param name="jobs">How many threads.</param>
/// <param name="work">Does the article of a number; called from any thread.</param>
internal sealed class BatchRun<T>(int count, int jobs, Func<int, T> work)
    where T : class
{
    /// <summary>Threads run ahead of a slow article by at most this many results each, so that memory does not grow with the batch.</summary>
    private const int Lead = 64;

    private readonly object _gate = new();
    private readonly T?[] _results = new T?[count];
    private ExceptionDispatchInfo? _failure;
    private int _next;
    private int _taken;
    private bool _isStopped;

    /// <summary>The results in order. Taking no more of them ends the work: what is begun is waited for.</summary>
    /// <param name="isLast">Whether nothing is begun after a result; what is begun by then is handed out all the same.</param>
    public IEnumerable<(int Number, T Result)> Run(Predicate<T> isLast)
    {
        var threads = jobs == 1 ? [] : Enumerable.Range(0, Math.Min(jobs, count)).Select(_ => new Thread(WorkThrough, BatchThreads.StackBytes) { IsBackground = true, Name = "docbuilder" }).ToList();
        threads.ForEach(static thread => thread.Start());
        try
        {
            for (var number = 0; number < count; number++)
            {
                if ((jobs == 1 ? Do(number) : Wait(number)) is not { } result)
                {
                    yield break;
                }

                yield return (number, result);
                if (isLast(result))
                {
                    Stop();
                }
            }
        }
        finally
        {
            Stop();
            threads.ForEach(static thread => thread.Join());
        }
    }

    private T? Do(int number) => _isStopped ? null : work(number);

    /// <summary>The result of a number; null when it was not begun before the end.</summary>
    private T? Wait(int number)
    {
        lock (_gate)
        {
            _taken = number;
            Monitor.PulseAll(_gate);
            while (_results[number] is null && _failure is null && !(_isStopped && number >= _next))
            {
                Monitor.Wait(_gate);
            }

            if (_results[number] is null)
            {
                _failure?.Throw();
            }

            var result = _results[number];
            _results[number] = null;
            return result;
        }
    }

    private void WorkThrough()
    {
        while (Take() is { } number)
        {
            T? result = null;
            ExceptionDispatchInfo? failure = null;
            try
            {
                result = work(number);
            }
            catch (Exception exception)
            {
                // It is thrown again where the results are taken.
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            lock (_gate)
            {
                _results[number] = result;
                _failure ??= failure;
                _isStopped |= failure is not null;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private int? Take()
    {
        lock (_gate)
        {
            while (!_isStopped && _next < count && _next - _taken > Lead * jobs)
            {
                Monitor.Wait(_gate);
            }

            return _isStopped || _next == count ? null : _next++;
        }
    }

    private void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.PulseAll(_gate);
        }
    }
}
