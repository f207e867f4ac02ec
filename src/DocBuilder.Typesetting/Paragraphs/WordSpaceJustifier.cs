namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Fills a line by widening the spaces between its words, all alike.</summary>
internal static class WordSpaceJustifier
{
    /// <summary>What each word space of the line must grow by to take up the room that is left, in points; 0 when nothing can grow.</summary>
    /// <param name="text">The paragraph's text.</param>
    /// <param name="slices">The line.</param>
    /// <param name="visibleEnd">Where the hanging spaces begin.</param>
    /// <param name="room">The room that is left, in points.</param>
    public static double Stretch(string text, List<ShapedRun> slices, int visibleEnd, double room)
    {
        if (room <= 0)
        {
            return 0;
        }

        var spaces = 0;
        foreach (var slice in slices)
        {
            foreach (var glyph in slice.Glyphs)
            {
                spaces += glyph.Cluster < visibleEnd && IsStretchable(text[glyph.Cluster]) ? 1 : 0;
            }
        }

        return spaces == 0 ? 0 : room / spaces;
    }

    /// <summary>Word spaces stretch; so does the no-break space, as CSS Text says.</summary>
    public static bool IsStretchable(char c) => c is ' ' or '\u00A0';
}
