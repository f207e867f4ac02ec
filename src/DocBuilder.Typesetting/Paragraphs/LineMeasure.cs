namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Sums over a shaped paragraph, so that any stretch of it is measured in one step. One serves one paragraph after another.</summary>
internal sealed class LineMeasure
{
    private string _text = "";
    private Sums[] _sums = [];

    /// <summary>Sums up a paragraph, instead of the one before.</summary>
    public LineMeasure Read(ShapedText text)
    {
        var length = text.Advances.Length;
        _text = text.Source.Text;
        if (_sums.Length <= length)
        {
            _sums = new Sums[length + 1];
        }

        var sums = new Sums();
        _sums[0] = sums;
        var (wordHasKashida, isAfterSpace) = (false, false);
        for (var i = 0; i < length; i++)
        {
            var advance = text.Advances[i];
            var isSpace = IsStretchable(_text[i]);
            sums.Width += advance;
            if (isSpace)
            {
                sums.Space += advance;
                sums.Words += isAfterSpace ? 0 : 1;
                wordHasKashida = false;
            }

            if (!wordHasKashida && text.Kashidas is { } found && found[i] is { IsPossible: true } kashida)
            {
                wordHasKashida = !isSpace;
                sums.Kashidas++;
                sums.KashidaSize += kashida.Size;
            }

            isAfterSpace = isSpace;
            _sums[i + 1] = sums;
        }

        return this;
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

    /// <summary>Where the spaces that hang in the margin begin, in a line between two places.</summary>
    public int VisibleEnd(int start, int end) => VisibleEnd(_text, start, end);

    /// <summary>The line between two places.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="visibleEnd">Where the spaces that hang at its end begin; before the start in a line of nothing else.</param>
    public LineMaterial Between(int start, int visibleEnd)
    {
        ref readonly var until = ref _sums[Math.Max(start, visibleEnd)];
        ref readonly var before = ref _sums[start];
        var kashidas = until.Kashidas - before.Kashidas;
        return new LineMaterial(
            until.Width - before.Width,
            until.Space - before.Space,
            until.Words - before.Words + 1,
            kashidas,
            kashidas == 0 ? 0 : (until.KashidaSize - before.KashidaSize) / kashidas);
    }

    /// <summary>The width between two places, hanging spaces and all, in points.</summary>
    public double Width(int start, int end) => _sums[end].Width - _sums[start].Width;

    /// <summary>What there is before a place.</summary>
    private struct Sums
    {
        public double Width;
        public double Space;
        public double KashidaSize;
        public int Words;
        public int Kashidas;
    }
}

/// <summary>What a line is made of, as far as it matters for filling it.</summary>
/// <param name="Width">The natural width in points.</param>
/// <param name="Space">How much of it are word spaces, in points.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="KashidaWords">How many of them can take a kashida.</param>
/// <param name="KashidaSize">The size of their letters, in points to the em; the average where they differ.</param>
internal readonly record struct LineMaterial(double Width, double Space, int Words, int KashidaWords, double KashidaSize);
