using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>Writes editions to their files: all are whole before the first is put in its place.</summary>
internal sealed class EditionWriting(BuildOptions options, Verdict verdict)
{
    /// <summary>Writes the editions that the options ask for.</summary>
    /// <param name="article">What was read.</param>
    /// <param name="target">The path of the editions, without their extensions.</param>
    /// <param name="sideBySide">Whether each edition has a thread of its own.</param>
    /// <param name="isRecorded">Whether to know the hash of what is written.</param>
    /// <param name="found">What was found before, and counts when errors hold editions back.</param>
    /// <param name="findings">Told what is found on the way.</param>
    /// <param name="written">Told what was written.</param>
    /// <param name="cancellationToken">Ends the work; nothing unfinished stays.</param>
    public void Write(
        OpenArticle article,
        string target,
        bool sideBySide,
        bool isRecorded,
        IEnumerable<Finding> found,
        ImmutableArray<Finding>.Builder findings,
        ImmutableArray<WrittenEdition>.Builder written,
        CancellationToken cancellationToken)
    {
        var renderings = options.Editions.Distinct().Order().Select(edition => new Rendering(article, edition, target + Extension(edition), isRecorded)).ToList();
        try
        {
            if (sideBySide && (renderings.Count > 1 || article.NeedsPages(renderings[0].Edition)))
            {
                // The print edition is written here, and so the pages are laid here: what that finds belongs to nobody else's thread.
                renderings.Where(static rendering => rendering.Edition != Edition.Pdf).ToList().ForEach(rendering => rendering.Start(cancellationToken));
                article.Lay(cancellationToken);
            }

            foreach (var rendering in renderings)
            {
                if (!Try(findings, rendering.Path, () => findings.AddRange(rendering.End(cancellationToken))))
                {
                    return;
                }
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (verdict.HoldsBack(found.Concat(findings)))
            {
                return;
            }

            foreach (var file in renderings.Select(static rendering => rendering.File!))
            {
                if (Try(findings, file.Path, file.Publish))
                {
                    written.Add(new(file.Edition, file.Path) { Pages = file.Edition == Edition.Pdf ? article.PageCount : 0, Digest = file.Digest });
                }
            }
        }
        finally
        {
            renderings.ForEach(static rendering => rendering.Dispose());
        }
    }

    /// <summary>Does what may fail because of the disk, or of whatever stands behind a stream.</summary>
    public static bool Try(ImmutableArray<Finding>.Builder findings, string path, Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || EditionFile.IsSizeLimit(exception))
        {
            findings.Add(BuildFindings.EditionNotWritten.Of(FindingArgument.Whole(path), SystemReasons.Of(exception)));
            return false;
        }
    }

    private static string Extension(Edition edition) => edition switch
    {
        Edition.Pdf => ".pdf",
        Edition.Epub => ".epub",
        _ => throw new ArgumentOutOfRangeException(nameof(edition)),
    };
}
