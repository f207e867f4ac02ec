using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Pdf.Fonts;
using DocBuilder.Pdf.Images;
using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Profiles;
using DocBuilder.Pdf.Structure;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Content;

/// <summary>Writes a page: its content stream with every piece marked, its annotations, its dictionary.</summary>
internal sealed class PageWriter
{
    private readonly PageContext _context;
    private readonly TokenWriter _w;
    private readonly HashSet<CidFont> _usedFonts = [];
    private readonly HashSet<PdfImage> _usedImages = [];
    private readonly List<(Node Target, List<Box> Boxes)> _links = [];
    private readonly List<PageItem> _items = [];
    private readonly List<TextFragment> _line = [];
    private readonly HashSet<MathExpression> _formulas = new(ReferenceEqualityComparer.Instance);
    private readonly TextShower _text;
    private double _height;
    private ContentSlot? _openSlot;
    private bool _isWithinText;
    private SourcePosition _position;

    /// <summary>Makes a writer that writes one page after another.</summary>
    public PageWriter(PageContext context)
    {
        _context = context;
        _w = context.Content;
        _text = new TextShower(_w, context.Fonts, _usedFonts, scalar =>
            context.Violations.Add(Claims.None, PdfFindings.PrivateUse.At(_position, scalar.ToString("X4", CultureInfo.InvariantCulture))));
    }

    /// <summary>Writes page number <paramref name="index"/>, counted from 0.</summary>
    public void Write(Page page, int index)
    {
        _height = page.Height;
        _w.Clear();
        _usedFonts.Clear();
        _usedImages.Clear();
        _links.Clear();
        _text.BeginPage();
        _context.Structure.BeginPage();
        DrawBoxes(page);
        DrawContent(page);
        var content = _context.File.Reserve();
        _context.File.WriteStream(content, _w.Written);
        new PageDictionary(_context, page).Write(index, content, WriteAnnotations(), _usedFonts, _usedImages);
    }

    /// <summary>
    /// Rules and backgrounds first: they lie below the words, and between the lines of a paragraph they would cut its marked content in
    /// pieces.
    /// </summary>
    private void DrawBoxes(Page page)
    {
        ArtifactKind? open = null;
        foreach (var item in page.Items)
        {
            if (item is not FilledBox box)
            {
                continue;
            }

            var kind = box.Owner.IsArtifact ? box.Owner.Artifact : ArtifactKind.Layout;
            if (open != kind)
            {
                if (open is not null)
                {
                    _w.Operator("EMC"u8);
                }

                ArtifactTag.Begin(_w, kind, null, _context.Profile);
                open = kind;
            }

            _text.SetFill(box.Fill);
            var (left, right) = (Thousandths(box.Box.X), Thousandths(box.Box.Right));
            var (bottom, top) = (Thousandths(_height - box.Box.Bottom), Thousandths(_height - box.Box.Y));
            _w.Thousandths(left).Thousandths(bottom).Thousandths(right - left).Thousandths(top - bottom).Keyword("re"u8).Operator("f"u8);
        }

        if (open is not null)
        {
            _w.Operator("EMC"u8);
        }
    }

    private void DrawContent(Page page)
    {
        _items.Clear();
        foreach (var item in page.Items)
        {
            if (item is LinkArea link)
            {
                AddLink(link);
            }
            else if (item is TextFragment or PlacedImage)
            {
                _items.Add(item);
            }
        }

        for (var items = CollectionsMarshal.AsSpan(_items); !items.IsEmpty;)
        {
            if (IsArtifact(items[0]))
            {
                items = items[DrawArtifacts(items)..];
            }
            else
            {
                BeginContent(items[0]);
                items = items[(items[0] is TextFragment && items[0].Owner.Node is MathExpression math ? DrawFormula(items, math) : Draw(items, isArtifact: false))..];
            }
        }

        EndContent();
        _text.CloseText();
    }

    private void AddLink(LinkArea link)
    {
        var known = _links.FindIndex(l => ReferenceEquals(l.Target, link.Target));
        if (known < 0)
        {
            _links.Add((link.Target, [.. link.Boxes]));
        }
        else
        {
            CollectionsMarshal.AsSpan(_links)[known].Boxes.AddRange(link.Boxes);
        }
    }

    private static bool IsArtifact(PageItem item) => item.Owner.IsArtifact || item.Owner.Node is Image { IsDecorative: true };

    /// <summary>Draws the artifacts of one kind that follow each other, inside one marked-content sequence.</summary>
    private int DrawArtifacts(ReadOnlySpan<PageItem> items)
    {
        EndContent();
        _text.CloseText();
        var kind = KindOf(items[0]);
        var count = 0;
        Box? around = null;
        while (count < items.Length && IsArtifact(items[count]) && KindOf(items[count]) == kind)
        {
            around = ItemBox.Union(around, ItemBox.Of(items[count++]));
        }

        ArtifactTag.Begin(_w, kind, Flip(around!.Value), _context.Profile);
        for (var i = 0; i < count;)
        {
            i += Draw(items[i..count], isArtifact: true);
        }

        _text.CloseText();
        _w.Operator("EMC"u8);
        return count;

        static ArtifactKind KindOf(PageItem item) => item.Owner.IsArtifact ? item.Owner.Artifact : ArtifactKind.Layout;
    }

    /// <summary>
    /// Text objects hold the marked content of text, not the other way round, and go on over what reads from right to left: MuPDF gives
    /// a full stop at the left end of a line the direction of the character that it read before, left to right at the beginning of a text object.
    /// </summary>
    private void BeginContent(PageItem item)
    {
        _position = item.Owner.Node!.Position;
        var slot = _context.Structure.SlotOf(item.Owner)
            ?? throw new InvalidOperationException($"A page shows a {item.Owner.Node!.GetType().Name} that the document does not hold.");
        var isText = item is TextFragment;
        if (slot == _openSlot && (isText || !_isWithinText))
        {
            return;
        }

        EndContent();
        if (!isText || item.Owner.Node.Direction != TextDirection.RightToLeft)
        {
            _text.CloseText();
        }

        if (isText)
        {
            _text.OpenText();
        }

        _isWithinText = isText;
        _openSlot = slot;
        _w.Name(slot.Element.Type).BeginDictionary().Name("MCID"u8).Integer(_context.Structure.AddContent(slot)).EndDictionary().Operator("BDC"u8);
    }

    private void EndContent()
    {
        if (_openSlot is not null)
        {
            // Text objects and marked content nest (ISO 32000-1 14.6.1).
            if (_isWithinText)
            {
                _text.EndString();
            }
            else
            {
                _text.CloseText();
            }

            _w.Operator("EMC"u8);
            _openSlot = null;
        }
    }

    /// <summary>Draws an item, and the text after it that stands on the same line and belongs to it. Returns how many items.</summary>
    private int Draw(ReadOnlySpan<PageItem> items, bool isArtifact)
    {
        if (items[0] is not TextFragment first)
        {
            DrawImage((PlacedImage)items[0]);
            return 1;
        }

        _line.Clear();
        _line.Add(first);
        while (_line.Count < items.Length && items[_line.Count] is TextFragment next && IsOnLineOf(first, _line[^1], next) && (isArtifact || IsOfOpenSlot(next)))
        {
            _line.Add(next);
        }

        _text.ShowLine(CollectionsMarshal.AsSpan(_line), _height - first.Y);
        return _line.Count;
    }

    /// <summary>
    /// Draws a formula, and says it on one line where its signs do not tell by themselves which is above which: readers that take text by its place would
    /// put a fraction's parts anywhere. What of it stands on a following page is only drawn there. Returns how many items.
    /// </summary>
    private int DrawFormula(ReadOnlySpan<PageItem> items, MathExpression math)
    {
        var count = 0;
        var drawn = new StringBuilder();
        while (count < items.Length && items[count] is TextFragment part && ReferenceEquals(part.Owner.Node, math))
        {
            foreach (var run in part.Runs)
            {
                drawn.Append(run.Text);
            }

            count++;
        }

        var isFirst = _formulas.Add(math);
        var isPlain = isFirst && WithoutSpaces(drawn.ToString()) == WithoutSpaces(math.AlternativeText);
        if (!isPlain)
        {
            _text.BeginReplacement(isFirst ? math.AlternativeText : "");
        }

        for (var i = 0; i < count;)
        {
            i += Draw(items[i..count], isArtifact: false);
        }

        if (!isPlain)
        {
            _text.EndReplacement();
        }

        return count;

        static string WithoutSpaces(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
    }

    private bool IsOfOpenSlot(PageItem item) => !IsArtifact(item) && _context.Structure.SlotOf(item.Owner) == _openSlot;

    /// <summary>
    /// Superscripts and subscripts are on the line too; the next line is further down than that. In formulas what stands higher or lower may stand above
    /// something, or left of what is said before it.
    /// </summary>
    private static bool IsOnLineOf(TextFragment fragment, TextFragment last, TextFragment next)
    {
        const double LargestRise = 0.5;
        if (next.Owner.Node is MathExpression)
        {
            return Thousandths(fragment.Y) == Thousandths(next.Y) && Thousandths(next.X) >= Thousandths(last.X + last.Width);
        }

        return !fragment.Runs.IsEmpty && !next.Runs.IsEmpty
            && Math.Abs(fragment.Y - next.Y) < LargestRise * Math.Max(fragment.Runs[0].Size, next.Runs[0].Size);
    }

    private void DrawImage(PlacedImage placed)
    {
        var box = Flip(placed.Box);
        if (_openSlot?.Element is { Type: "Figure" or "Formula" } element)
        {
            element.BoundingBox ??= box;
        }

        if (_context.Images.Resolve(placed.Resource, placed.Owner.Node) is not { } image)
        {
            return;
        }

        _text.CloseText();
        _usedImages.Add(image);
        _w.Operator("q"u8);
        foreach (var number in image.Orientation.Place(box))
        {
            _w.Number(number);
        }

        _w.Operator("cm"u8);
        _w.Name(image.ResourceName).Operator("Do"u8);
        _w.Operator("Q"u8);
    }

    /// <summary>One annotation for every link on the page, with a quadrilateral for every line that it touches.</summary>
    private List<ObjectId> WriteAnnotations()
    {
        var annotations = new List<ObjectId>();
        foreach (var (target, boxes) in _links)
        {
            if (_context.Structure.LinkElementOf(target) is { } element && _context.Links.ActionOf(target) is { } action)
            {
                var id = _context.File.Reserve();
                annotations.Add(id);
                var key = _context.PageIds.Count + _context.Structure.AddAnnotation(element, id);
                _context.PlacedLinks.Add(new PlacedLink(id, action, [.. boxes.Select(Flip)], key));
            }
        }

        return annotations;
    }

    /// <summary>From the page's coordinates to PDF's: y is then the lower edge, counted upwards.</summary>
    private Box Flip(Box box) => new(box.X, _height - box.Bottom, box.Width, box.Height);

    private static long Thousandths(double points) => (long)Math.Round(points * 1000);
}
