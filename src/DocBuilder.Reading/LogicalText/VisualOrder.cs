namespace DocBuilder.Reading.LogicalText;

/// <summary>
/// What speaks for text that is stored as it is seen, from left to right: final letters of Hebrew at the beginning of words, and Arabic forms that
/// join to what was before them when it comes after.
/// </summary>
/// <param name="Visual">Places that are right only in visual order.</param>
/// <param name="Logical">Places that are right only in logical order.</param>
internal readonly record struct VisualOrder(int Visual, int Logical)
{
    // A word or two may be turned around on purpose.
    private const int LeastPlaces = 3;

    /// <summary>Counts the places in a text.</summary>
    public static VisualOrder In(ReadOnlySpan<char> text)
    {
        int visual = 0, logical = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is 'ך' or 'ם' or 'ן' or 'ף' or 'ץ')
            {
                var after = i > 0 && IsHebrew(text[i - 1]);
                var before = i + 1 < text.Length && IsHebrew(text[i + 1]);
                visual += before && !after ? 1 : 0;
                logical += after && !before ? 1 : 0;
            }
            else if (i + 1 < text.Length && PresentationForms.PlaceOf(c) is not PresentationForms.Place.None and var place)
            {
                var next = PresentationForms.PlaceOf(text[i + 1]);
                // Two letters in the middle of a word say nothing.
                var isLogical = JoinsOn(place) && JoinsBack(next);
                var isVisual = JoinsBack(place) && JoinsOn(next);
                logical += isLogical && !isVisual ? 1 : 0;
                visual += isVisual && !isLogical ? 1 : 0;
            }
        }

        return new VisualOrder(visual, logical);
    }

    /// <summary>Both counts together.</summary>
    public VisualOrder And(VisualOrder other) => new(Visual + other.Visual, Logical + other.Logical);

    /// <summary>Whether the text is in visual order.</summary>
    /// <param name="isDeclared">Whether the label of the encoding says so; then only letters that say otherwise count.</param>
    public bool IsVisual(bool isDeclared) => isDeclared ? Visual >= Logical : Visual >= LeastPlaces && Visual > Logical * 3;

    private static bool IsHebrew(char c) => c is >= '\u05D0' and <= '\u05EA';

    private static bool JoinsOn(PresentationForms.Place place) => place is PresentationForms.Place.Initial or PresentationForms.Place.Medial;

    private static bool JoinsBack(PresentationForms.Place place) => place is PresentationForms.Place.Final or PresentationForms.Place.Medial;
}
