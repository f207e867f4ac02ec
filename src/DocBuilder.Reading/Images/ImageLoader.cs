using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Languages;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Images;

/// <summary>Reads the pictures of an article: where they are, what they say, and whether they can be shown.</summary>
internal sealed class ImageLoader(ArticleSource source, HtmlPage page, Limits limits, FindingList findings)
{
    private readonly Dictionary<string, ImageResource?> _byAddress = new(StringComparer.Ordinal);
    private readonly ImageFolder? _folder = source.BaseFolder is null ? null : new ImageFolder(source.BaseFolder);
    private string _caption = "";
    private int _count;

    /// <summary>Says which caption the pictures belong to, until the result is disposed of.</summary>
    public CaptionScope Within(string caption)
    {
        var before = _caption;
        _caption = caption;
        return new CaptionScope(this, before);
    }

    /// <summary>Reads an <c>img</c>; null for one that only counts visitors.</summary>
    public Image? Read(IElement element, ReadContext context)
    {
        var width = Length(element, "width");
        var height = Length(element, "height");
        if ((width is <= 1 && height is <= 1) || LazyImages.IsPlaceholder(element))
        {
            return null;
        }

        var position = page.PositionOf(element);
        var address = ImageAddress.Of(element);
        var alternative = element.GetAttribute("alt");
        var isDecorative = alternative is not null && string.IsNullOrWhiteSpace(alternative) || Tokens.HasRole(element, "presentation", "none");
        var resource = address is null ? Missing(element, position) : Load(address, position);
        if (isDecorative && resource is null)
        {
            return null;
        }

        var words = isDecorative ? "" : TextCleaner.FoldOrNull(alternative) ?? Described(element, address, position);
        return new Image
        {
            Resource = resource,
            AlternativeText = words ?? Phrases.ImageWithoutDescription(context.Language),
            LacksDescription = words is null,
            IsDecorative = isDecorative,
            Width = width,
            Height = height,
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
        };
    }

    /// <summary>Reads an inline <c>svg</c>; null for an ornament.</summary>
    public Image? ReadDrawing(IElement element, ReadContext context)
    {
        var position = page.PositionOf(element);
        var title = TextCleaner.FoldOrNull(element.GetAttribute("aria-label"))
            ?? TextCleaner.FoldOrNull(element.Children.FirstOrDefault(static child => child.LocalName == "title")?.TextContent);
        if (title is null && !Tokens.HasRole(element, "img"))
        {
            findings.Add(FindingCatalog.MediaLeftOut, position, "svg");
            return null;
        }

        var name = "drawing-" + (++_count).ToString(CultureInfo.InvariantCulture) + ".svg";
        var resource = Check(name, System.Text.Encoding.UTF8.GetBytes(SvgMarkup.Of(element)), position);
        var words = title ?? Described(element, name, position);
        return new Image
        {
            Resource = resource,
            AlternativeText = words ?? Phrases.ImageWithoutDescription(context.Language),
            LacksDescription = words is null,
            Width = Length(element, "width"),
            Height = Length(element, "height"),
            Language = context.Language,
            Direction = context.Direction,
            Position = position,
        };
    }

    /// <summary>What else describes a picture without <c>alt</c>; null when nothing does.</summary>
    private string? Described(IElement element, string? address, SourcePosition position)
    {
        if (TextCleaner.FoldOrNull(element.GetAttribute("aria-label")) is { } label)
        {
            return label;
        }

        findings.Add(FindingCatalog.ImageWithoutAlternative, position, ImageAddress.NameOf(address));
        return _caption.Length > 0 ? _caption : TextCleaner.FoldOrNull(element.GetAttribute("title"));
    }

    private ImageResource? Missing(IElement element, SourcePosition position)
    {
        findings.Add(FindingCatalog.ImageMissing, position, element.GetAttribute("src") ?? "without an address");
        return null;
    }

    private ImageResource? Load(string address, SourcePosition position)
    {
        if (_byAddress.TryGetValue(address, out var known))
        {
            return known;
        }

        ImageResource? resource = null;
        if (_byAddress.Count >= limits.Images)
        {
            if (!findings.Has(FindingCatalog.TooManyImages))
            {
                findings.Add(FindingCatalog.TooManyImages, position, limits.Images.ToString(CultureInfo.InvariantCulture));
            }

            return null;
        }

        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            resource = FromDataAddress(address, position);
        }
        else if (page.Archive?.Find(address) is { } bytes)
        {
            resource = Check(ImageAddress.NameOf(address), bytes, position);
        }
        else if (ImageAddress.IsOnNetwork(address))
        {
            findings.Add(FindingCatalog.ImageOnNetwork, position, address);
        }
        else
        {
            resource = FromFolder(address, position);
        }

        _byAddress.Add(address, resource);
        return resource;
    }

    private ImageResource? FromDataAddress(string address, SourcePosition position)
    {
        var name = "embedded-" + (++_count).ToString(CultureInfo.InvariantCulture);
        var bytes = DataAddress.Decode(address, limits.ImageBytes);
        if (bytes is null)
        {
            findings.Add(FindingCatalog.ImageBroken, position, name, "its data: address is not well-formed");
            return null;
        }

        return Check(name, bytes, position);
    }

    private ImageResource? FromFolder(string address, SourcePosition position)
    {
        var name = ImageAddress.NameOf(address);
        if (_folder is null)
        {
            findings.Add(FindingCatalog.ImageMissing, position, name);
            return null;
        }

        switch (_folder.Find(address, out var path))
        {
            case ImageFolder.Answer.Outside:
                findings.Add(FindingCatalog.ImageOutsideFolder, position, address);
                return null;
            case ImageFolder.Answer.Missing:
                findings.Add(FindingCatalog.ImageMissing, position, name);
                return null;
            default:
                break;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > limits.ImageBytes)
            {
                findings.Add(FindingCatalog.ImageTooLarge, position, name, Number(stream.Length) + " bytes", Number(limits.ImageBytes));
                return null;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Check(name, bytes, position);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(FindingCatalog.ImageBroken, position, name, "the file cannot be opened");
            return null;
        }
    }

    private ImageResource? Check(string name, byte[] bytes, SourcePosition position)
    {
        var result = ImageFile.Check(bytes, limits);
        switch (result.Problem)
        {
            case ImageProblem.None:
                break;
            case ImageProblem.UnknownKind:
                findings.Add(FindingCatalog.ImageKindUnknown, position, name);
                return null;
            case ImageProblem.TooLarge:
                findings.Add(FindingCatalog.ImageTooLarge, position, name, result.Detail, Number(limits.ImagePixels) + " pixels");
                return null;
            case ImageProblem.NoLibrary:
                findings.Add(FindingCatalog.ImageLibraryMissing, position, name, result.Detail);
                return null;
            case ImageProblem.WithoutSize:
                findings.Add(FindingCatalog.ImageNotDrawnInPrint, position, name);
                break;
            default:
                findings.Add(FindingCatalog.ImageBroken, position, name, result.Detail);
                return null;
        }

        return new ImageResource(name, result.MediaType, bytes, result.Width, result.Height);
    }

    // HTML's "rules for parsing dimension values": a number, perhaps with what follows; percentages say nothing absolute.
    private static double? Length(IElement element, string name)
    {
        var value = element.GetAttribute(name)?.Trim() ?? InlineStyles.Value(element.GetAttribute("style"), name);
        if (value is null || value.EndsWith('%'))
        {
            return null;
        }

        var end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] == '.'))
        {
            end++;
        }

        var unit = value[end..].Trim();
        return unit is "" or "px" && double.TryParse(value[..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length)
            && length is >= 0 and <= 100_000 ? length : null;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ends what <see cref="Within"/> began.</summary>
    public readonly struct CaptionScope(ImageLoader loader, string before) : IDisposable
    {
        public void Dispose() => loader._caption = before;
    }
}
