namespace DocBuilder.Pdf;

/// <summary>The file that an article was read from, to be embedded in profiles that do so.</summary>
/// <param name="Name">Its name without a folder.</param>
/// <param name="MediaType">Its media type without parameters, such as <c>text/html</c>.</param>
/// <param name="Bytes">The file, unchanged.</param>
public sealed record PdfSource(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);
