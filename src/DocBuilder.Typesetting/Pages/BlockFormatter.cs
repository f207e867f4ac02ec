using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Paragraphs;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Pages;

/// <summary>Turns blocks into the boxes of a column.</summary>
internal sealed class BlockFormatter
{
    /// <summary>A formula is not made smaller than this part of the text to fit on a page.</summary>
    private const double SmallestFormula = 0.6;

    private readonly Theme _theme;
    private readonly ParagraphSetter _paragraphs;
    private readonly LineBoxes _lines;
    private readonly ListFormatter _lists;
    private readonly TableFormatter _tables;
    private readonly VerseFormatter _verse;
    private readonly FigureFormatter _figures;
    private readonly CodeFormatter _code;
    private readonly FootNotes _footNotes;
    private readonly double _tallestBox;

    public BlockFormatter(NumberingSystem numbering, Theme theme, ParagraphSetter paragraphs, LineBoxes lines, double tallestBox, FootNotes footNotes)
    {
        _footNotes = footNotes;
        _tallestBox = tallestBox;
        _theme = theme;
        _paragraphs = paragraphs;
        _lines = lines;
        _lists = new ListFormatter(this, paragraphs, lines, theme, numbering);
        _tables = new TableFormatter(this, paragraphs, theme, tallestBox);
        _code = new CodeFormatter(paragraphs, lines, theme);
        _verse = new VerseFormatter(paragraphs, lines, theme);
        _figures = new FigureFormatter(this, paragraphs, lines, theme, tallestBox);
    }

    /// <summary>The boxes of blocks that follow one another in a column.</summary>
    public VerticalList Format(ImmutableArray<Block> blocks, BlockContext column, CancellationToken cancellation = default)
    {
        var list = new VerticalList();
        double spaceSoFar = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i];
            cancellation.ThrowIfCancellationRequested();
            if (_footNotes.StandsElsewhere(block))
            {
                continue;
            }

            var isPicture = block is Figure or ImageBlock;
            var formatted = Format(block, isPicture ? column : column with { IsMainFlow = false });
            if (block.Anchor is not null || block is Heading)
            {
                formatted.Boxes.FirstOrDefault()?.Anchors.Insert(0, block);
            }

            if (column.IsMainFlow && block is Paragraph { Role: ParagraphRole.Body } body && formatted.Boxes is [var first, ..])
            {
                first.RunsOver = body;
            }

            if (isPicture && column.IsMainFlow && FigureFormatter.CanFloat(block, formatted))
            {
                formatted.Boxes.ForEach(box => box.Float = block);
            }

            if (formatted.Boxes is [{ IsLandscape: true }, ..])
            {
                TurnWhatIsKeptWithNext(list, block.Direction);
            }

            if (formatted.Boxes.Count == 1 && i + 1 < blocks.Length && blocks[i + 1] is Heading && IsDate(block))
            {
                // It dates what the heading begins, as in a diary.
                formatted.KeepWithNext = true;
            }

            if (formatted.Boxes.Count == 1 && i + 1 < blocks.Length && blocks[i + 1] is not Heading && IsLabel(block))
            {
                formatted.KeepWithNext = true;
            }

            list.Append(formatted, spaceSoFar);
            if (formatted.Boxes.Count > 0)
            {
                spaceSoFar = formatted.SpaceAfter;
            }
        }

        return list;
    }

    /// <summary>Whether a paragraph is all bold and no sentence, as the title of a remark is.</summary>
    private static bool IsLabel(Block block) =>
        block is Paragraph { Role: ParagraphRole.Body, Inlines: [_, ..] inlines } && inlines.All(static inline => inline is Styled { Style: InlineStyle.Strong or InlineStyle.Bold })
        && InlineText.Of(inlines) is [.., not ('.' or '!' or '؟' or '?' or '۔')];

    /// <summary>Whether a paragraph says when and nothing else.</summary>
    private static bool IsDate(Block block) =>
        block is Paragraph paragraph && paragraph.Inlines.Any(static inline => inline is Time) && paragraph.Inlines.All(static inline => inline is Time || inline is Text text && !text.Value.Any(char.IsLetterOrDigit));

    /// <summary>A note as it stands at the foot of a page, under the heading of its list when it is the first of them there.</summary>
    public VerticalList FormatFootNote(Note note, Heading? heading, BlockContext column)
    {
        var list = new VerticalList();
        if (heading is not null)
        {
            var style = column.Style with { Size = _theme.Reduced(column.Style.Size, _theme.SmallSize), IsBold = true };
            _lines.Add(list, _paragraphs.Set(heading.Inlines, heading.Direction, style, column.Left, column.Width, LineAlignment.Balanced), style, heading.Language);
            list.Boxes.FirstOrDefault()?.Anchors.Insert(0, heading);
            list.KeptTogether().KeepWithNext = true;
        }

        list.Append(_lists.Format(note, column with { IsDense = true }), 0);
        return list;
    }

    /// <summary>A heading goes along to the page that lies on its side, and begins there where reading starts.</summary>
    private void TurnWhatIsKeptWithNext(VerticalList list, TextDirection direction)
    {
        var right = direction == TextDirection.RightToLeft ? _theme.Page.Turned.ContentWidth - _theme.Page.ContentWidth : 0;
        var isTied = list.KeepWithNext;
        for (var i = list.Boxes.Count - 1; i >= 0 && isTied && !list.Boxes[i].IsLandscape; i--)
        {
            var box = list.Boxes[i];
            box.IsLandscape = true;
            for (var p = 0; p < box.Pieces.Count; p++)
            {
                box.Pieces[p] = box.Pieces[p].Moved(right, 0);
            }

            isTied = box.KeepWithPrevious;
        }
    }

    /// <summary>The space that blocks of a column keep from one another, in points.</summary>
    public double BlockSpace(BlockContext column, string language) =>
        _lines.HeightOf(column.Style, language) * _theme.BlockSpace * (column.IsDense ? 0.4 : 1);

    private VerticalList Format(Block block, BlockContext column) => block switch
    {
        Heading heading => FormatHeading(heading, column),
        Paragraph paragraph => FormatParagraph(paragraph, column),
        List list => _lists.Format(list, column),
        DescriptionList list => _lists.Format(list, column),
        NoteList notes => _lists.Format(_footNotes.WithoutFootNotes(notes), column),
        Note note => _lists.Format(note, column),
        BlockQuote quote => FormatQuote(quote, column),
        Aside aside => FormatAside(aside, column),
        Details details => FormatDetails(details, column),
        CodeBlock code => _code.Format(code, column, BlockSpace(column, code.Language)),
        Verse verse => _verse.Format(verse, column, BlockSpace(column, verse.Language)),
        Figure figure => _figures.Format(figure, column),
        ImageBlock image => _figures.Format(image, column),
        MathBlock math => FormatMath(math, column),
        Table table => _tables.Format(table, column),
        ThematicBreak rule => FormatBreak(rule, column),
        _ => throw new InvalidOperationException($"No layout for {block.GetType().Name}."),
    };

    private VerticalList FormatHeading(Heading heading, BlockContext column)
    {
        var look = _theme.Headings[Math.Clamp(heading.Level, 1, _theme.Headings.Length) - 1];
        var style = column.Style with { Size = column.Style.Size * look.Size, IsBold = true };
        var textHeight = _lines.HeightOf(column.Style, heading.Language);
        var list = new VerticalList(look.SpaceBefore * textHeight, look.SpaceAfter * textHeight);
        _lines.Add(list, _paragraphs.Set(heading.Inlines, heading.Direction, style, column.Left, column.Width, LineAlignment.Balanced), style, heading.Language, LineBoxes.HeadingTightness, heading.Level);
        list.KeptTogether().KeepWithNext = true;
        return list;
    }

    private VerticalList FormatParagraph(Paragraph paragraph, BlockContext column)
    {
        var space = BlockSpace(column, paragraph.Language);
        if (paragraph.Role != ParagraphRole.Body)
        {
            return FormatTitleBlockLine(paragraph, column, space);
        }

        var list = new VerticalList(space, space);
        _lines.AddWithoutWidows(list, _paragraphs.Set(paragraph.Inlines, paragraph.Direction, column.Style, column.Left, column.Width, column.Alignment), column.Style, paragraph.Language);
        return list;
    }

    /// <summary>The boxes of a paragraph of the main flow with one line more than it needs; null when it cannot be had without harm.</summary>
    public VerticalList? FormatOneLonger(Paragraph paragraph, BlockContext column)
    {
        if (_paragraphs.SetOneLonger(paragraph.Inlines, paragraph.Direction, column.Style, column.Left, column.Width, column.Alignment) is not { } lines)
        {
            return null;
        }

        var list = new VerticalList();
        _lines.AddWithoutWidows(list, lines, column.Style, paragraph.Language);
        return list;
    }

    /// <summary>The lines under the title stand close together and stay with what follows.</summary>
    private VerticalList FormatTitleBlockLine(Paragraph paragraph, BlockContext column, double space)
    {
        var isSubtitle = paragraph.Role == ParagraphRole.Subtitle;
        var style = column.Style with { Size = isSubtitle ? column.Style.Size * 1.15 : _theme.Reduced(column.Style.Size, 0.92), Color = _theme.SecondaryColor };
        var list = new VerticalList(isSubtitle ? space * 0.5 : 0, isSubtitle ? space * 0.5 : 0);
        _lines.Add(list, _paragraphs.Set(paragraph.Inlines, paragraph.Direction, style, column.Left, column.Width, LineAlignment.Balanced), style, paragraph.Language, LineBoxes.HeadingTightness);
        list.KeptTogether().KeepWithNext = true;
        return list;
    }

    private VerticalList FormatQuote(BlockQuote quote, BlockContext column)
    {
        var indent = column.Style.Size * _theme.Indent * 0.75;
        var inner = column.Indent(quote.Direction, indent);
        var space = BlockSpace(column, quote.Language);
        var list = new VerticalList(space, space);
        list.Append(Format(quote.Blocks, inner with { Style = column.Style with { Color = _theme.SecondaryColor } }), 0);
        const double thickness = 1.5;
        var x = quote.Direction == TextDirection.RightToLeft ? column.Right - thickness : column.Left;
        AddSideRule(list, new SideRule(quote, x, thickness, _theme.RuleColor, ArtifactKind.Layout));
        return list;
    }

    private VerticalList FormatAside(Aside aside, BlockContext column)
    {
        var padding = column.Style.Size;
        var space = BlockSpace(column, aside.Language);
        var list = new VerticalList(space, space);
        Pad(list, padding * 0.5);
        list.Append(Format(aside.Blocks, column.Inset(padding)), 0);
        Pad(list, padding * 0.5);
        AddSideRule(list, new SideRule(aside, column.Left, column.Width, _theme.ShadeColor, ArtifactKind.Background, padding * 0.5));
        return list;
    }

    private VerticalList FormatDetails(Details details, BlockContext column)
    {
        var space = BlockSpace(column, details.Language);
        var style = column.Style with { IsBold = true };
        var list = new VerticalList(space, space);
        _lines.Add(list, _paragraphs.Set(details.Summary, details.Direction, style, column.Left, column.Width, LineAlignment.Start), style, details.Language);
        list.KeptTogether().KeepWithNext = true;
        list.Append(Format(details.Blocks, column.Indent(details.Direction, column.Style.Size)), space * 0.4);
        return list;
    }

    private VerticalList FormatMath(MathBlock math, BlockContext column)
    {
        var space = BlockSpace(column, math.Language);
        var list = new VerticalList(space, space);
        var (style, lines) = (column.Style, _paragraphs.SetFormula(math.Expression, math.Direction, column.Style, column.Left, column.Width));
        var height = lines.Select(static line => line.Rise + line.Drop).DefaultIfEmpty().Max();
        if (height > _tallestBox)
        {
            // Higher than a page: smaller, or, where nobody could read that, in words.
            style = style with { Size = style.Size * _tallestBox / height * 0.98 };
            lines = style.Size >= Math.Max(_theme.MinimumSize, column.Style.Size * SmallestFormula)
                ? _paragraphs.SetFormula(math.Expression, math.Direction, style, column.Left, column.Width)
                : _paragraphs.Set(math.Expression.AlternativeText, ContentOwner.Of(math.Expression), math.Expression.Language, math.Expression.Direction, style = column.Style, column.Left, column.Width, LineAlignment.Start);
        }

        _lines.Add(list, lines, style, math.Language);
        return list;
    }

    private VerticalList FormatBreak(ThematicBreak rule, BlockContext column)
    {
        var height = _lines.HeightOf(column.Style, rule.Language);
        var width = Math.Min(column.Width, 72);
        var list = new VerticalList();
        var box = new Box(column.Left + ((column.Width - width) / 2), height / 2, width, 0.6);
        // It closes what stands before it: a page does not begin with it.
        list.Add(new VerticalBox { Height = height, KeepWithPrevious = true, Pieces = [new LinePiece(new FilledBox(ContentOwner.Of(ArtifactKind.Layout), box, _theme.RuleColor), null, width)] });
        return list;
    }

    /// <summary>Empty room inside a shaded block; it stays with the lines beside it.</summary>
    public static void Pad(VerticalList list, double height)
    {
        var atEnd = list.Boxes.Count > 0;
        list.Add(new VerticalBox { Height = height, Pieces = [], KeepWithPrevious = atEnd });
        list.KeepWithNext = !atEnd;
    }

    public static void AddSideRule(VerticalList list, SideRule rule)
    {
        foreach (var box in list.Boxes)
        {
            box.SideRules = box.SideRules.Insert(0, rule);
        }
    }
}
