namespace DocBuilder.Typesetting.Unicode;

/// <summary>Reads code points out of UTF-16. An unpaired surrogate counts as a code point of its own.</summary>
internal static class CodePointReader
{
    /// <summary>The code point that begins at <paramref name="index"/>, and how many units it has (1 or 2).</summary>
    public static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        var unit = text[index];
        if (char.IsHighSurrogate(unit) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(unit, text[index + 1]);
        }

        length = 1;
        return unit;
    }
}
