using System.Text;

namespace DocBuilder.Epub.Container;

/// <summary>The abstract container of EPUB 3.3, section 4: what is in the book, and how it becomes one file.</summary>
internal sealed class OcfContainer
{
    /// <summary>The folder of everything but <c>mimetype</c> and <c>META-INF</c>.</summary>
    public const string ContentFolder = "EPUB/";

    /// <summary>The name of the package document inside <see cref="ContentFolder"/>.</summary>
    public const string PackageName = "package.opf";

    private static ReadOnlySpan<byte> MediaType => "application/epub+zip"u8;

    private readonly SortedDictionary<string, Content> contents = new(StringComparer.Ordinal);

    private readonly record struct Content(ReadOnlyMemory<byte> Bytes, bool IsCompressed);

    /// <summary>Adds a file of the book.</summary>
    /// <param name="name">Its path inside <see cref="ContentFolder"/>: lower-case ASCII, unique.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="isCompressed">Whether the bytes are compressed already (pictures), so that they are only stored.</param>
    public void Add(string name, ReadOnlyMemory<byte> bytes, bool isCompressed = false) =>
        contents.Add(ContentFolder + name, new Content(bytes, isCompressed));

    /// <summary>Writes the ZIP container (EPUB 3.3, 4.2): <c>mimetype</c> first and stored, the rest in the order of names.</summary>
    public void Write(Stream output, CancellationToken cancellation)
    {
        var zip = new ZipWriter(output);
        zip.AddStored("mimetype", MediaType);
        zip.AddDeflated("META-INF/container.xml", Encoding.ASCII.GetBytes(ContainerXml));
        foreach (var (name, content) in contents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (content.IsCompressed)
            {
                zip.AddStored(name, content.Bytes.Span);
            }
            else
            {
                zip.AddDeflated(name, content.Bytes.Span);
            }
        }

        zip.Finish();
    }

    private const string ContainerXml =
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
          <rootfiles>
            <rootfile full-path="{ContentFolder}{PackageName}" media-type="application/oebps-package+xml"/>
          </rootfiles>
        </container>

        """;
}
