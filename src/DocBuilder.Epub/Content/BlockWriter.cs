using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>Writes what stands on lines of its own.</summary>
/// <remarks>The model's depth is bounded by <see cref="Limits.Depth"/>, so the recursion here is bounded too.</remarks>
internal sealed class BlockWriter
{
    private readonly Chapter chapter;
    private readonly XhtmlWriter writer;
    private readonly InlineWriter inlines;
    private readonly ListWriter lists;
    private readonly TableWriter tables;
    private readonly NoteWriter notes;

    /// <summary>Makes a writer of a content document's blocks.</summary>
    public BlockWriter(Chapter chapter)
    {
        this.chapter = chapter;
        writer = chapter.Writer;
        inlines = new InlineWriter(chapter);
        lists = new ListWriter(chapter, this);
        tables = new TableWriter(chapter, this);
        notes = new NoteWriter(chapter, this, inlines);
    }

    /// <summary>Where the blocks stand, as far as HTML restricts what may stand there.</summary>
    public Place Place { get; private set; }

    /// <summary>Writes the blocks of a content document, sectioned by their headings.</summary>
    public void WriteSections(ImmutableArray<Block> blocks)
    {
        var open = new Stack<int>();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is Heading heading && !PlainText.IsBlank(heading.Inlines))
            {
                while (open.TryPeek(out var level) && level >= heading.Level)
                {
                    open.Pop();
                    writer.End().Line();
                }

                open.Push(heading.Level);
                var isArticleOfBook = i == 0 && chapter.Section.Part is not null;
                // Without a name: named sections are landmarks, and a landmark for each heading is one too many.
                writer.Start(isArticleOfBook ? "article" : "section").Line();
                if (isArticleOfBook || heading.Level == 1)
                {
                    i += WriteTitleBlock(heading, blocks.AsSpan()[(i + 1)..]);
                    continue;
                }
            }

            Write(blocks[i]);
        }

        while (open.TryPop(out _))
        {
            writer.End().Line();
        }
    }

    /// <summary>Writes blocks one after the other.</summary>
    public void Write(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    /// <summary>Writes what an element holds: a single paragraph as bare words, anything else as blocks.</summary>
    public void WriteContent(ImmutableArray<Block> blocks, Place place = Place.Flow)
    {
        var outer = Place;
        Place |= place;
        if (blocks is [Paragraph only] && IsBare(only))
        {
            inlines.Write(only.Inlines);
        }
        else
        {
            writer.Line();
            Write(blocks);
        }

        Place = outer;
    }

    /// <summary>Whether a paragraph can be written without <c>p</c>.</summary>
    public bool IsBare(Paragraph paragraph) => paragraph.Role == ParagraphRole.Body && chapter.IsPlain(paragraph);

    /// <summary>Writes the words of a paragraph without <c>p</c>.</summary>
    public void WriteBare(Paragraph paragraph) => inlines.Write(paragraph.Inlines);

    private void Write(Block block)
    {
        chapter.MarkPages(block);
        switch (block)
        {
            case Heading heading: WriteHeading(heading); break;
            case Paragraph paragraph: WriteParagraph(paragraph); break;
            case List list: lists.Write(list); break;
            case DescriptionList list: lists.Write(list); break;
            case BlockQuote quote: WriteQuote(quote); break;
            case Aside aside: WriteAside(aside); break;
            case Details details: WriteDetails(details); break;
            case CodeBlock code: WriteCode(code); break;
            case Verse verse: WriteVerse(verse); break;
            case Figure figure: WriteFigure(figure); break;
            case ImageBlock image: WriteImage(image); break;
            case MathBlock math: WriteMath(math); return;
            case ThematicBreak: chapter.Start("hr", block).End(); break;
            case Table table: tables.Write(table); break;
            case NoteList list: notes.Write(list); break;
            case Note note: notes.Write(note); break;
            default: WriteLoose(block); break;
        }

        writer.Line();
    }

    private int WriteTitleBlock(Heading title, ReadOnlySpan<Block> following)
    {
        var count = 0;
        while (count < following.Length && following[count] is Paragraph { Role: not ParagraphRole.Body })
        {
            count++;
        }

        if (count > 0)
        {
            writer.Start("header").Line();
        }

        Write(title);
        foreach (var block in following[..count])
        {
            Write(block);
        }

        if (count > 0)
        {
            writer.End().Line();
        }

        return count;
    }

    private void WriteHeading(Heading heading)
    {
        // An empty heading would be announced and say nothing; inside th, dt and caption HTML allows none.
        var isHeading = !Place.HasFlag(Place.WithoutHeadings) && !PlainText.IsBlank(heading.Inlines);
        chapter.Start(isHeading ? "h" + (char)('0' + Math.Clamp(heading.Level, 1, 6)) : "p", heading);
        inlines.Write(heading.Inlines);
        writer.End();
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        chapter.Start("p", paragraph);
        switch (paragraph.Role)
        {
            case ParagraphRole.Subtitle: writer.Attribute("class", "subtitle").Attribute("role", "doc-subtitle"); break;
            case ParagraphRole.Byline: writer.Attribute("class", "byline"); break;
            case ParagraphRole.Dateline: writer.Attribute("class", "dateline"); break;
            case ParagraphRole.Source: writer.Attribute("class", "source"); break;
            default: break;
        }

        var published = (chapter.Section.Part?.Metadata ?? chapter.Edition.Document.Metadata).Published;
        if (paragraph is { Role: ParagraphRole.Dateline, Inlines: [Text date] } && published is { } day && MachineTime.IsDate(date.Value, day))
        {
            writer.Start("time").Attribute("datetime", MachineTime.Day(day));
            inlines.Write(paragraph.Inlines);
            writer.End();
        }
        else
        {
            inlines.Write(paragraph.Inlines);
        }

        writer.End();
    }

    private void WriteQuote(BlockQuote quote)
    {
        chapter.Start("blockquote", quote);
        if (quote.SourceUrl is { } source && Address.Normalize(source) is { } address)
        {
            writer.Attribute("cite", address);
        }

        writer.Line();
        Write(quote.Blocks);
        writer.End();
    }

    private void WriteAside(Aside aside)
    {
        // A landmark would have to stand outside every other landmark; a note says the same wherever it stands.
        chapter.Start(Place.HasFlag(Place.WithoutHeadings) ? "div" : "aside", aside).Attribute("role", "note").Line();
        Write(aside.Blocks);
        writer.End();
    }

    private void WriteDetails(Details details)
    {
        // Open, as on paper: readers without the element's behaviour, and searches, find all of it.
        chapter.Start("details", details).Attribute("open", "open").Line().Start("summary");
        inlines.Write(details.Summary);
        writer.End().Line();
        Write(details.Blocks);
        writer.End();
    }

    private void WriteCode(CodeBlock code)
    {
        chapter.Start("pre", code).Start("code");
        if (code.CodeLanguage is { Length: > 0 } language && language.All(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-' or '.'))
        {
            writer.Attribute("class", "language-" + language);
        }

        inlines.WritePreformatted(code.Inlines);
        writer.End().End();
    }

    private void WriteVerse(Verse verse)
    {
        chapter.Start("div", verse).Attribute("class", "verse").Line();
        foreach (var line in verse.Lines)
        {
            chapter.Start("p", line).Attribute("class", line.StartsStanza && !ReferenceEquals(line, verse.Lines[0]) ? "line stanza" : "line");
            for (var i = 0; i < line.Hemistichs.Length; i++)
            {
                if (i > 0)
                {
                    writer.Text(" ");
                }

                chapter.Start("span", line.Hemistichs[i]).Attribute("class", "hemistich");
                inlines.Write(line.Hemistichs[i].Inlines);
                writer.End();
            }

            writer.End().Line();
        }

        writer.End();
    }

    private void WriteFigure(Figure figure)
    {
        chapter.Start("figure", figure).Line();
        if (figure.CaptionFirst)
        {
            WriteCaption(figure);
        }

        Write(figure.Blocks);
        if (!figure.CaptionFirst)
        {
            WriteCaption(figure);
        }

        writer.End();
    }

    private void WriteCaption(Figure figure)
    {
        if (!figure.Caption.IsEmpty)
        {
            writer.Start("figcaption");
            WriteContent(figure.Caption);
            writer.End().Line();
        }
    }

    private void WriteImage(ImageBlock block)
    {
        if (block.Image.IsDecorative && chapter.Edition.Images.Of(block.Image) is null && chapter.Edition.Plan.TargetOf(block) is null)
        {
            return;
        }

        chapter.Start("div", block).Attribute("class", "image");
        inlines.Write([block.Image]);
        writer.End();
    }

    private void WriteMath(MathBlock block)
    {
        chapter.Start("div", block).Attribute("class", "math");
        chapter.MarkPages(block.Expression);
        MathWriter.Write(chapter, block.Expression, isBlock: true);
        writer.End().Line();
    }

    /// <summary>Parts that the model always has inside a whole (an item, a row, a line): their content is not lost if one stands alone.</summary>
    private void WriteLoose(Block block)
    {
        var children = new List<Node>();
        NodeTree.AddChildren(block, children);
        chapter.Start("div", block);
        if (children.TrueForAll(static child => child is Block))
        {
            Write([.. children.Cast<Block>()]);
        }
        else
        {
            inlines.Write([.. children.OfType<Inline>()]);
        }

        writer.End();
    }
}

/// <summary>What HTML forbids where a block stands.</summary>
[Flags]
internal enum Place
{
    /// <summary>Nothing.</summary>
    Flow = 0,

    /// <summary>No headings and sections: inside <c>th</c>, <c>dt</c>, <c>caption</c>.</summary>
    WithoutHeadings = 1,
}
