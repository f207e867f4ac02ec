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
    private static readonly FindingPhrase Bytes = new("{0} bytes");
    private static readonly FindingPhrase Pixels = new("{0} pixels");

    private readonly Dictionary<string, ImageResource?> _byAddress = new(StringComparer.Ordinal);
    private readonly ImageFolder? _folder = source.BaseFolder is null ? null : new ImageFolder(source.BaseFolder);
    private string _caption = "";
    private int _count;

    // In pixels: icons are drawn for 16 to 48, and what is to be looked at is larger than a line of text by far.
    private const double LargestIcon = 48;
    private const double SmallestDrawing = 100;

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
        var addresses = ImageAddress.All(element);
        var address = addresses.FirstOrDefault();
        var alternative = element.Attribute("alt");
        var isDecorative = alternative is not null && string.IsNullOrWhiteSpace(alternative) || Tokens.HasRole(element, "presentation", "none");
        var resource = address is null ? Missing(element, position) : LoadFirst(addresses, position);
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
        var title = TextCleaner.FoldOrNull(element.Attribute("aria-label"))
            ?? TextCleaner.FoldOrNull(element.Children.FirstOrDefault(static child => child.LocalName == "title")?.TextContent);
        // What has words or a caption, or is as large as a picture, is no ornament, whatever it lacks.
        if (title is null && !Tokens.HasRole(element, "img") && _caption.Length == 0 && element.QuerySelector("text") is null && SizeOf(element) is var size && !(size >= SmallestDrawing))
        {
            if (!(size <= LargestIcon))
            {
                findings.Add(FindingCatalog.MediaLeftOut, position, "svg");
            }

            return null;
        }

        var name = "drawing-" + (++_count).ToString(CultureInfo.InvariantCulture) + ".svg";
        var (resource, complain) = Check(name, name, System.Text.Encoding.UTF8.GetBytes(SvgMarkup.Of(element, context)), position);
        complain?.Invoke();
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

    /// <summary>The shorter side of an inline <c>svg</c>, in pixels; null when it does not say. (The box that icons are drawn in may be of any size.)</summary>
    private static double? SizeOf(IElement element) =>
        Length(element, "width") is { } width && Length(element, "height") is { } height ? Math.Min(width, height) : null;

    /// <summary>What else describes a picture without <c>alt</c>; null when nothing does.</summary>
    private string? Described(IElement element, string? address, SourcePosition position)
    {
        if (TextCleaner.FoldOrNull(element.Attribute("aria-label")) is { } label)
        {
            return label;
        }

        findings.Add(FindingCatalog.ImageWithoutAlternative, position, ImageAddress.InMessage(address));
        return _caption.Length > 0 ? _caption : TextCleaner.FoldOrNull(element.Attribute("title"));
    }

    private ImageResource? Missing(IElement element, SourcePosition position)
    {
        findings.Add(FindingCatalog.ImageMissing, position, ImageAddress.InMessage(element.Attribute("src")));
        return null;
    }

    /// <summary>The first address that a picture is behind; when none is, what is wrong with the first is told.</summary>
    private ImageResource? LoadFirst(List<string> addresses, SourcePosition position)
    {
        Action? complaint = null;
        foreach (var address in addresses)
        {
            var (resource, complain) = Load(address, position);
            if (resource is not null)
            {
                complain?.Invoke();
                return resource;
            }

            complaint ??= complain;
        }

        complaint?.Invoke();
        return null;
    }

    private Loaded Load(string address, SourcePosition position)
    {
        if (_byAddress.TryGetValue(address, out var known))
        {
            return new Loaded(known, null);
        }

        if (_byAddress.Count >= limits.Images)
        {
            return new Loaded(null, () =>
            {
                if (!findings.Has(FindingCatalog.TooManyImages))
                {
                    findings.Add(FindingCatalog.TooManyImages, position, Number(limits.Images));
                }
            });
        }

        var loaded = address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? FromDataAddress(address, position)
            : page.Archive?.Find(address) is { } bytes ? Check(ImageAddress.NameOf(address), ImageAddress.InMessage(address), bytes, position)
            : ImageAddress.IsOnNetwork(address) ? Failed(FindingCatalog.ImageOnNetwork, position, address)
            : FromFolder(address, position);
        _byAddress.Add(address, loaded.Resource);
        return loaded;
    }

    private Loaded FromDataAddress(string address, SourcePosition position)
    {
        var name = "embedded-" + Number(++_count);
        return DataAddress.Decode(address, limits.ImageBytes) is { } bytes
            ? Check(name, ImageAddress.InMessage(address), bytes, position)
            : Failed(FindingCatalog.ImageBroken, position, ImageAddress.InMessage(address), new FindingPhrase("its data: address is not well-formed"));
    }

    private Loaded FromFolder(string address, SourcePosition position)
    {
        var shown = ImageAddress.InMessage(address);
        if (_folder is null)
        {
            return Failed(FindingCatalog.ImageMissing, position, shown);
        }

        switch (_folder.Find(address, out var path))
        {
            case ImageFolder.Answer.Outside:
                return Failed(FindingCatalog.ImageOutsideFolder, position, address);
            case ImageFolder.Answer.Missing:
                return Failed(FindingCatalog.ImageMissing, position, shown);
            default:
                break;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > limits.ImageBytes)
            {
                return Failed(FindingCatalog.ImageTooLarge, position, shown, FindingArgument.Of(Bytes, Number(stream.Length)), FindingArgument.Of(Bytes, Number(limits.ImageBytes)));
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Check(ImageAddress.NameOf(address), shown, bytes, position);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(FindingCatalog.ImageBroken, position, shown, new FindingPhrase("the file cannot be opened"));
        }
    }

    private Loaded Check(string name, FindingArgument shown, byte[] bytes, SourcePosition position)
    {
        var leftOut = "";
        ImageCheck result;
        if (ImageFile.MediaTypeOf(bytes) == "image/svg+xml")
        {
            (result, bytes, leftOut) = SvgFile.Read(bytes, limits);
        }
        else
        {
            result = ImageFile.Check(bytes, limits);
        }

        return result.Problem switch
        {
            ImageProblem.None => new Loaded(
                new ImageResource(name, result.MediaType, bytes, result.Width, result.Height) { Address = shown.Text, AspectRatio = result.AspectRatio ?? 0 },
                leftOut.Length == 0 ? null : () => findings.Add(FindingCatalog.DrawingPartsLeftOut, position, shown, leftOut)),
            ImageProblem.UnknownKind => Failed(FindingCatalog.ImageKindUnknown, position, shown),
            ImageProblem.TooLarge => Failed(FindingCatalog.ImageTooLarge, position, shown, FindingArgument.Of(Pixels, result.Detail), FindingArgument.Of(Pixels, Number(limits.ImagePixels))),
            ImageProblem.NoLibrary => Failed(FindingCatalog.ImageLibraryMissing, position, shown, result.Detail),
            _ => Failed(FindingCatalog.ImageBroken, position, shown, new FindingPhrase(result.Detail)),
        };
    }

    private Loaded Failed(FindingRule rule, SourcePosition position, params FindingArgument[] arguments) =>
        new(null, () => findings.Add(rule, position, arguments));

    // HTML's "rules for parsing dimension values": a number, perhaps with what follows; percentages say nothing absolute.
    private static double? Length(IElement element, string name)
    {
        var value = element.GetAttribute(name)?.Trim() ?? InlineStyles.Value(element.Attribute("style"), name);
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

    /// <summary>A picture, or none, and what is to be told if it is the one.</summary>
    private readonly record struct Loaded(ImageResource? Resource, Action? Complain);

    /// <summary>Ends what <see cref="Within"/> began.</summary>
    public readonly struct CaptionScope(ImageLoader loader, string before) : IDisposable
    {
        public void Dispose() => loader._caption = before;
    }
}
