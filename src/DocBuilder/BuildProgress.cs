namespace DocBuilder;

/// <summary>How far a batch is. Reported twice an article, in the order of the articles: when it begins, and when it is done. The batch waits for who is told.</summary>
/// <param name="Completed">The articles done.</param>
/// <param name="Total">The articles in the batch, with the inputs that led to none.</param>
/// <param name="Source">The article that begins or is done.</param>
/// <param name="Result">What became of it; null when it begins.</param>
public sealed record BuildProgress(int Completed, int Total, string Source, BuildResult? Result);
