using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Documents.Announcements;
using DocBuilder.Epub.Inspection;
using DocBuilder.Inspection;
using DocBuilder.Pdf.Inspection;

namespace DocBuilder;

/// <summary>Finds in a PDF or an EPUB, whoever made it, what a screen reader finds there.</summary>
/// <remarks>
/// Files of any kind and in any condition may be given. What is wrong with one is told in its <see cref="InspectionResult"/>, never by an exception;
/// <see cref="OperationCanceledException"/> is the only one that leaves these methods. An inspector holds only its limits, so one may serve many threads.
/// </remarks>
public sealed class EditionInspector
{
    private readonly Limits _limits;

    /// <summary>Makes an inspector.</summary>
    /// <param name="limits">What one file may ask of the machine; those of <see cref="Limits.Default"/> when nothing is said.</param>
    public EditionInspector(Limits? limits = null) => _limits = limits ?? Limits.Default;

    /// <summary>Inspects a file.</summary>
    /// <param name="path">Its path. What it is is told by its bytes, not by its name.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public InspectionResult Inspect(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (Directory.Exists(path))
            {
                return Failed(path, EditionFindings.IsFolder.Of(FindingArgument.Whole(path)));
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return Inspect(stream, path, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(path, BuildFindings.NotFound.Of(FindingArgument.Whole(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return Failed(path, BuildFindings.CannotBeRead.Of(FindingArgument.Whole(path), SystemReasons.Of(exception)));
        }
    }

    /// <summary>Inspects what a stream gives, to its end. The stream need not seek and stays open.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="name">The name in messages.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public InspectionResult Inspect(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        try
        {
            if (SourceBytes.Read(stream, _limits with { SourceBytes = _limits.EditionBytes }, cancellationToken) is not { } bytes)
            {
                return Failed(name, EditionFindings.TooLarge.Of(_limits.EditionBytes / (1024 * 1024)));
            }

            return BoundedWork.Run(cancellation => Read(bytes, name, cancellation), _limits.InspectionTime, cancellationToken)
                ?? Failed(name, EditionFindings.TooLong.Of(_limits.InspectionTime.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failed(name, BuildFindings.CannotBeRead.Of(FindingArgument.Whole(name), SystemReasons.Of(exception)));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(name, EditionFindings.Fault.Of(exception.GetType().Name));
        }
    }

    private InspectionResult Read(byte[] bytes, string name, CancellationToken cancellation)
    {
        ImmutableArray<Finding> findings;
        InspectedEdition? edition;
        if (PdfInspector.Claims(bytes))
        {
            edition = new PdfInspector(_limits).Read(bytes, out findings, cancellation);
        }
        else if (EpubInspector.Claims(bytes))
        {
            edition = new EpubInspector(_limits).Read(bytes, out findings, cancellation);
        }
        else
        {
            return Failed(name, bytes.Length == 0 ? EditionFindings.Empty.Of() : EditionFindings.Neither.Of());
        }

        return new(name, edition, findings);
    }

    private static InspectionResult Failed(string name, Finding finding) => new(name, null, [finding]);
}
