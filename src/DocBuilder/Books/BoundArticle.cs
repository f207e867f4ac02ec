using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Books;

/// <summary>
/// Copies an article into a book: anchors get the article's number, so that those of two articles never meet; headings go down by a level, since
/// the book's title stands over all; links to articles of the book lead inside it.
/// </summary>
/// <remarks>The model's depth is bounded by <see cref="Limits.Depth"/>, so the recursion here is bounded too.</remarks>
/// <param name="number">The article's number in the book, from 1.</param>
/// <param name="links">Follows links from article to article.</param>
/// <param name="pictures">Makes the same picture one, whichever articles show it.</param>
internal sealed class BoundArticle(int number, BookLinks links, PictureShelf pictures)
{
    private const int LowestLevel = 6;

    /// <summary>The anchor of an article's title in the book: links to the article lead there.</summary>
    /// <param name="number">The article's number in the book.</param>
    /// <param name="article">The article.</param>
    internal static string TitleAnchor(int number, Document article) =>
        article.Blocks[0].Anchor is { } anchor ? AnchorIn(number, anchor) : Prefix(number);

    /// <summary>What an anchor of an article is called in the book.</summary>
    /// <param name="number">The article's number in the book.</param>
    /// <param name="anchor">The anchor in the article.</param>
    internal static string AnchorIn(int number, string anchor) => $"{Prefix(number)}-{anchor}";

    private static string Prefix(int number) => string.Create(CultureInfo.InvariantCulture, $"a{number}");

    /// <summary>The blocks of an article as they stand in the book.</summary>
    public ImmutableArray<Block> Copy(Document article)
    {
        var title = 1 + article.Blocks.Skip(1).TakeWhile(static block => block is Paragraph { Role: not ParagraphRole.Body }).Count();
        var blocks = ImmutableArray.CreateBuilder<Block>(article.Blocks.Length + 1);
        for (var i = 0; i < article.Blocks.Length; i++)
        {
            blocks.Add(Copy(article.Blocks[i]));
            if (i + 1 == title && AddressOf(article) is { } address)
            {
                blocks.Add(address);
            }
        }

        blocks[0] = blocks[0] with { Anchor = TitleAnchor(number, article) };
        return blocks.ToImmutable();
    }

    private T Placed<T>(T node)
        where T : Node => (T)((Node)node with
        {
            Position = node.Position with { Article = number },
            Anchor = node.Anchor is { } anchor ? AnchorIn(number, anchor) : null,
        });

    private Block Copy(Block block) => Placed(block switch
    {
        Heading heading => heading with { Level = Math.Min(heading.Level + 1, LowestLevel), Inlines = Copy(heading.Inlines) },
        Paragraph paragraph => paragraph with { Inlines = Copy(paragraph.Inlines) },
        List list => list with { Items = Copy(list.Items) },
        ListItem item => item with { Blocks = Copy(item.Blocks) },
        DescriptionList list => list with { Items = Copy(list.Items) },
        DescriptionItem item => item with { Blocks = Copy(item.Blocks) },
        BlockQuote quote => quote with { Blocks = Copy(quote.Blocks) },
        Aside aside => aside with { Blocks = Copy(aside.Blocks) },
        Details details => details with { Summary = Copy(details.Summary), Blocks = Copy(details.Blocks) },
        CodeBlock code => code with { Inlines = Copy(code.Inlines) },
        Verse verse => verse with { Lines = Copy(verse.Lines) },
        VerseLine line => line with { Hemistichs = Copy(line.Hemistichs) },
        Hemistich half => half with { Inlines = Copy(half.Inlines) },
        Figure figure => figure with { Blocks = Copy(figure.Blocks), Caption = Copy(figure.Caption) },
        ImageBlock image => image with { Image = (Image)Copy(image.Image) },
        MathBlock math => math with { Expression = (MathExpression)Copy(math.Expression) },
        NoteList notes => notes with { Notes = Copy(notes.Notes) },
        Note note => note with { Blocks = Copy(note.Blocks) },
        Table table => table with { Caption = Copy(table.Caption), Groups = Copy(table.Groups) },
        TableRowGroup group => group with { Rows = Copy(group.Rows) },
        TableRow row => row with { Cells = Copy(row.Cells) },
        TableCell cell => cell with { Blocks = Copy(cell.Blocks), Headers = [.. cell.Headers.Select(anchor => AnchorIn(number, anchor))] },
        ThematicBreak => block,
        _ => throw new InvalidOperationException($"A book has no place for a {block.GetType().Name}."),
    });

    private ImmutableArray<T> Copy<T>(ImmutableArray<T> blocks)
        where T : Block => ImmutableArray.CreateRange(blocks, block => (T)Copy((Block)block));

    private ImmutableArray<Inline> Copy(ImmutableArray<Inline> inlines) => ImmutableArray.CreateRange(inlines, Copy);

    private Inline Copy(Inline inline) => Placed(inline switch
    {
        Link link => link with { Target = links.TargetIn(number, link.Target), Inlines = Copy(link.Inlines) },
        InlineContainer container => container with { Inlines = Copy(container.Inlines) },
        Ruby ruby => ruby with { Base = Copy(ruby.Base), Annotation = Copy(ruby.Annotation) },
        NoteReference call => call with { NoteAnchor = AnchorIn(number, call.NoteAnchor) },
        Image { Resource: { } picture } image => image with { Resource = pictures.Of(picture) },
        _ => inline,
    });

    /// <summary>Where the article stands on the web: an article by itself has it in its metadata, a book has one place for it, under the title.</summary>
    private static Paragraph? AddressOf(Document article)
    {
        if (article.Metadata.SourceUrl is not { } url)
        {
            return null;
        }

        var words = new Text { Value = Readable(url), Language = LanguageTag.Undetermined, Direction = TextDirection.LeftToRight };
        var isolated = new Span { Bidi = BidiIsolation.Isolate, Inlines = [words], Language = LanguageTag.Undetermined, Direction = TextDirection.LeftToRight };
        var link = new Link { Target = url, Inlines = [isolated], Language = article.Language, Direction = article.Direction };
        return new Paragraph { Role = ParagraphRole.Source, Inlines = [link], Language = article.Language, Direction = article.Direction };
    }

    /// <summary>The address with letters of every script as they are read, unless something in it would not show or turn the line around.</summary>
    private static string Readable(string url)
    {
        var readable = Uri.UnescapeDataString(url);
        return readable.EnumerateRunes().All(static rune => System.Text.Rune.IsLetterOrDigit(rune) || (rune.Value is > ' ' and < 0x7F)) ? readable : url;
    }
}
