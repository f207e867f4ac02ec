using DocBuilder.Documents;
using DocBuilder.Typesetting.Labels;

namespace DocBuilder.Pdf.Images.Svg;

/// <summary>A drawing while it is written: what its painters share, and how much of it may be drawn.</summary>
/// <param name="document">The drawing as it was read.</param>
/// <param name="objects">Where its objects go.</param>
/// <param name="labels">Sets its words.</param>
/// <param name="image">Makes an image XObject of a file that is embedded in the drawing.</param>
/// <param name="language">The language of the words around it.</param>
internal sealed class Drawing(SvgDocument document, DrawingObjects objects, LabelSetter labels, Func<ReadOnlyMemory<byte>, PdfImage?> image, string language)
{
    /// <summary>Elements, rules of style sheets and steps of outlines that are gone through for one drawing: elements used again count again.</summary>
    private const long MostWork = 8_000_000;

    /// <summary>What an element costs, in steps of an outline.</summary>
    public const long ElementWork = 16;

    /// <summary>References that may be followed from within one another: patterns in markers in masks.</summary>
    private const int DeepestReference = 8;

    private readonly HashSet<SvgElement> _open = [];
    private readonly Dictionary<SvgElement, Outline> _paths = [];
    private long _work;

    /// <summary>The drawing as it was read.</summary>
    public SvgDocument Document { get; } = document;

    /// <summary>Where its objects go.</summary>
    public DrawingObjects Objects { get; } = objects;

    /// <summary>Sets its words.</summary>
    public LabelSetter Labels { get; } = labels;

    /// <summary>Makes an image XObject of a file that is embedded in the drawing; null when it cannot.</summary>
    public Func<ReadOnlyMemory<byte>, PdfImage?> Image { get; } = image;

    /// <summary>The language of words that do not say theirs.</summary>
    public string Language { get; } = LanguageTag.IsKnown(language) ? language : "und";

    /// <summary>Finds the properties of elements.</summary>
    public Cascade Cascade { get; } = new(document.Styles);

    /// <summary>What was not drawn, in words.</summary>
    public SortedSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts work; false, from then on, when there was too much.</summary>
    public bool Spend(long work)
    {
        _work += work;
        if (_work + Cascade.RulesTried <= MostWork)
        {
            return true;
        }

        LeftOut.Add("more shapes than are drawn of one picture");
        return false;
    }

    /// <summary>The element that <c>url(#id)</c> names; null when there is none of that kind.</summary>
    public SvgElement? Find(string reference, params ReadOnlySpan<string> names) =>
        SvgPaint.ReferenceIn(reference, out _) is { } id ? FindById(id, names) : null;

    /// <summary>The element of an id; null when there is none of that kind.</summary>
    public SvgElement? FindById(string id, params ReadOnlySpan<string> names) =>
        Document.ById.TryGetValue(id, out var element) && (names.IsEmpty || names.Contains(element.Name)) ? element : null;

    /// <summary>Draws what an element holds that is referred to, unless it is being drawn already.</summary>
    public bool Within(SvgElement element, Action draw)
    {
        if (_open.Count >= DeepestReference || !_open.Add(element))
        {
            return false;
        }

        draw();
        _open.Remove(element);
        return true;
    }

    /// <summary>The outline of a shape, in its own coordinates; null when the element is none.</summary>
    public Outline? OutlineOf(SvgElement element, SvgStyle style, Viewport viewport)
    {
        if (_paths.TryGetValue(element, out var known))
        {
            return Spend(known.Steps.Count) ? known : null;
        }

        var outline = Shapes.OutlineOf(element, style.FontSize, viewport);
        if (element.Name == "path" && outline is not null)
        {
            _paths.Add(element, outline);
        }

        return outline is not null && Spend(outline.Steps.Count) ? outline : null;
    }
}
