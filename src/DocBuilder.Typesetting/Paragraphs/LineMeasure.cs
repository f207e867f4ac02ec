namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Sums over a shaped paragraph, so that any stretch of it is measured in one step.</summary>
internal sealed class LineMeasure
{
    private readonly string _text;
    private readonly double[] _width;
    private readonly double[] _space;
    private readonly double[] _kashidaSize;
    private readonly int[] _words;
    private readonly int[] _kashidas;

    /// <summary>Sums up a paragraph.</summary>
    public LineMeasure(ShapedText text)
    {
        var length = text.Advances.Length;
        _text = text.Source.Text;
        _width = new double[length + 1];
        _space = new double[length + 1];
        _kashidaSize = new double[length + 1];
        _words = new int[length + 1];
        _kashidas = new int[length + 1];
        var wordHasKashida = false;
        for (var i = 0; i < length; i++)
        {
            var isSpace = IsStretchable(_text[i]);
            var isFirst = text.Kashidas is { } found && found[i].IsPossible && !wordHasKashida;
            wordHasKashida = !isSpace && (wordHasKashida || isFirst);
            _width[i + 1] = _width[i] + text.Advances[i];
            _space[i + 1] = _space[i] + (isSpace ? text.Advances[i] : 0);
            _words[i + 1] = _words[i] + (isSpace && (i == 0 || !IsStretchable(_text[i - 1])) ? 1 : 0);
            _kashidas[i + 1] = _kashidas[i] + (isFirst ? 1 : 0);
            _kashidaSize[i + 1] = _kashidaSize[i] + (isFirst ? text.Kashidas![i].Size : 0);
        }
    }

    /// <summary>Word spaces stretch; so does the no-break space, as CSS Text says.</summary>
    public static bool IsStretchable(char c) => c is ' ' or '\u00A0';

    /// <summary>Spaces at a line's end hang in the margin.</summary>
    public static bool IsHangingSpace(char c) => c is ' ' or '\u2028' or '\u3000';

    /// <summary>Where the spaces that hang in the margin begin, in a line between two places.</summary>
    public static int VisibleEnd(string text, int start, int end)
    {
        while (end > start && IsHangingSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>The line between two places, without the spaces that hang at its end.</summary>
    public LineMaterial Between(int start, int end)
    {
        end = VisibleEnd(_text, start, end);
        var kashidas = _kashidas[end] - _kashidas[start];
        return new LineMaterial(
            _width[end] - _width[start],
            _space[end] - _space[start],
            _words[end] - _words[start] + 1,
            kashidas,
            kashidas == 0 ? 0 : (_kashidaSize[end] - _kashidaSize[start]) / kashidas);
    }

    /// <summary>The width between two places, hanging spaces and all, in points.</summary>
    public double Width(int start, int end) => _width[end] - _width[start];
}

/// <summary>What a line is made of, as far as it matters for filling it.</summary>
/// <param name="Width">The natural width in points.</param>
/// <param name="Space">How much of it are word spaces, in points.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="KashidaWords">How many of them can take a kashida.</param>
/// <param name="KashidaSize">The size of their letters, in points to the em; the average where they differ.</param>
internal readonly record struct LineMaterial(double Width, double Space, int Words, int KashidaWords, double KashidaSize);
