using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Languages;

namespace DocBuilder.Reading.Describing;

/// <summary>Completes the title block with what the metadata knows and the article does not show.</summary>
internal static class TitleBlockText
{
    /// <summary>The paragraphs after the title: subtitle, byline, dateline, source.</summary>
    public static IEnumerable<Paragraph> Complete(
        List<Paragraph> shown, bool showsDate, Metadata metadata, string? subtitle, NumberingSystem numbering, ReadContext context, bool authorsAreGiven)
    {
        var paragraphs = new List<Paragraph>(shown);
        if (subtitle is not null && !paragraphs.Exists(static paragraph => paragraph.Role == ParagraphRole.Subtitle))
        {
            paragraphs.Add(Make(ParagraphRole.Subtitle, subtitle, context));
        }

        if (authorsAreGiven)
        {
            paragraphs.RemoveAll(static paragraph => paragraph.Role == ParagraphRole.Byline);
        }

        if (metadata.Authors.Length > 0 && !paragraphs.Exists(static paragraph => paragraph.Role == ParagraphRole.Byline)
            && !Shows(paragraphs, metadata.Authors[0]))
        {
            paragraphs.Add(Make(ParagraphRole.Byline, "", context) with { Inlines = Names(metadata.Authors, context) });
        }

        if (metadata.Published is { } published && !showsDate)
        {
            paragraphs.Add(Make(ParagraphRole.Dateline, Phrases.Date(published, context.Language, numbering), context));
        }

        if (metadata.Publisher is { } site && !paragraphs.Exists(static paragraph => paragraph.Role == ParagraphRole.Source) && !Shows(paragraphs, site))
        {
            paragraphs.Add(Make(ParagraphRole.Source, site, context));
        }

        return paragraphs.OrderBy(static paragraph => paragraph.Role);
    }

    /// <summary>The names one after another in the line's direction, whatever theirs is (UAX #9, 2.4.2).</summary>
    private static ImmutableArray<Inline> Names(ImmutableArray<string> names, ReadContext context)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        foreach (var name in names)
        {
            if (inlines.Count > 0)
            {
                inlines.Add(Words(Phrases.BetweenNames(context.Language), context));
            }

            var direction = StrongDirection.Find(name) ?? context.Direction;
            var text = Words(name, context) with { Direction = direction };
            inlines.Add(direction == context.Direction ? text : new Span { Inlines = [text], Bidi = BidiIsolation.Isolate, Language = context.Language, Direction = direction });
        }

        return inlines.ToImmutable();
    }

    private static Text Words(string words, ReadContext context) => new() { Value = words, Language = context.Language, Direction = context.Direction };

    /// <summary>What a title block says in a role; null when it has no paragraph of it.</summary>
    public static string? WordsOf(List<Paragraph> shown, ParagraphRole role) =>
        shown.Find(paragraph => paragraph.Role == role) is { } found ? PlainWords.Of(found.Inlines) : null;

    private static bool Shows(List<Paragraph> paragraphs, string words) =>
        paragraphs.Exists(paragraph => PlainWords.Of(paragraph.Inlines).Contains(words, StringComparison.OrdinalIgnoreCase));

    private static Paragraph Make(ParagraphRole role, string words, ReadContext context) => new()
    {
        Role = role,
        Inlines = [Words(words, context)],
        Language = context.Language,
        Direction = context.Direction,
    };
}
