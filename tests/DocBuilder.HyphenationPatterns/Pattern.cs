namespace DocBuilder.HyphenationPatterns;

/// <summary>One pattern of Liang's: letters, '.' for the edge of a word, and a level before each letter and after the last.</summary>
/// <param name="Letters">The letters, in lower case and composed.</param>
/// <param name="Levels">One more than there are letters: odd allows a break, even forbids it, the highest level wins.</param>
public sealed record Pattern(string Letters, byte[] Levels)
{
    /// <summary>The levels of an exception: above every pattern's, which are single digits.</summary>
    private const byte ForbiddenByException = 10;
    private const byte AllowedByException = 11;

    /// <summary>A pattern as TeX's <c>\patterns</c> writes it: <c>.hy3ph</c>.</summary>
    public static Pattern Parse(string token)
    {
        var letters = new List<char>();
        var levels = new List<byte> { 0 };
        foreach (var unit in token)
        {
            if (char.IsAsciiDigit(unit))
            {
                levels[^1] = (byte)(unit - '0');
            }
            else
            {
                letters.Add(Fold(unit));
                levels.Add(0);
            }
        }

        return new Pattern(new string([.. letters]), [.. levels]);
    }

    /// <summary>A word as TeX's <c>\hyphenation</c> writes it, <c>ta-ble</c>: a pattern of the whole word that settles every place in it.</summary>
    public static Pattern ParseException(string token)
    {
        var letters = new List<char> { '.' };
        var levels = new List<byte> { 0, 0 };
        foreach (var unit in token)
        {
            if (unit == '-')
            {
                levels[^1] = AllowedByException;
            }
            else
            {
                letters.Add(Fold(unit));
                levels.Add(ForbiddenByException);
            }
        }

        letters.Add('.');
        levels[^1] = 0;
        levels.Add(0);
        return new Pattern(new string([.. letters]), [.. levels]);
    }

    /// <summary>Whether all of it is letters, apostrophes and edges: what a word can hold.</summary>
    public bool IsOfWords => Letters.All(unit => char.IsLetter(unit) || unit is '\'' or '.');

    /// <summary>Every apostrophe is U+0027, as in the words that are looked up.</summary>
    private static char Fold(char unit) => unit is '\u2019' or '\u02BC' ? '\'' : char.ToLowerInvariant(unit);
}
