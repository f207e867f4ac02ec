using System.Collections.Immutable;
using DocBuilder.Conformance.Tools;
using DocBuilder.Documents;
using DocBuilder.Pdf;
using DocBuilder.Reading.Images;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Conformance.Drawings;

/// <summary>The pictures of a folder of <c>tests</c>, all shown in one size, and a PDF with one of them on each page.</summary>
/// <param name="folder">The folder's name.</param>
/// <param name="width">CSS pixels in a browser, points in the PDF.</param>
/// <param name="height">Likewise.</param>
/// <param name="dotsPerPixel">How many dots of what is rendered make a pixel.</param>
internal sealed class PictureSheet(string folder, int width, int height, int dotsPerPixel)
{
    /// <summary>Drawings, at a size at which edges say little.</summary>
    public static PictureSheet Drawings { get; } = new("drawings", 300, 200, 2);

    /// <summary>Raster pictures, dot by dot, so that nobody's way to make them larger is seen.</summary>
    public static PictureSheet Rasters { get; } = new("pictures", 48, 32, 1);

    public int Width => width;

    public int Height => height;

    public int DotsPerPixel => dotsPerPixel;

    /// <summary>What the sheet is called.</summary>
    public string Name => folder;

    /// <summary>The pictures' files.</summary>
    public IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", folder)).Where(file => !file.EndsWith(".sh", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => [.. Files.Select(Path.GetFileName).OfType<string>()];

    /// <summary>Writes the PDF, one page a picture, and returns what the writer had to say.</summary>
    public ImmutableArray<Finding> Write(Stream output)
    {
        var images = Files.Select(file => new Image
        {
            Language = "en",
            Direction = TextDirection.LeftToRight,
            AlternativeText = Path.GetFileName(file),
            Resource = Read(file),
        }).ToArray();
        var document = new Document
        {
            Language = "en",
            Direction = TextDirection.LeftToRight,
            Metadata = new Metadata { Title = "Pictures", Identifier = "urn:uuid:00000000-0000-0000-0000-000000000001" },
            Numbering = NumberingSystem.Latin,
            Blocks = [.. images.Select(image => new ImageBlock { Language = "en", Direction = TextDirection.LeftToRight, Image = image })],
        };
        var pages = images.Select((image, i) => new Page(
            width, height, $"{i + 1}", [new PlacedImage(ContentOwner.Of(image), image.Resource!, new Box(0, 0, width, height))]));
        return PdfWriter.Write(
            document,
            new PageSet([.. pages], [], []),
            new PdfOptions { Date = DateTimeOffset.UnixEpoch, Identifier = "urn:uuid:00000000-0000-0000-0000-000000000002" },
            output,
            CancellationToken.None);
    }

    /// <summary>The picture as reading an article gives it.</summary>
    private static ImageResource Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var check = ImageFile.Check(bytes, Limits.Default);
        if (check.MediaType == "image/svg+xml")
        {
            bytes = SvgFile.Read(bytes, Limits.Default).Bytes;
        }

        return check.Problem == ImageProblem.None
            ? new ImageResource(Path.GetFileName(file), check.MediaType, bytes, check.Width, check.Height)
            : throw new InvalidOperationException($"{file}: {check}");
    }
}
