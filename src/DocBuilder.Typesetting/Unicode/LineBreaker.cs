namespace DocBuilder.Typesetting.Unicode;

/// <summary>
/// The Unicode Line Breaking Algorithm (UAX #14, Unicode 15.0), with the numbers of its section 8.2, example 7. Time is linear in the length of the text.
/// Scripts that need a dictionary (class SA: Thai, Lao, Khmer, Myanmar) break at spaces only.
/// </summary>
public static class LineBreaker
{
    /// <summary>Finds where lines may end.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="breaks">
    /// One more than the text has units: what may happen before each unit, and at the end. The start is prohibited (LB2), the end mandatory
    /// (LB3); within a surrogate pair a break is prohibited. Empty text has one place, which is prohibited.
    /// </param>
    /// <exception cref="ArgumentException">The lengths do not agree.</exception>
    public static void Find(ReadOnlySpan<char> text, Span<LineBreakOpportunity> breaks)
    {
        if (breaks.Length != text.Length + 1)
        {
            throw new ArgumentException("There must be one break more than the text has units.", nameof(breaks));
        }

        breaks[0] = LineBreakOpportunity.Prohibited;
        if (text.IsEmpty)
        {
            return;
        }

        var context = default(LineBreakContext);
        for (var i = 0; i < text.Length;)
        {
            if (ArabicLetters.IsBasic(text[i]) && context.IsInWord)
            {
                breaks[i++] = LineBreakOpportunity.Prohibited;
                continue;
            }

            var lineBreakClass = LineBreakClassTable.Of(CodePointReader.At(text, i, out var length));
            if (i > 0)
            {
                breaks[i] = context.Before(lineBreakClass, text[(i + length)..]);
            }

            if (length == 2)
            {
                breaks[i + 1] = LineBreakOpportunity.Prohibited;
            }

            context.Pass(lineBreakClass, isFirst: i == 0);
            i += length;
        }

        breaks[text.Length] = LineBreakOpportunity.Mandatory;
    }
}
