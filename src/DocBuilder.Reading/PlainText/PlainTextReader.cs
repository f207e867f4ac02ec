using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Describing;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Languages;

namespace DocBuilder.Reading.PlainText;

/// <summary>Reads plain text: the first line is the title, empty lines divide paragraphs, short lines between them are headings.</summary>
internal sealed class PlainTextReader(ReadingOptions options, FindingList findings)
{
    public Document? Read(ArticleSource source, string text)
    {
        var groups = TextLines.Group(TextCleaner.Clean(text));
        if (groups.Count == 0)
        {
            findings.Add(FindingCatalog.NoText, source.Name);
            return null;
        }

        var language = LanguageOf(text);
        var direction = options.Direction ?? LanguageTags.DirectionOf(language) ?? StrongDirection.Find(text) ?? TextDirection.LeftToRight;
        var reader = new TextBlocks(language, direction, findings);
        var blocks = reader.Read(groups, TextCleaner.FoldOrNull(options.Title));
        var (byline, dateline) = (TitleBlockText.WordsOf(reader.TitleBlock, ParagraphRole.Byline), TitleBlockText.WordsOf(reader.TitleBlock, ParagraphRole.Dateline));
        var chooser = new NumberingChooser();
        chooser.Count(text);
        var numbering = chooser.Choose(language);
        var metadata = new Metadata
        {
            Title = PlainWords.Of(((Heading)blocks[0]).Inlines),
            Identifier = SourceIdentifier.Of(source.Bytes.Span),
            Authors = options.Authors.IsDefaultOrEmpty ? [.. BylineNames.Of(byline ?? "")] : options.Authors,
            Published = PublicationDate.Parse(dateline) ?? BylineNames.DateIn(byline),
        };
        var context = new ReadContext { Language = language, Direction = direction };
        var titleBlock = TitleBlockText.Complete(reader.TitleBlock, metadata.Published is not null, metadata, subtitle: null, numbering, context, !options.Authors.IsDefaultOrEmpty);
        return new Document
        {
            Metadata = metadata,
            Numbering = numbering,
            Blocks = [blocks[0], .. titleBlock, .. blocks.Skip(1)],
            Language = language,
            Direction = direction,
        };
    }

    private string LanguageOf(string text)
    {
        if (options.Language is { } asked)
        {
            if (LanguageTags.Normalize(asked) is { } tag)
            {
                return tag;
            }

            findings.Add(FindingCatalog.LanguageTagInvalid, asked);
        }

        if (LanguageGuess.Guess(text) is { } guess)
        {
            findings.Add(FindingCatalog.LanguageGuessed, guess);
            return guess;
        }

        findings.Add(FindingCatalog.LanguageUnknown);
        return LanguageTag.Undetermined;
    }
}
