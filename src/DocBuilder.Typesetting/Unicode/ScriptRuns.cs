namespace DocBuilder.Typesetting.Unicode;

/// <summary>
/// Cuts text into runs of one script (UAX #24, section 5). Common and Inherited characters take the script before them, or the first one
/// after them at the start; Script_Extensions bound what they may take; a closing bracket or quotation mark takes the script of the opening one.
/// </summary>
public static class ScriptRuns
{
    /// <summary>The runs in logical order: together the whole text, no two neighbours alike. Empty text has none.</summary>
    public static List<ScriptRun> Resolve(ReadOnlySpan<char> text)
    {
        var runs = new List<ScriptRun>();
        var state = new ScriptRunBuilder(runs);
        Span<ScriptRunBuilder.OpenBracket> open = stackalloc ScriptRunBuilder.OpenBracket[ScriptRunBuilder.BracketDepth];
        for (var i = 0; i < text.Length;)
        {
            if (state.GoesOnWith(text[i]))
            {
                i++;
                continue;
            }

            var codePoint = CodePointReader.At(text, i, out var length);
            state.Add(i, codePoint, open);
            i += length;
        }

        state.Finish(text.Length);
        return runs;
    }
}
