using System.Buffers;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>Gathers the places where a paragraph may be broken, and what it costs to break there.</summary>
internal sealed class BreakOpportunities(Hyphens hyphens)
{
    /// <summary>What it costs to end a line in a hyphen: a line somewhat looser is better.</summary>
    private const double Hyphen = 50;

    /// <summary>What it costs to break an address after one of its separators; a loose line costs about as much at a third more space.</summary>
    private const double AfterSeparator = 120;

    /// <summary>What it costs to break inside a word: more than any line that can be set otherwise.</summary>
    private const double InsideWord = 5000;

    /// <summary>A word that takes more of the line than this is broken after its separators.</summary>
    private const double LongWord = 0.4;

    private static readonly SearchValues<char> AddressMarks = SearchValues.Create("/\\@_=?");

    private readonly List<int> _places = [];
    private readonly List<BreakOpportunity> _found = [];

    /// <summary>The opportunities in order, until the next paragraph is asked for; the last is the text's end.</summary>
    /// <param name="text">The shaped paragraph.</param>
    /// <param name="measure">Its sums.</param>
    /// <param name="width">The width of a line, in points.</param>
    /// <param name="hyphenates">Whether words may be hyphenated.</param>
    public List<BreakOpportunity> Find(ShapedText text, LineMeasure measure, double width, bool hyphenates)
    {
        var words = text.Source.Text;
        var found = _found;
        found.Clear();
        var places = new Queue<int>();
        hyphenates = hyphenates && Hyphens.MayBeIn(text);
        var last = 0;
        for (var i = 1; i <= words.Length; i++)
        {
            if (hyphenates && !LineMeasure.IsStretchable(words[i - 1]) && (i == 1 || LineMeasure.IsStretchable(words[i - 2])))
            {
                FindHyphens(text, i - 1, places);
            }

            if (places.TryPeek(out var place) && place == i)
            {
                places.Dequeue();
                found.Add(new BreakOpportunity(i, Hyphen, false, Hyphens.WidthAt(text, i)));
                continue;
            }

            var isForced = i == words.Length || text.Breaks[i] == LineBreakOpportunity.Mandatory;
            if (!isForced && text.Breaks[i] != LineBreakOpportunity.Allowed)
            {
                continue;
            }

            var wordWidth = measure.Width(last, LineMeasure.VisibleEnd(words, last, i));
            if (wordWidth > width || (wordWidth > LongWord * width && IsAddress(words.AsSpan(last, i - last))))
            {
                AddInside(found, words, last, i, wordWidth > width);
            }

            // The author's own hyphen is seen only where a line ends in it.
            var isSoft = words[i - 1] == Hyphens.SoftHyphen && i < words.Length;
            found.Add(new BreakOpportunity(i, isSoft ? Hyphen : 0, isForced, isSoft ? Hyphens.WidthAt(text, i) : 0));
            last = i;
        }

        return found;
    }

    private void FindHyphens(ShapedText text, int start, Queue<int> places)
    {
        var words = text.Source.Text;
        var end = start;
        while (end < words.Length && !LineMeasure.IsStretchable(words[end]) && !LineMeasure.IsHangingSpace(words[end]))
        {
            end++;
        }

        hyphens.Find(text, start, end, _places);
        places.Clear();
        foreach (var place in _places)
        {
            // Where the line may break without a hyphen it needs none.
            if (text.Breaks[place] == LineBreakOpportunity.Prohibited)
            {
                places.Enqueue(place);
            }
        }
    }

    /// <summary>Borders of grapheme clusters inside a long word: those after separators, and all when it is wider than a line.</summary>
    private static void AddInside(List<BreakOpportunity> found, string words, int start, int end, bool anywhere)
    {
        for (var i = start + GraphemeClusters.Next(words.AsSpan(start, end - start), 0); i < end;)
        {
            var isAfterSeparator = IsSeparator(words[i - 1]) && !IsSeparator(words[i]) && words[i] != ' ';
            if (isAfterSeparator || (anywhere && !LineMeasure.IsHangingSpace(words[i])))
            {
                found.Add(new BreakOpportunity(i, isAfterSeparator ? AfterSeparator : InsideWord, false));
            }

            i += GraphemeClusters.Next(words.AsSpan(i, end - i), 0);
        }
    }

    /// <summary>A date, or two numbers with a slash between them, is none.</summary>
    private static bool IsAddress(ReadOnlySpan<char> word) => word.ContainsAny(AddressMarks) && HasLetter(word);

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (char.IsLetter(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSeparator(char c) => c is '/' or '?' or '&' or '=' or '.' or '-' or '_' or ':' or '#' or '%' or '@' or '~' or '+' or ',' or ';' or '\\' or '|';
}

/// <summary>A place where a line may end.</summary>
/// <param name="Position">The place after the line's last character.</param>
/// <param name="Penalty">What it costs, in the measure of badness: 100 is a line that is as loose as is still good.</param>
/// <param name="IsForced">Whether a line must end here.</param>
/// <param name="HyphenWidth">The width of the hyphen that is drawn when a line ends here, in points; 0 for none.</param>
internal readonly record struct BreakOpportunity(int Position, double Penalty, bool IsForced, double HyphenWidth = 0);
