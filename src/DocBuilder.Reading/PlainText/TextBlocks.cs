using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Reading.Inlines;

namespace DocBuilder.Reading.PlainText;

/// <summary>Makes blocks of groups of lines.</summary>
internal sealed class TextBlocks(string language, TextDirection direction, FindingList findings)
{
    // A heading is a line that could stand in a table of contents.
    private const int LongestHeading = 80;

    private readonly HashSet<int> _privateUse = [];

    /// <summary>The blocks, the title first.</summary>
    public List<Block> Read(List<List<TextLine>> groups, string? asked)
    {
        var first = groups[0][0];
        var blocks = new List<Block>
        {
            new Heading { Level = 1, Inlines = Words(asked ?? first.Value, first.Number), Language = language, Direction = direction, Position = At(first.Number) },
        };
        groups[0].RemoveAt(0);
        var rest = groups.FindAll(static group => group.Count > 0);
        for (var i = 0; i < rest.Count; i++)
        {
            AddGroup(rest[i], isLast: i == rest.Count - 1, blocks);
        }

        return blocks;
    }

    private void AddGroup(List<TextLine> lines, bool isLast, List<Block> blocks)
    {
        if (lines.Count == 1 && !isLast && IsHeading(lines[0].Value))
        {
            blocks.Add(new Heading { Level = 2, Inlines = Words(lines[0].Value, lines[0].Number), Language = language, Direction = direction, Position = At(lines[0].Number) });
            return;
        }

        if (TextVerse.Read(lines, this) is { } verse)
        {
            blocks.Add(verse);
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

    private static bool IsHeading(string line)
    {
        var words = line.Trim();
        if (words.Length > LongestHeading || words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 12 || TextLists.StartsItem(words))
        {
            return false;
        }

        var last = words[^1];
        return !(last is '.' or ':' or '،' or ',' or ';' or '؛' or '!' or '…' or '»' or '"' or '”' or ')' or '۔' or '-')
            && char.GetUnicodeCategory(last) != UnicodeCategory.ClosePunctuation;
    }
}
