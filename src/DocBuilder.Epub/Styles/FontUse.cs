using DocBuilder.Documents;
using DocBuilder.Epub.Content;

namespace DocBuilder.Epub.Styles;

/// <summary>A stretch of the book's text, as the stylesheet shows it.</summary>
/// <param name="Value">The words.</param>
/// <param name="Language">Their language.</param>
/// <param name="IsBold">Whether they are bold.</param>
/// <param name="IsEmphasized">Whether they are emphasised: by a slant, or by weight in languages that do not slant.</param>
/// <param name="IsCode">Whether they are code.</param>
internal readonly record struct FontUse(string Value, string Language, bool IsBold, bool IsEmphasized, bool IsCode)
{
    /// <summary>All text of a book in reading order, the words that the book adds too.</summary>
    public static IEnumerable<FontUse> In(Edition edition)
    {
        var document = edition.Document;
        yield return new FontUse(edition.Phrases.Contents, edition.Phrases.Language, IsBold: true, IsEmphasized: false, IsCode: false);
        var pending = new Stack<(Node Node, FontUse Style)>();
        var children = new List<Node>();
        foreach (var section in document.Sections())
        {
            pending.Clear();
            for (var i = section.Blocks.Length - 1; i >= 0; i--)
            {
                pending.Push((section.Blocks[i], new FontUse("", document.Language, false, false, false)));
            }

            while (pending.TryPop(out var entry))
            {
                var style = Under(entry.Node, entry.Style) with { Language = LanguageTag.Checked(entry.Node.Language) };
                if (entry.Node is Text text)
                {
                    yield return style with { Value = text.Value };
                    continue;
                }

                foreach (var words in WordsOf(entry.Node, edition, section.Numbering))
                {
                    yield return style with { Value = words };
                }

                children.Clear();
                NodeTree.AddChildren(entry.Node, children);
                for (var i = children.Count - 1; i >= 0; i--)
                {
                    pending.Push((children[i], IsBoldPart(entry.Node, i) ? style with { IsBold = true } : style));
                }
            }
        }
    }

    private static IEnumerable<string> WordsOf(Node node, Edition edition, NumberingSystem numbering) => node switch
    {
        NoteReference reference => [reference.Label],
        Note note => [note.Label, "-" + numbering.Format(1234567890)],
        Image { IsDecorative: false } image when edition.Images.Of(image) is null => [image.AlternativeText],
        _ => [],
    };

    private static FontUse Under(Node node, FontUse style) => node switch
    {
        Heading or Note or TableCell { IsHeader: true } or DescriptionItem { IsTerm: true } => style with { IsBold = true },
        Paragraph { Role: ParagraphRole.Byline } => style with { IsBold = true },
        CodeBlock => style with { IsCode = true },
        Styled { Style: InlineStyle.Strong or InlineStyle.Bold or InlineStyle.Mark } => style with { IsBold = true },
        Styled { Style: InlineStyle.Code or InlineStyle.Keyboard or InlineStyle.Sample } => style with { IsCode = true },
        Styled { Style: InlineStyle.Emphasis or InlineStyle.Definition or InlineStyle.Italic or InlineStyle.Citation or InlineStyle.Variable } =>
            style with { IsEmphasized = true },
        _ => style,
    };

    // Captions of tables and summaries are bold; the rest of their elements is not.
    private static bool IsBoldPart(Node node, int child) => node switch
    {
        Table table => child < table.Caption.Length,
        Details details => child < details.Summary.Length,
        _ => false,
    };
}
