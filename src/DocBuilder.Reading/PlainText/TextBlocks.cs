using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Reading.Describing;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.PlainText;

/// <summary>Makes blocks of groups of lines.</summary>
internal sealed class TextBlocks(string language, TextDirection direction, FindingList findings)
{
    // A heading is a line that could stand in a table of contents.
    private const int LongestHeading = 80;

    private const int MostHeadingsInARow = 2;

    private readonly HashSet<int> _privateUse = [];
    private readonly List<Paragraph> _titleBlock = [];

    /// <summary>The lines under the title that say who wrote the text, and when; known when it is read.</summary>
    public List<Paragraph> TitleBlock => _titleBlock;

    /// <summary>The blocks, the title first.</summary>
    public List<Block> Read(List<List<TextLine>> groups, string? asked)
    {
        // A line of signs above the title belongs to it.
        groups.RemoveRange(0, Math.Max(0, groups.FindIndex(static group => !TextLines.IsDivider(group[0].Value))));
        var first = groups[0][0];
        var blocks = new List<Block>
        {
            new Heading { Level = 1, Inlines = Words(asked ?? first.Value, first.Number), Language = language, Direction = direction, Position = At(first.Number) },
        };
        groups[0].RemoveAt(0);
        var rest = groups.FindAll(static group => group.Count > 0);
        var prose = 0;
        for (var i = TakeTitleBlock(rest); i < rest.Count;)
        {
            if (TextVerse.Read(rest, ref i, ref prose, this) is { } verse)
            {
                blocks.Add(verse);
                continue;
            }

            var lone = i;
            while (lone < rest.Count && (IsHeading(rest[lone]) || IsNumberedHeading(rest, lone)) && (lone == i || !TextVerse.MayBe(rest[lone])))
            {
                lone++;
            }

            // A heading, and one below it, stand before a text. More short lines in a row are something else, and so is the last of all.
            var areHeadings = lone - i <= MostHeadingsInARow && lone < rest.Count;
            var end = Math.Max(lone, i + 1);
            for (; i < end; i++)
            {
                AddGroup(rest[i], areHeadings && i < lone, blocks);
                if (rest[i] is [{ IsUnderlined: true } underlined] && blocks[^1] is not Heading)
                {
                    blocks.Add(Divider(underlined.Number + 1));
                }
            }
        }

        return blocks;
    }

    /// <summary>Takes the lines after the title that say who wrote the text, and when.</summary>
    /// <returns>How many groups they are.</returns>
    private int TakeTitleBlock(List<List<TextLine>> groups)
    {
        var taken = 0;
        for (; taken < groups.Count && groups[taken].TrueForAll(static line => RoleOf(line) is not null); taken++)
        {
            _titleBlock.AddRange(groups[taken].Select(line => Paragraph(line.Value, line.Number) with { Role = RoleOf(line)!.Value }));
        }

        return taken;
    }

    private static ParagraphRole? RoleOf(TextLine line)
    {
        var words = line.Value.Trim();
        return TitleBlockFinder.StartsAsByline(words) ? ParagraphRole.Byline
            : TitleBlockFinder.IsDate(words) ? ParagraphRole.Dateline
            : null;
    }

    private void AddGroup(List<TextLine> lines, bool mayBeHeading, List<Block> blocks)
    {
        if (lines.Count == 1 && TextLines.IsDivider(lines[0].Value))
        {
            blocks.Add(Divider(lines[0].Number));
            return;
        }

        if (mayBeHeading)
        {
            blocks.Add(new Heading { Level = 2, Inlines = Words(lines[0].Value, lines[0].Number), Language = language, Direction = direction, Position = At(lines[0].Number) });
            return;
        }

        var paragraph = new List<TextLine>();
        for (var i = 0; i < lines.Count;)
        {
            if (TextLists.Read(lines, ref i, this) is { } list)
            {
                AddParagraph(paragraph, blocks);
                // A list may go on after an empty line.
                if (paragraph.Count == 0 && blocks[^1] is List before && Continues(before, list))
                {
                    blocks[^1] = before with { Items = before.Items.AddRange(list.Items) };
                }
                else
                {
                    blocks.Add(list);
                }

                paragraph.Clear();
                continue;
            }

            paragraph.Add(lines[i++]);
        }

        AddParagraph(paragraph, blocks);
    }

    private ThematicBreak Divider(int line) => new() { Language = language, Direction = direction, Position = At(line) };

    private static bool Continues(List before, List next) =>
        before.Marker == next.Marker && (!next.IsOrdered || next.Items[0].Ordinal == before.Items[^1].Ordinal + 1);

    private void AddParagraph(List<TextLine> lines, List<Block> blocks)
    {
        if (lines.Count > 0)
        {
            blocks.Add(Paragraph(string.Join(' ', lines.Select(static line => line.Value)), lines[0].Number));
        }
    }

    public Paragraph Paragraph(string words, int line) =>
        new() { Inlines = Words(words, line), Language = language, Direction = direction, Position = At(line) };

    public Verse Verse(IEnumerable<(string[] Halves, int Line)> lines) => new()
    {
        Language = language,
        Direction = direction,
        Lines = [.. lines.Select((line, index) => new VerseLine
        {
            Hemistichs = [.. line.Halves.Select(half => new Hemistich { Inlines = Words(half, line.Line), Language = language, Direction = direction, Position = At(line.Line) })],
            StartsStanza = index == 0,
            Language = language,
            Direction = direction,
            Position = At(line.Line),
        })],
    };

    public List List(ListMarker marker, List<(int Ordinal, string Words, int Line)> items) => new()
    {
        Marker = marker,
        Language = language,
        Direction = direction,
        Position = At(items[0].Line),
        Items = [.. items.Select(item => new ListItem
        {
            Ordinal = item.Ordinal,
            Blocks = [Paragraph(item.Words, item.Line)],
            Language = language,
            Direction = direction,
            Position = At(item.Line),
        })],
    };

    private ImmutableArray<Inline> Words(string words, int line)
    {
        var folded = TextCleaner.Fold(words);
        TextCleaner.ReportPrivateUse(folded, At(line), _privateUse, findings);
        return folded.Length == 0 ? [] : [new Text { Value = folded, Language = language, Direction = direction, Position = At(line) }];
    }

    private static SourcePosition At(int line) => new(line, 1);

    private static bool IsHeading(List<TextLine> lines) => lines.Count == 1 && !TextLists.StartsItem(lines[0].Value) && IsHeading(lines[0].Value);

    /// <summary>"1- The first station": a number before one line that a text follows, not the next number.</summary>
    private static bool IsNumberedHeading(List<List<TextLine>> groups, int at) =>
        groups[at] is [var line] && TextLists.StartsNumbered(line.Value) && IsHeading(line.Value)
        && at + 1 < groups.Count && !TextLists.StartsItem(groups[at + 1][0].Value) && (at == 0 || !TextLists.StartsItem(groups[at - 1][0].Value));

    private static bool IsHeading(string line)
    {
        var words = line.Trim();
        if (words.Length > LongestHeading || words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 12)
        {
            return false;
        }

        // Where to write to, or to go on reading.
        if (words.Contains('@', StringComparison.Ordinal) || words.Contains("://", StringComparison.Ordinal) || words.Contains("www.", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // "I asked him: why?" is told, not titled.
        var last = words[^1];
        if (last is '؟' or '?' && words.Contains(':', StringComparison.Ordinal))
        {
            return false;
        }

        return !(last is '.' or ':' or '،' or ',' or ';' or '؛' or '!' or '…' or '»' or '"' or '”' or ')' or '۔' or '-')
            && char.GetUnicodeCategory(last) != UnicodeCategory.ClosePunctuation;
    }
}
