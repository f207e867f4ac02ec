using DocBuilder.Documents;

namespace DocBuilder.Reading.Images;

/// <summary>Reads a picture that no article names, such as a cover.</summary>
public static class PictureFile
{
    /// <summary>Checks a picture as those of articles are checked.</summary>
    /// <param name="name">What the file is called.</param>
    /// <param name="bytes">The file; nobody changes it any more. A drawing is kept without what could run or be fetched.</param>
    /// <param name="limits">What it may ask of the machine.</param>
    /// <returns>The picture; null when it is broken, too large, or of no known kind.</returns>
    public static ImageResource? Read(string name, byte[] bytes, Limits limits)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(limits);
        ImageCheck check;
        if (ImageFile.MediaTypeOf(bytes) == "image/svg+xml")
        {
            (check, bytes, _) = SvgFile.Read(bytes, limits);
        }
        else
        {
            check = ImageFile.Check(bytes, limits);
        }

        return check.Problem == ImageProblem.None
            ? new ImageResource(name, check.MediaType, bytes, check.Width, check.Height) { AspectRatio = check.AspectRatio ?? 0 }
            : null;
    }
}
