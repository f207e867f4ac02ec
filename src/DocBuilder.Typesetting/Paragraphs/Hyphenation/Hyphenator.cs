using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs.Hyphenation;

/// <summary>
/// Finds where the words of one language may be hyphenated. It reads the language's patterns in place, so that making one is cheap; it keeps no
/// state between words and may be shared by threads.
/// </summary>
internal sealed class Hyphenator
{
    /// <summary>Longer words, in UTF-16 units, are left whole.</summary>
    public const int LongestWord = 256;

    private const char SoftHyphen = '\u00AD';
    private readonly PatternTrie _patterns;
    private readonly bool _hasDotlessI;

    private Hyphenator(string patterns)
    {
        _patterns = PatternTrie.Open(patterns);
        _hasDotlessI = _patterns.ClassOf('ı') != 0;
    }

    /// <summary>The hyphenator of a language.</summary>
    /// <param name="bcp47">A language tag, in any case. Script, region and orthography are heeded: <c>en-GB</c>, <c>sr-Latn</c>, <c>de-1901</c>.</param>
    /// <returns>Null when there are no patterns for it: always for Arabic and Hebrew script, which are not hyphenated.</returns>
    public static Hyphenator? For(string bcp47) => HyphenationLanguages.PatternsFor(bcp47) is { } patterns ? new Hyphenator(patterns) : null;

    /// <summary>
    /// The places where a word may be hyphenated, by Liang's algorithm. Give all that stands between two spaces: punctuation around the word is
    /// passed over, an em or en dash parts two words, and nothing is found in what is no plain word (with a digit, a hyphen, a soft
    /// hyphen of the author's, an address of the web or of mail, letters foreign to the language, capitals only).
    /// </summary>
    /// <param name="word">The word, composed or decomposed, in any case.</param>
    /// <param name="breaks">Receives the breaks in ascending order: offsets in UTF-16 units, a hyphen may go before the unit there. As long as
    /// the word, or <see cref="LongestWord"/>, is enough.</param>
    /// <returns>How many breaks there are.</returns>
    /// <exception cref="ArgumentException"><paramref name="breaks"/> is shorter than both.</exception>
    public int FindBreaks(ReadOnlySpan<char> word, Span<int> breaks)
    {
        if (breaks.Length < Math.Min(word.Length, LongestWord))
        {
            throw new ArgumentException("There may be more breaks than there is room for.", nameof(breaks));
        }

        if (word.Length > LongestWord || word.Contains(SoftHyphen))
        {
            return 0;
        }

        var (start, end) = WithoutPunctuation(word);
        Span<byte> classes = stackalloc byte[LongestWord + 1];
        Span<int> offsets = stackalloc int[LongestWord + 1];
        var count = Classify(word[..end], start, classes, offsets);
        var found = 0;
        for (var first = 0; first < count;)
        {
            var length = classes[first..count].IndexOf((byte)0);
            length = length < 0 ? count - first : length;
            found += BreaksOfPiece(word, classes.Slice(first, length), offsets.Slice(first, length), breaks[found..]);
            first += length + 1;
        }

        return found;
    }

    /// <summary>What is left when quotation marks, brackets, sentence punctuation, controls and no-break spaces around it are gone.</summary>
    private static (int Start, int End) WithoutPunctuation(ReadOnlySpan<char> word)
    {
        var (start, end) = (0, word.Length);
        while (start < end && IsPunctuation(word[start]))
        {
            start++;
        }

        while (end > start && IsPunctuation(word[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private static bool IsPunctuation(char unit) => UnicodeProperties.GeneralCategory(unit) switch
    {
        GeneralCategory.OpenPunctuation or GeneralCategory.ClosePunctuation or GeneralCategory.InitialPunctuation or GeneralCategory.FinalPunctuation => true,
        GeneralCategory.SpaceSeparator or GeneralCategory.Format => true,
        GeneralCategory.OtherPunctuation => unit is not ('@' or '#' or '/' or '\\' or '%' or '&' or '*'),
        _ => false,
    };

    /// <summary>
    /// The class of each letter and where it begins, 0 for what parts two words. A letter is a grapheme cluster, so that no break separates a
    /// mark from its base.
    /// </summary>
    /// <returns>How many there are; none when one of them is no letter of the language.</returns>
    private int Classify(ReadOnlySpan<char> word, int start, Span<byte> classes, Span<int> offsets)
    {
        var count = 0;
        while (start < word.Length)
        {
            var next = GraphemeClusters.Next(word, start);
            var letter = Fold(word[start..next]);
            var number = _patterns.ClassOf(letter);
            if (number == 0 && letter is not ('\'' or '\u2013' or '\u2014' or '\u2015'))
            {
                // A letter that the patterns lack is taken for its base: café in English.
                number = UnicodeProperties.IsMark(letter) || char.IsSurrogate(letter) ? (byte)0 : _patterns.ClassOf(Normalization.ToNfd(letter.ToString())[0]);
                if (number == 0)
                {
                    return 0;
                }
            }

            (classes[count], offsets[count]) = (number, start);
            count++;
            start = next;
        }

        return count;
    }

    /// <summary>The lower-case letter of a grapheme cluster, composed as far as it goes; marks that do not compose are left out.</summary>
    private char Fold(ReadOnlySpan<char> cluster)
    {
        var letter = cluster.Length == 1 ? cluster[0] : Normalization.ToNfc(cluster.ToString())[0];
        return letter switch
        {
            'I' when _hasDotlessI => 'ı',
            'İ' => 'i',
            'ſ' => 's',
            '\u2019' or '\u02BC' => '\'',
            _ => char.ToLowerInvariant(letter),
        };
    }

    /// <summary>The breaks of letters that stand together.</summary>
    private int BreaksOfPiece(ReadOnlySpan<char> word, ReadOnlySpan<byte> letters, ReadOnlySpan<int> offsets, Span<int> breaks)
    {
        if (letters.Length < _patterns.LeftMinimum + _patterns.RightMinimum || !HasSmallLetter(word, offsets))
        {
            return 0;
        }

        Span<byte> classes = stackalloc byte[letters.Length + 2];
        classes[0] = classes[^1] = PatternTrie.Edge;
        letters.CopyTo(classes[1..]);
        Span<byte> levels = stackalloc byte[classes.Length];
        levels.Clear();
        _patterns.Apply(classes, levels);
        var found = 0;
        for (var i = Math.Max(1, _patterns.LeftMinimum); i <= letters.Length - Math.Max(1, _patterns.RightMinimum); i++)
        {
            if (int.IsOddInteger(levels[i + 1]))
            {
                breaks[found++] = offsets[i];
            }
        }

        return found;
    }

    /// <summary>Without one it is an acronym.</summary>
    private static bool HasSmallLetter(ReadOnlySpan<char> word, ReadOnlySpan<int> offsets)
    {
        foreach (var offset in offsets)
        {
            if (UnicodeProperties.GeneralCategory(word[offset]) == GeneralCategory.LowercaseLetter)
            {
                return true;
            }
        }

        return false;
    }
}
