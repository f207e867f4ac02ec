using DocBuilder.Documents;

namespace DocBuilder.Books;

/// <summary>The pictures of a book: the same file is the same object, whatever it is called and whichever article it is from.</summary>
internal sealed class PictureShelf
{
    private readonly Dictionary<string, ImageResource> _byContent = new(StringComparer.Ordinal);
    private readonly Dictionary<ImageResource, ImageResource> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The one picture of these bytes.</summary>
    public ImageResource Of(ImageResource picture)
    {
        if (!_known.TryGetValue(picture, out var one))
        {
            var content = Convert.ToHexStringLower(Sha256.HashData(picture.Bytes.Span));
            if (!_byContent.TryGetValue(content, out one))
            {
                _byContent.Add(content, one = picture);
            }

            _known.Add(picture, one);
        }

        return one;
    }
}
