using DocBuilder.Reading.Languages;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocBuilder.Reading.Markdown;

/// <summary>Reads what GitHub and others write into Markdown for their own use: quotations that are remarks ("[!NOTE]"), and the place of a table of contents.</summary>
internal static class Alerts
{
    private static readonly string[] Kinds = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["ar"] = ["ملاحظة", "نصيحة", "مهم", "تحذير", "تنبيه"],
        ["fa"] = ["یادداشت", "نکته", "مهم", "هشدار", "احتیاط"],
        ["ur"] = ["نوٹ", "مشورہ", "اہم", "انتباہ", "احتیاط"],
        ["he"] = ["הערה", "עצה", "חשוב", "אזהרה", "זהירות"],
        ["en"] = ["Note", "Tip", "Important", "Warning", "Caution"],
    };

    /// <summary>Gives remarks the titles that readers see, and takes out what only asks for a table of contents.</summary>
    public static void Apply(MarkdownDocument document, string source)
    {
        foreach (var quote in document.Descendants<QuoteBlock>().ToList())
        {
            if (quote is [ParagraphBlock { Inline: { } inlines } first, ..] && KindOf(source.AsSpan(first.Span.Start)) is >= 0 and var kind)
            {
                var language = LanguageGuess.Guess(source[first.Span.Start..Math.Min(source.Length, quote.Span.End + 1)].Replace($"[!{Kinds[kind]}]", "", StringComparison.OrdinalIgnoreCase)) ?? "en";
                TakeFirstLine(inlines);
                if (inlines.FirstChild is null)
                {
                    quote.RemoveAt(0);
                }

                quote.Insert(0, Title(Words.GetValueOrDefault(language, Words["en"])[kind], first));
            }
        }

        foreach (var paragraph in document.OfType<ParagraphBlock>().ToList())
        {
            if (source.AsSpan(paragraph.Span.Start, paragraph.Span.Length).Trim() is "[TOC]" or "[toc]" or "[[TOC]]" or "[[toc]]" or "[[_TOC_]]")
            {
                document.Remove(paragraph);
            }
        }
    }

    private static int KindOf(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < Kinds.Length; i++)
        {
            var kind = Kinds[i];
            if (text.StartsWith("[!") && text[2..].StartsWith(kind, StringComparison.OrdinalIgnoreCase) && text[(2 + kind.Length)..] is [']', ..] && text[(3 + kind.Length)..].TrimStart(' ') is [] or ['\n' or '\r', ..])
            {
                return i;
            }
        }

        return -1;
    }

    private static void TakeFirstLine(ContainerInline inlines)
    {
        var isEnd = false;
        while (!isEnd && inlines.FirstChild is { } inline)
        {
            isEnd = inline is LineBreakInline;
            inline.Remove();
        }
    }

    private static ParagraphBlock Title(string words, ParagraphBlock place)
    {
        var strong = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2 };
        strong.AppendChild(new LiteralInline(words));
        return new ParagraphBlock { Inline = new ContainerInline().AppendChild(strong), Line = place.Line, Column = place.Column };
    }
}
