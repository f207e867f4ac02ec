using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Reading;

/// <summary>The bytes of an article.</summary>
/// <param name="Name">The file's name; its extension tells the format when the bytes leave it open.</param>
/// <param name="Bytes">The file.</param>
/// <param name="BaseFolder">The folder that the article's pictures are looked for in; nothing outside it is read. Null when there is none.</param>
public sealed record ArticleSource(string Name, ReadOnlyMemory<byte> Bytes, string? BaseFolder)
{
    /// <summary>The articles that are bound into a book with this one; null when it stands alone.</summary>
    public ArticleCompanions? Companions { get; init; }

    /// <summary>Ids in the article that its companions link to: what has them gets an anchor as if the article itself linked to it.</summary>
    public ImmutableArray<string> LinkedIds { get; init; } = [];
}

/// <summary>What reading an article gave.</summary>
/// <param name="Document">The article; null exactly when one of the findings is <see cref="FindingSeverity.Fatal"/>.</param>
/// <param name="Findings">What the author should know, in the order of the source where it has a place.</param>
public sealed record ReadingResult(Document? Document, ImmutableArray<Finding> Findings)
{
    /// <summary>The anchors of <see cref="ArticleSource.LinkedIds"/>, as far as the article has such ids.</summary>
    public ImmutableDictionary<string, string> LinkedAnchors { get; init; } = ImmutableDictionary<string, string>.Empty;
}
