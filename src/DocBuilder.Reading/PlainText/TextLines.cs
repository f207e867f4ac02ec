namespace DocBuilder.Reading.PlainText;

/// <summary>A line of a plain text.</summary>
/// <param name="Value">The line, its end trimmed.</param>
/// <param name="Number">Its number in the file, from 1.</param>
internal readonly record struct TextLine(string Value, int Number);

/// <summary>Divides a plain text into groups of lines, at empty lines.</summary>
internal static class TextLines
{
    public static List<List<TextLine>> Group(string text)
    {
        var groups = new List<List<TextLine>>();
        var group = new List<TextLine>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var trimmed = line.TrimEnd();
            if (!trimmed.Trim("\u200B\u200E\u200F\u00A0 \t").IsEmpty)
            {
                group.Add(new TextLine(trimmed.ToString(), number));
            }
            else if (group.Count > 0)
            {
                groups.Add(group);
                group = [];
            }
        }

        if (group.Count > 0)
        {
            groups.Add(group);
        }

        return groups;
    }
}
