namespace DocBuilder.Cli;

/// <summary>Text from articles and file names on its way to a terminal.</summary>
internal static class TerminalText
{
    /// <summary>The text on one line, without what a terminal would obey: control characters, and the overrides, embeddings and isolates that could turn a line around.</summary>
    internal static string Clean(string text)
    {
        var harmful = false;
        foreach (var unit in text)
        {
            harmful |= IsHarmful(unit);
        }

        return harmful ? string.Create(text.Length, text, static (clean, text) =>
        {
            for (var i = 0; i < clean.Length; i++)
            {
                clean[i] = IsHarmful(text[i]) ? '\uFFFD' : text[i];
            }
        }) : text;
    }

    private static bool IsHarmful(char unit) => char.IsControl(unit) || unit is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';
}
