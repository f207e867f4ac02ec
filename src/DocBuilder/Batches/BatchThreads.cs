namespace DocBuilder.Batches;

/// <summary>What threads that work on articles have in common.</summary>
internal static class BatchThreads
{
    /// <summary>Markup may nest as deep as the limits allow; whatever still recurses has the stack that the main thread would give it.</summary>
    internal const int StackBytes = 8 * 1024 * 1024;
}
