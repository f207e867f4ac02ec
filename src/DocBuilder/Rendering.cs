using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>The writing of one edition beside its place, here or on a thread of its own.</summary>
/// <param name="article">What is written.</param>
/// <param name="edition">As what.</param>
/// <param name="path">The place.</param>
/// <param name="isHashed">Whether to know the hash of the file.</param>
internal sealed class Rendering(OpenArticle article, Edition edition, string path, bool isHashed) : IDisposable
{
    private ImmutableArray<Finding> _findings;
    private ExceptionDispatchInfo? _failure;
    private Thread? _thread;

    /// <summary>As what it is written.</summary>
    internal Edition Edition { get; } = edition;

    /// <summary>The place.</summary>
    internal string Path { get; } = path;

    /// <summary>What was written; null before that.</summary>
    internal EditionFile? File { get; private set; }

    /// <summary>Writes on another thread.</summary>
    internal void Start(CancellationToken cancellationToken)
    {
        _thread = new Thread(() => Write(cancellationToken), Batches.BatchThreads.StackBytes) { IsBackground = true, Name = "docbuilder" };
        _thread.Start();
    }

    /// <summary>Waits until it is written; writes it when that was not begun.</summary>
    /// <returns>What was found.</returns>
    internal ImmutableArray<Finding> End(CancellationToken cancellationToken)
    {
        if (_thread is null)
        {
            Write(cancellationToken);
        }

        _thread?.Join();
        _failure?.Throw();
        return _findings;
    }

    /// <summary>Removes what was written unless it was published.</summary>
    public void Dispose()
    {
        _thread?.Join();
        File?.Dispose();
    }

    private void Write(CancellationToken cancellationToken)
    {
        try
        {
            File = new EditionFile(Edition, Path, isHashed);
            _findings = article.Write(Edition, File.Stream, cancellationToken);
            File.Complete();
        }
        catch (Exception exception)
        {
            // It is thrown again where the edition is asked for.
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
    }
}
