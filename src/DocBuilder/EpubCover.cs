using DocBuilder.Documents;
using DocBuilder.Epub.Cover;
using DocBuilder.Reading.Images;

namespace DocBuilder;

/// <summary>The cover of an EPUB edition. Immutable.</summary>
public sealed class EpubCover
{
    private EpubCover(CoverChoice choice) => Choice = choice;

    /// <summary>A cover drawn from title, authors and publisher.</summary>
    public static EpubCover Drawn { get; } = new(CoverChoice.Drawn);

    /// <summary>The main picture of the article; a drawn cover when it has none.</summary>
    public static EpubCover MainPicture { get; } = new(CoverChoice.MainPicture);

    /// <summary>No cover.</summary>
    public static EpubCover None { get; } = new(CoverChoice.None);

    internal CoverChoice Choice { get; }

    /// <summary>What tells the cover from others; a picture by its bytes.</summary>
    public override string ToString() =>
        Choice.Picture is { } picture ? Convert.ToHexStringLower(Sha256.HashData(picture.Bytes.Span)) : Choice.Kind.ToString();

    /// <summary>A cover by name, or a picture's file.</summary>
    /// <param name="nameOrPath"><c>drawn</c>, <c>auto</c> (the main picture), <c>none</c>, in any case; or the path of a JPEG, PNG, GIF, WebP or SVG file.</param>
    /// <param name="problem">What is wrong, in one sentence; null when there is a cover.</param>
    /// <returns>The cover; null when there is none of that name.</returns>
    public static EpubCover? Open(string nameOrPath, out string? problem)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrPath);
        problem = null;
        return nameOrPath.ToUpperInvariant() switch
        {
            "DRAWN" => Drawn,
            "AUTO" => MainPicture,
            "NONE" => None,
            _ => Read(nameOrPath, out problem),
        };
    }

    private static EpubCover? Read(string path, out string? problem)
    {
        try
        {
            var bytes = SourceBytes.Read(path, Limits.Default with { SourceBytes = Limits.Default.ImageBytes }, CancellationToken.None);
            var picture = bytes is null ? null : PictureFile.Read(Path.GetFileName(path), bytes, Limits.Default);
            problem = picture is null ? $"The cover '{path}' is not a whole picture of a kind that books can show: JPEG, PNG, GIF, WebP or SVG." : null;
            return picture is null ? null : new EpubCover(CoverChoice.Of(picture));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = $"There is no cover '{path}' that can be read: it is drawn, auto, none, or the file of a picture.";
            return null;
        }
    }
}
