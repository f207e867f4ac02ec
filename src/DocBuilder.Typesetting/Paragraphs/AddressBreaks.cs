using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Where an address of the web or of mail may break in a column that is too narrow for it (The Chicago Manual of Style, 7.46): after a slash, before a point.</summary>
internal static class AddressBreaks
{
    private const int ShortestAddress = 16;

    /// <summary>Allows the breaks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="breaks">What may happen before every UTF-16 code unit; changed in place.</param>
    public static void Allow(string text, LineBreakOpportunity[] breaks)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf(' ');
            var end = length < 0 ? text.Length : start + length;
            if (end - start >= ShortestAddress && IsAddress(text.AsSpan(start, end - start)))
            {
                AllowWithin(text, start, end, breaks);
            }

            start = end + 1;
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> word) => word.Contains('@') || word.Contains("://", StringComparison.Ordinal) || word.Contains("www.", StringComparison.Ordinal);

    private static void AllowWithin(string text, int start, int end, LineBreakOpportunity[] breaks)
    {
        for (var i = start + 2; i < end - 1; i++)
        {
            var isAfter = text[i - 1] is '/' or '=' or '&' or '?' or '-' or '_' && char.IsLetterOrDigit(text[i]);
            var isBefore = text[i] is '.' or '@' && char.IsLetterOrDigit(text[i - 1]);
            if (breaks[i] == LineBreakOpportunity.Prohibited && (isAfter || isBefore))
            {
                breaks[i] = LineBreakOpportunity.Allowed;
            }
        }
    }
}
