using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>
/// Sets the contents between the title block and the text. The lines are set before their page numbers are known and keep room for them, so
/// that the numbers move nothing: pages broken with the lines in place are final.
/// </summary>
internal sealed class ContentsFormatter(Document document, Theme theme, BlockFormatter blocks, ParagraphSetter paragraphs, LineBoxes lines, BlockContext column)
{
    private const int FirstLevel = 2;
    private const int LastLevel = 3;

    // An article shorter than this is seen through at a glance.
    private const int FewestPages = 8;
    private const int FewestHeadings = 3;

    // The contents of a book with more headings than this would be pages of details: they name its articles only.
    private const int MostEntries = 120;

    // Room for a number of four digits, and what a leader keeps from words and numbers, in ems.
    private const int WidestFolio = 8888;
    private const double Gap = 0.5;

    // Leaders stand on one grid, so that their dots stand below one another; in ems.
    private const double DotDistance = 0.55;
    private const double DotSize = 0.09;

    private readonly List<Entry> _entries = [];
    private Heading? _title;

    /// <summary>Whether contents are wanted: as asked for, or when the article is long.</summary>
    /// <param name="asked">What was asked for; null for nothing.</param>
    /// <param name="boxes">The article's boxes.</param>
    /// <param name="pageCount">How many pages it fills.</param>
    public static bool IsWanted(bool? asked, IEnumerable<VerticalBox> boxes, int pageCount)
    {
        var count = Headings(boxes).Count();
        return count > 0 && (asked ?? (pageCount >= FewestPages && count >= FewestHeadings));
    }

    /// <summary>The contents of a book, still without numbers: a column of its own.</summary>
    /// <param name="boxes">The boxes of all its articles.</param>
    public List<VerticalBox> OfBook(IEnumerable<VerticalBox> boxes)
    {
        List<Heading> headings = [.. Headings(boxes)];
        return Format(headings.Count > MostEntries ? headings.Where(static heading => heading.Level == FirstLevel) : headings);
    }

    /// <summary>Puts the contents, still without numbers, among the boxes of the article.</summary>
    public void Insert(List<VerticalBox> boxes)
    {
        var after = TitleBlocks;
        var index = blocks.Format(document.Blocks[..after], column).Boxes.Count;
        var contents = Format(Headings(boxes));
        var space = blocks.BlockSpace(column, document.Language) * 2;
        contents[0].SpaceBefore = space;
        contents[0].KeepWithPrevious = index > 0;
        if (index < boxes.Count)
        {
            boxes[index].SpaceBefore = Math.Max(space, boxes[index].SpaceBefore);
            boxes[index].KeepWithPrevious = false;
        }

        boxes.InsertRange(index, contents);
    }

    /// <summary>Writes the page numbers into the lines.</summary>
    /// <param name="pages">The boxes on every page.</param>
    /// <param name="label">The folio of a page, from 0.</param>
    /// <returns>The contents as they stand on the pages.</returns>
    public Contents Number(IReadOnlyList<IEnumerable<VerticalBox>> pages, Func<int, string> label)
    {
        var pageOf = new Dictionary<Node, int>(ReferenceEqualityComparer.Instance);
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var heading in Headings(pages[page]))
            {
                pageOf.TryAdd(heading, page);
            }
        }

        var entries = ImmutableArray.CreateBuilder<ContentsEntry>(_entries.Count);
        foreach (var entry in _entries)
        {
            var folio = Generated(label(pageOf[entry.Heading]), document.Language, document.Direction);
            AddFolio(entry, folio);
            entries.Add(new ContentsEntry(entry.Heading, entry.Link, folio));
        }

        return new Contents(TitleBlocks, _title!, entries.ToImmutable());
    }

    /// <summary>How many blocks the title and the lines below it are.</summary>
    private int TitleBlocks => document.Blocks.TakeWhile(static block => block is Heading { Level: 1 } or Paragraph { Role: not ParagraphRole.Body }).Count();

    private static IEnumerable<Heading> Headings(IEnumerable<VerticalBox> boxes) =>
        boxes.SelectMany(static box => box.Anchors).OfType<Heading>().Where(static heading => heading.Level is >= FirstLevel and <= LastLevel && InlineText.Of(heading.Inlines).Length > 0);

    private List<VerticalBox> Format(IEnumerable<Heading> headings)
    {
        var (words, language, direction) = ContentsTitles.In(document.Language);
        _title = new Heading { Level = FirstLevel, Language = language, Direction = direction, Inlines = [Generated(words, language, direction)] };
        var list = blocks.Format([_title], column);
        // It is no heading of the article: no bookmark leads to it, and no running head names it.
        list.Boxes[0].Anchors.Clear();
        var space = lines.HeightOf(column.Style, document.Language) * theme.Headings[FirstLevel - 1].SpaceAfter;
        foreach (var heading in headings)
        {
            list.Append(FormatEntry(heading), space);
            space = 0;
        }

        return list.Boxes;
    }

    private VerticalList FormatEntry(Heading heading)
    {
        var words = Generated(InlineText.Of(heading.Inlines), heading.Language, heading.Direction);
        // Between the words and the number is a space that is said, wherever the number stands.
        var space = Generated("\u00A0", document.Language, document.Direction);
        var link = new Link { Language = heading.Language, Direction = heading.Direction, Target = "#" + heading.Anchor, Inlines = [words, space] };
        var inner = column.Indent(document.Direction, (heading.Level - FirstLevel) * theme.Indent * column.Style.Size);
        var text = inner.Indent(Opposite(document.Direction), FolioRoom);
        var list = new VerticalList();
        var set = paragraphs.Set(words.Value, ContentOwner.Of(words), words.Language, document.Direction, column.Style, text.Left, text.Width, LineAlignment.Start);
        lines.Add(list, set, column.Style, document.Language, LineBoxes.HeadingTightness);
        foreach (var box in list.Boxes)
        {
            for (var i = 0; i < box.Pieces.Count; i++)
            {
                box.Pieces[i] = box.Pieces[i] with { Target = link };
            }
        }

        _entries.Add(new Entry(heading, link, space, list.Boxes[^1]));
        return list.KeptTogether();
    }

    private double FolioRoom =>
        paragraphs.Measure(document.Numbering.Format(WidestFolio), document.Language, document.Direction, column.Style) + (2 * Gap * column.Style.Size);

    private void AddFolio(Entry entry, Text folio)
    {
        var end = paragraphs.Set(folio.Value, ContentOwner.Of(folio), folio.Language, document.Direction, column.Style, column.Left, column.Width, LineAlignment.End);
        var pieces = end[0].Pieces.Select(piece => piece.Moved(0, entry.Box.Baseline!.Value) with { Target = entry.Link }).ToList();
        var dots = Leader(Extent(entry.Box.Pieces), Extent(pieces), entry.Box.Baseline!.Value);
        entry.Box.Pieces.AddRange(SpaceAfter(Extent(entry.Box.Pieces), entry));
        entry.Box.Pieces.AddRange(pieces);
        entry.Box.Pieces.AddRange(dots);
    }

    private IEnumerable<LinePiece> SpaceAfter((double Left, double Right) words, Entry entry)
    {
        var set = paragraphs.Set(entry.Space.Value, ContentOwner.Of(entry.Space), document.Language, document.Direction, column.Style, column.Left, column.Width, LineAlignment.Start);
        var (left, right) = Extent(set[0].Pieces);
        var across = document.Direction == TextDirection.RightToLeft ? words.Left - right : words.Right - left;
        return set[0].Pieces.Select(piece => piece.Moved(across, entry.Box.Baseline!.Value) with { Target = entry.Link });
    }

    /// <summary>Dots between the words and the number, drawn and not said.</summary>
    private List<LinePiece> Leader((double Left, double Right) words, (double Left, double Right) folio, double baseline)
    {
        var size = column.Style.Size;
        var (from, to) = document.Direction == TextDirection.RightToLeft ? (folio.Right, words.Left) : (words.Right, folio.Left);
        var (distance, dot) = (DotDistance * size, DotSize * size);
        var dots = new List<LinePiece>();
        for (var i = Math.Ceiling((from + (Gap * size)) / distance); (i * distance) + dot <= to - (Gap * size); i++)
        {
            var box = new Box(i * distance, baseline - dot, dot, dot);
            dots.Add(new LinePiece(new FilledBox(ContentOwner.Of(ArtifactKind.Layout), box, theme.SecondaryColor), null, dot));
        }

        return dots;
    }

    private static (double Left, double Right) Extent(IReadOnlyList<LinePiece> pieces)
    {
        double left = double.MaxValue, right = 0;
        foreach (var fragment in pieces.Select(static piece => piece.Item).OfType<TextFragment>())
        {
            left = Math.Min(left, fragment.X);
            right = Math.Max(right, fragment.X + fragment.Width);
        }

        return (left, right);
    }

    private static TextDirection Opposite(TextDirection direction) =>
        direction == TextDirection.RightToLeft ? TextDirection.LeftToRight : TextDirection.RightToLeft;

    private static Text Generated(string words, string language, TextDirection direction) => new() { Language = language, Direction = direction, Value = words };

    /// <summary>An entry, the space after its words, and the box of its last line, where its number stands.</summary>
    private readonly record struct Entry(Heading Heading, Link Link, Text Space, VerticalBox Box);
}
