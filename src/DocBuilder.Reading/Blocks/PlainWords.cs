using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.Blocks;

/// <summary>The words of inlines and blocks, without markup.</summary>
internal static class PlainWords
{
    public static string Of(ImmutableArray<Inline> inlines)
    {
        if (inlines is [Text only])
        {
            return TextCleaner.Fold(only.Value);
        }

        var text = new StringBuilder();
        Append(inlines, text);
        return TextCleaner.Fold(text.ToString());
    }

    public static void Append(ImmutableArray<Inline> inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Text words: text.Append(words.Value); break;
                case LineBreak: text.Append('\n'); break;
                case InlineContainer container: Append(container.Inlines, text); break;
                case Ruby ruby: Append(ruby.Base, text); break;
                case MathExpression math: text.Append(math.AlternativeText); break;
                default: break;
            }
        }
    }
}
