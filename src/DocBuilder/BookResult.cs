using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>What became of a book.</summary>
/// <param name="Book">The book: its editions, and what is about all of it.</param>
/// <param name="Articles">Its articles in order, without editions: what was found in each.</param>
public sealed record BookResult(BuildResult Book, ImmutableArray<BuildResult> Articles)
{
    /// <summary>Why the book was not written: what is wrong with it, else with the first article that could not be read; null when it was, or was held back.</summary>
    public Finding? Failure => Book.Failure ?? Articles.Select(static article => article.Failure).FirstOrDefault(static failure => failure is not null);

    /// <summary>The articles and the book, as a <see cref="FindingReport"/> takes them.</summary>
    public ImmutableArray<BuildResult> All => [.. Articles, Book];
}
