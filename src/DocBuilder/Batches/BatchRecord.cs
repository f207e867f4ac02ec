using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Batches;

/// <summary>What a manifest says of one article.</summary>
/// <param name="Source">Its path below the folder that was given, or the name that was given; <c>/</c> between names.</param>
/// <param name="Digest">The SHA-256 hash of its bytes, in hexadecimal; empty when they could not be read.</param>
/// <param name="Pictures">How many pictures the article shows, found or not: with any, other files are part of what is built.</param>
/// <param name="PicturesDigest">The hash of the pictures' files; empty when there are none.</param>
/// <param name="Editions">What was written.</param>
/// <param name="Findings">What was found.</param>
internal sealed record BatchRecord(
    string Source,
    string Digest,
    int Pictures,
    string PicturesDigest,
    ImmutableArray<EditionRecord> Editions,
    ImmutableArray<Finding> Findings);

/// <summary>What a manifest says of an edition.</summary>
/// <param name="Edition">Which one.</param>
/// <param name="Path">Its path below the output folder, <c>/</c> between names.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Digest">The SHA-256 hash of its bytes, in hexadecimal.</param>
/// <param name="Pages">The pages of a print edition; 0 for others.</param>
internal sealed record EditionRecord(Edition Edition, string Path, long Bytes, string Digest, int Pages);
