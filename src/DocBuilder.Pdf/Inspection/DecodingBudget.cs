using DocBuilder.Documents;

namespace DocBuilder.Pdf.Inspection;

/// <summary>Counts what a file becomes when it is decompressed, and says when that is too much.</summary>
internal sealed class DecodingBudget(Limits limits, CancellationToken cancellation)
{
    private long _spent;

    /// <summary>Whether something was left compressed because it would have become too large.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>What one more stream may become.</summary>
    public long Left => Math.Min(limits.DecodedStreamBytes, limits.DecodedBytes - _spent);

    /// <summary>Takes the bytes from the budget.</summary>
    /// <returns>Whether there were enough left.</returns>
    public bool Spend(long bytes)
    {
        cancellation.ThrowIfCancellationRequested();
        if (bytes > Left)
        {
            IsExceeded = true;
            return false;
        }

        _spent += bytes;
        return true;
    }
}
