using System.Collections.Immutable;
using DocBuilder.Conformance.Tools;
using DocBuilder.Documents;
using DocBuilder.Pdf;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Conformance.Drawings;

/// <summary>The drawings of <c>tests/drawings</c>, all of one size, and a PDF with one of them on each page.</summary>
internal static class DrawingSheet
{
    /// <summary>CSS pixels in a browser, points in the PDF.</summary>
    public const int Width = 300, Height = 200;

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "drawings");

    /// <summary>Their names, without extension.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.svg").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>Writes the PDF, one page a drawing, and returns what the writer had to say.</summary>
    public static ImmutableArray<Finding> Write(Stream output, IEnumerable<(string Name, byte[] Bytes)> drawings)
    {
        var images = drawings.Select(drawing => new Image
        {
            Language = "en",
            Direction = TextDirection.LeftToRight,
            AlternativeText = drawing.Name,
            Resource = new ImageResource(drawing.Name + ".svg", "image/svg+xml", drawing.Bytes, Width, Height),
        }).ToArray();
        var document = new Document
        {
            Language = "en",
            Direction = TextDirection.LeftToRight,
            Metadata = new Metadata { Title = "Drawings", Identifier = "urn:uuid:00000000-0000-0000-0000-000000000001" },
            Numbering = NumberingSystem.Latin,
            Blocks = [.. images.Select(image => new ImageBlock { Language = "en", Direction = TextDirection.LeftToRight, Image = image })],
        };
        var pages = images.Select((image, i) => new Page(
            Width, Height, $"{i + 1}", [new PlacedImage(ContentOwner.Of(image), image.Resource!, new Box(0, 0, Width, Height))]));
        return PdfWriter.Write(
            document,
            new PageSet([.. pages], [], []),
            new PdfOptions { Date = DateTimeOffset.UnixEpoch, Identifier = "urn:uuid:00000000-0000-0000-0000-000000000002" },
            output,
            CancellationToken.None);
    }
}
