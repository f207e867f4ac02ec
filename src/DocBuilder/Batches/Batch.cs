using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Reading;

namespace DocBuilder.Batches;

/// <summary>One batch: its articles, what is known of them from before, and what became of them.</summary>
internal sealed class Batch(ArticleBuilder builder, ImmutableArray<BatchPlan.Entry> plan, string outputFolder, BatchOptions options)
{
    /// <summary>Builds the articles.</summary>
    /// <param name="progress">Told of every article in order.</param>
    /// <param name="cancellationToken">Ends the batch.</param>
    /// <returns>What became of the articles.</returns>
    public ImmutableArray<BuildResult> Build(IProgress<BuildProgress>? progress, CancellationToken cancellationToken)
    {
        if (!HasManifest || !plan.Any(static entry => entry.Failure is null))
        {
            return Run(null, progress, cancellationToken);
        }

        try
        {
            if (options.Resume)
            {
                RemoveUnfinished();
            }

            using var manifest = BatchManifest.Open(outputFolder, OptionsDigest.Of(builder.Options), options.Resume);
            var results = Run(manifest, progress, cancellationToken);
            manifest.Publish();
            return results;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var failure = new BuildResult(outputFolder, [], [BuildFindings.EditionNotWritten.Of(FindingArgument.Whole(Path.Combine(outputFolder, BatchManifest.FileName)), SystemReasons.Of(exception))]);
            progress?.Report(new(plan.Length, plan.Length, outputFolder, failure));
            return [failure];
        }
    }

    // Two editions at once leave less to wait for when there is no other article to work on meanwhile.
    private bool IsAlone => plan.Length == 1 && options.Jobs > 1;

    private bool HasManifest => options.Resume || (options.HasManifest ?? plan.Any(static entry => entry.InFolder));

    private ImmutableArray<BuildResult> Run(BatchManifest? manifest, IProgress<BuildProgress>? progress, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<BuildResult>();
        var run = new BatchRun<Outcome>(plan.Length, options.Jobs, number =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return manifest is null ? new Outcome(builder.Build(plan[number], null, IsAlone, cancellationToken), null) : BuildRecorded(plan[number], manifest, cancellationToken);
        });
        progress?.Report(new(0, plan.Length, plan.IsEmpty ? "" : plan[0].Name, null));
        foreach (var (number, outcome) in run.Run(outcome => options.FailFast && (outcome.Result.Failure is not null || outcome.Result.IsHeldBack)))
        {
            if (outcome.Record is { } record)
            {
                manifest?.Add(record);
            }

            results.Add(outcome.Result);
            progress?.Report(new(number + 1, plan.Length, plan[number].Name, outcome.Result));
            if (number + 1 < plan.Length)
            {
                progress?.Report(new(number + 1, plan.Length, plan[number + 1].Name, null));
            }
        }

        return results.ToImmutable();
    }

    private Outcome BuildRecorded(BatchPlan.Entry entry, BatchManifest manifest, CancellationToken cancellationToken)
    {
        if (options.Resume && manifest.Find(entry.RelativePath) is { } known && IsUpToDate(entry, known, cancellationToken))
        {
            var editions = known.Editions.Select(edition => new WrittenEdition(edition.Edition, Path.Combine(outputFolder, edition.Path)) { Pages = edition.Pages });
            return new Outcome(new BuildResult(entry.Name, [.. editions], known.Findings) { IsUpToDate = true }, known);
        }

        SourceRecord? source = null;
        var result = builder.Build(entry, (read, document) => source = SourceRecord.Of(read, document), IsAlone, cancellationToken);
        var record = new BatchRecord(
            entry.RelativePath.Replace(Path.DirectorySeparatorChar, '/'),
            source?.Digest ?? "",
            source?.Pictures ?? 0,
            source?.PicturesDigest ?? "",
            result.Failure is null ? [.. result.Editions.Select(Record)] : [],
            result.Findings);
        return new Outcome(result, record);
    }

    private EditionRecord Record(WrittenEdition edition) => new(
        edition.Edition,
        Path.GetRelativePath(outputFolder, edition.Path!).Replace(Path.DirectorySeparatorChar, '/'),
        edition.Digest!.Bytes,
        edition.Digest.Sha256,
        edition.Pages);

    /// <summary>Whether an article is still what it was. One with pictures is read, since they are files of their own.</summary>
    private bool IsUpToDate(BatchPlan.Entry entry, BatchRecord known, CancellationToken cancellationToken)
    {
        if (entry.Failure is not null || entry.Input.Stream is not null || !known.Editions.Select(static edition => edition.Edition).SequenceEqual(builder.Options.Editions.Distinct().Order()))
        {
            return false;
        }

        if (known.Pictures == 0)
        {
            return IsSame(entry.Name, known.Digest, cancellationToken);
        }

        SourceRecord? source = null;
        builder.Read(entry, (read, document) => source = SourceRecord.Of(read, document), cancellationToken);
        return source is { } now && now == new SourceRecord(known.Digest, known.Pictures, known.PicturesDigest);
    }

    private bool IsSame(string path, string digest, CancellationToken cancellationToken)
    {
        try
        {
            return SourceBytes.Read(path, builder.Options.Limits, cancellationToken) is { } bytes && BatchManifest.Digest(bytes) == digest;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What a batch that was killed left beside the places of its editions.</summary>
    private void RemoveUnfinished()
    {
        foreach (var folder in plan.Where(static entry => entry.Failure is null).Select(static entry => Path.GetDirectoryName(Path.GetFullPath(entry.Target))!).Append(Path.GetFullPath(outputFolder)).Distinct().Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, ".*").Where(EditionFile.IsTemporary).ToList())
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>What became of an article, and what the manifest says of it.</summary>
    private sealed record Outcome(BuildResult Result, BatchRecord? Record);

    /// <summary>What was read of an article.</summary>
    private sealed record SourceRecord(string Digest, int Pictures, string PicturesDigest)
    {
        public static SourceRecord Of(ArticleSource source, Document document)
        {
            var images = NodeTree.SelfAndDescendants(document).OfType<Image>().ToList();
            var hash = new Sha256();
            foreach (var image in images)
            {
                hash.Append(image.Resource is { } resource ? Sha256.HashData(resource.Bytes.Span) : new byte[Sha256.HashSize]);
            }

            return new SourceRecord(BatchManifest.Digest(source.Bytes.Span), images.Count, images.Count == 0 ? "" : Convert.ToHexStringLower(hash.CurrentHash()));
        }
    }
}
