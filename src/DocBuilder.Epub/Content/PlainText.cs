using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>What inline content says as plain text: for contents entries, titles and names.</summary>
internal static class PlainText
{
    /// <summary>The words on one line: pictures and formulas by their alternative text, marks of notes left out.</summary>
    public static string Of(IEnumerable<Inline> inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines)
        {
            foreach (var node in NodeTree.SelfAndDescendants(inline))
            {
                _ = node switch
                {
                    Text words => text.Append(words.Value),
                    LineBreak => text.Append(' '),
                    Image image => text.Append(image.AlternativeText),
                    MathExpression math => text.Append(math.AlternativeText),
                    _ => text,
                };
            }
        }

        return Fold(text.ToString());
    }

    /// <summary>Whether the content would be heard or seen as nothing.</summary>
    public static bool IsBlank(IEnumerable<Inline> inlines) => Of(inlines).Length == 0;

    /// <summary>Whether blocks say nothing at all: no words, no picture, no formula.</summary>
    public static bool IsBlank(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            foreach (var node in NodeTree.SelfAndDescendants(block))
            {
                if (node is Text text && !string.IsNullOrWhiteSpace(text.Value)
                    || node is Image { IsDecorative: false } or MathExpression or NoteReference)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Every run of white space as one space, none at the ends; characters that XML forbids dropped.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in XmlText.Clean(text, out _))
        {
            if (c is not (' ' or '\t' or '\r' or '\n' or '\f'))
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }
}
