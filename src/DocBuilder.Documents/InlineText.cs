using System.Collections.Immutable;
using System.Text;

namespace DocBuilder.Documents;

/// <summary>Inline content as plain text: for bookmarks, running heads and the names of links.</summary>
public static class InlineText
{
    /// <summary>The words, pictures as their alternative text, white space trimmed; note marks are left out.</summary>
    /// <param name="inlines">The content.</param>
    public static string Of(ImmutableArray<Inline> inlines)
    {
        var text = new StringBuilder();
        Append(text, inlines);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Text words:
                    text.Append(words.Value);
                    break;
                case InlineContainer container:
                    Append(text, container.Inlines);
                    break;
                case Ruby ruby:
                    Append(text, ruby.Base);
                    break;
                case LineBreak:
                    text.Append(' ');
                    break;
                case Image image:
                    text.Append(image.AlternativeText);
                    break;
                case MathExpression math:
                    text.Append(math.AlternativeText);
                    break;
            }
        }
    }
}
