using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Books;

/// <summary>
/// Copies an article into a book: anchors get the article's number, so that those of two articles never meet; headings go down by a level, since
/// the book's title stands over all; links to articles of the book lead inside it.
/// </summary>
/// <param name="number">The article's number in the book, from 1.</param>
/// <param name="links">Follows links from article to article.</param>
/// <param name="pictures">Makes the same picture one, whichever articles show it.</param>
internal sealed class BoundArticle(int number, BookLinks links, PictureShelf pictures) : NodeRewriter
{
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
            blocks.Add(Rewrite(article.Blocks[i]));
            if (i + 1 == title && AddressOf(article) is { } address)
            {
                blocks.Add(address);
            }
        }

        blocks[0] = blocks[0] with { Anchor = TitleAnchor(number, article) };
        return blocks.ToImmutable();
    }

    /// <inheritdoc />
    public override Block Rewrite(Block block) => Placed(base.Rewrite(block switch
    {
        Heading heading => heading with { Level = Math.Min(heading.Level + 1, Heading.DeepestLevel) },
        TableCell cell => cell with { Headers = [.. cell.Headers.Select(anchor => AnchorIn(number, anchor))] },
        _ => block,
    }));

    /// <inheritdoc />
    public override Inline Rewrite(Inline inline) => Placed(base.Rewrite(inline switch
    {
        Link link => link with { Target = links.TargetIn(number, link.Target) },
        NoteReference call => call with { NoteAnchor = AnchorIn(number, call.NoteAnchor) },
        Image { Resource: { } picture } image => image with { Resource = pictures.Of(picture) },
        _ => inline,
    }));

    private T Placed<T>(T node)
        where T : Node => (T)((Node)node with
        {
            Position = node.Position with { Article = number },
            Anchor = node.Anchor is { } anchor ? AnchorIn(number, anchor) : null,
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
