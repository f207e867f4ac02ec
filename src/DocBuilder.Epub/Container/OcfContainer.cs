using System.Text;

namespace DocBuilder.Epub.Container;

/// <summary>The abstract container of EPUB 3.3, section 4: what is in the book, and how it becomes one file.</summary>
internal sealed class OcfContainer : IDisposable
{
    /// <summary>The folder of everything but <c>mimetype</c> and <c>META-INF</c>.</summary>
    public const string ContentFolder = "EPUB/";

    /// <summary>The name of the package document inside <see cref="ContentFolder"/>.</summary>
    public const string PackageName = "package.opf";

    private static readonly PackedFile MediaType = PackedFile.Store("application/epub+zip"u8.ToArray());
    private static readonly PackedFile Root = PackedFile.Deflate(Encoding.ASCII.GetBytes(ContainerXml));

    private readonly SortedDictionary<string, PackedFile> contents = new(StringComparer.Ordinal);

    // One file after the other is written here.
    private readonly RentedStream file = new();

    /// <summary>Adds a file of the book.</summary>
    /// <param name="name">Its path inside <see cref="ContentFolder"/>: lower-case ASCII, unique.</param>
    /// <param name="file">What it holds.</param>
    public void Add(string name, PackedFile file) => contents.Add(ContentFolder + name, file);

    /// <summary>Adds a file of the book, to be compressed.</summary>
    /// <param name="name">Its path inside <see cref="ContentFolder"/>: lower-case ASCII, unique.</param>
    /// <param name="write">Writes it.</param>
    public void Add(string name, Action<RentedStream> write)
    {
        file.Clear();
        write(file);
        Add(name, PackedFile.Deflate(file.Written).Kept());
    }

    /// <summary>Writes the ZIP container (EPUB 3.3, 4.2): <c>mimetype</c> first and stored, the rest in the order of names.</summary>
    public void Write(Stream output, CancellationToken cancellation)
    {
        var zip = new ZipWriter(output);
        zip.Add("mimetype", MediaType);
        zip.Add("META-INF/container.xml", Root);
        foreach (var (name, file) in contents)
        {
            cancellation.ThrowIfCancellationRequested();
            zip.Add(name, file);
        }

        zip.Finish();
    }

    /// <inheritdoc />
    public void Dispose() => file.Dispose();

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
