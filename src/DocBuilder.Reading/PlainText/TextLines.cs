namespace DocBuilder.Reading.PlainText;

/// <summary>A line of a plain text.</summary>
/// <param name="Value">The line, its end trimmed.</param>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="IsUnderlined">Whether dashes or the like stand under it, which make it a heading, or else divide.</param>
internal readonly record struct TextLine(string Value, int Number, bool IsUnderlined = false);

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
            if (IsDivider(trimmed))
            {
                // Under a line of its own it may say that the line is a heading; elsewhere that something else begins.
                var isUnderline = group.Count == 1 && trimmed[0] is '-' or '=';
                if (isUnderline)
                {
                    group[0] = group[0] with { IsUnderlined = true };
                }

                Flush();
                if (!isUnderline)
                {
                    group.Add(new TextLine(trimmed.ToString(), number));
                    Flush();
                }
            }
            else if (!trimmed.Trim("\u200B\u200E\u200F\u00A0 \t").IsEmpty)
            {
                group.Add(new TextLine(trimmed.ToString(), number));
            }
            else
            {
                Flush();
            }
        }

        Flush();
        return groups;

        void Flush()
        {
            if (group.Count > 0)
            {
                groups.Add(group);
                group = [];
            }
        }
    }

    /// <summary>Whether a line is three stars, dashes or the like, and nothing else.</summary>
    public static bool IsDivider(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line is "⁂")
        {
            return true;
        }

        var signs = 0;
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c) && (c != line[0] || c is not ('*' or '-' or '_' or '=' or '~' or '·' or '•' or '٭' or '—')))
            {
                return false;
            }

            signs += char.IsWhiteSpace(c) ? 0 : 1;
        }

        return signs >= 3;
    }
}
