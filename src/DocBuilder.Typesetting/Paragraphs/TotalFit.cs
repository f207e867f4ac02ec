using System.Runtime.InteropServices;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>
/// Breaks a paragraph where its lines are best taken together (Knuth and Plass, "Breaking Paragraphs into Lines", 1981), with what a line
/// can really take up as its glue: word spaces and kashida.
/// </summary>
internal sealed class TotalFit(Justification justification) : ILineBreaking
{
    /// <summary>Sums of widths differ from their parts by rounding; a line is not broken for a millionth of a point.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Every line costs a little, so that of two ways alike the one with fewer lines is taken.</summary>
    private const double LinePenalty = 10;

    /// <summary>Words set this much tighter, or this much looser, than they are written are as unlike as is still good.</summary>
    private const double GoodShrink = 0.15;
    private const double GoodStretch = 0.25;

    /// <summary>A ragged line that leaves this part of its width is as short as is still good.</summary>
    private const double GoodRag = 0.2;

    /// <summary>
    /// A line that is worse than this is left ragged, or sticks out: what counts then is how much of its width is empty, or too much. All alike, one
    /// line of a single word would be as good as one that lacks a little.
    /// </summary>
    private const double Hopeless = 10_000;
    private const double EmptyWidth = 5;

    /// <summary>Looser lines are looked at only where there is nothing else: this keeps the search short.</summary>
    private const double LoosestRatio = 3;
    private const double LongestRag = 0.7;

    /// <summary>What it adds when a tight line and a loose one are neighbours, in squared badness.</summary>
    private const double UnlikeNeighbours = 3_000;

    /// <summary>What it adds when two lines in a row end in hyphens, and when the last but one does.</summary>
    private const double HyphensInARow = 10_000;
    private const double HyphenBeforeLast = 5_000;

    /// <summary>How bad a last line is that is one word, shorter than this part of the line.</summary>
    private const double LoneWord = 150;
    private const double ShortLastLine = 0.2;

    private readonly Justification _withoutKashida = Justification.ForProse(KashidaExtent.None);
    private readonly BreakOpportunities _opportunities = new(new Hyphens());
    private readonly LineMeasure _measure = new();

    /// <summary>Ways to reach a place; those that no line can begin from any more are passed over.</summary>
    private readonly List<Way> _ways = [];

    /// <inheritdoc />
    public IReadOnlyList<LineEnd> Break(ShapedText text, double firstWidth, double width, LineFilling filling)
    {
        var measure = _measure.Read(text);
        var opportunities = _opportunities.Find(text, measure, Math.Min(firstWidth, width), filling == LineFilling.Justified);
        var ends = new List<LineEnd>();
        var search = new Search(text.Kashidas is null ? _withoutKashida : justification, measure, opportunities, filling, _ways);
        var start = 0;
        var first = 0;
        for (var i = 0; i < opportunities.Count; i++)
        {
            if (opportunities[i].IsForced)
            {
                search.Run(start, first, i, start == 0 ? firstWidth : width, width, ends);
                start = opportunities[i].Position;
                first = i + 1;
            }
        }

        return ends;
    }

    /// <summary>The search through one stretch between forced breaks.</summary>
    private sealed class Search(Justification justification, LineMeasure measure, List<BreakOpportunity> opportunities, LineFilling filling, List<Way> ways)
    {
        private const int Colours = 4;

        private readonly List<Way> _ways = ways;
        private readonly Way[] _best = new Way[Colours];

        /// <summary>Adds the best line ends from <paramref name="start"/> to the forced break.</summary>
        public void Run(int start, int firstOpportunity, int forced, double firstWidth, double width, List<LineEnd> ends)
        {
            _ways.Clear();
            _ways.Add(new Way(start, 0, -1, 1, false));
            var from = 0;
            var (before, visibleEnd) = (start, start);
            for (var i = firstOpportunity; i <= forced; i++)
            {
                // Between two places there may be nothing but spaces that hang.
                var end = measure.VisibleEnd(before, opportunities[i].Position);
                visibleEnd = end > before ? end : visibleEnd;
                before = opportunities[i].Position;
                from = SkipOverfull(from, opportunities[i], visibleEnd, firstWidth, width);
                AddWays(from, opportunities[i], visibleEnd, i == forced, firstWidth, width);
            }

            // The ways to the forced break are the last ones.
            var best = _ways.Count - 1;
            for (var i = best - 1; i > 0 && _ways[i].Position == opportunities[forced].Position; i--)
            {
                best = _ways[i].Demerits < _ways[best].Demerits ? i : best;
            }

            AddEnds(best, ends);
        }

        private void AddEnds(int way, List<LineEnd> ends)
        {
            var first = ends.Count;
            for (; way > 0; way = _ways[way].Previous)
            {
                ends.Add(new LineEnd(_ways[way].Position, _ways[way].IsHyphenated));
            }

            ends.Reverse(first, ends.Count - first);
        }

        /// <summary>Lines only get longer: a way from which this one does not fit leads nowhere any more. The last one is kept, whatever it takes.</summary>
        private int SkipOverfull(int from, in BreakOpportunity end, int visibleEnd, double firstWidth, double width)
        {
            while (from < _ways.Count - 1 && !Fits(_ways[from], end, visibleEnd, _ways[from].Previous < 0 ? firstWidth : width))
            {
                from++;
            }

            return from;
        }

        private bool Fits(in Way way, in BreakOpportunity end, int visibleEnd, double width)
        {
            var line = measure.Between(way.Position, visibleEnd);
            var least = line.Width - (filling == LineFilling.Justified ? (1 - justification.TightestSpace) * line.Space : 0);
            return least + end.HyphenWidth <= width + Tolerance;
        }

        private void AddWays(int from, in BreakOpportunity end, int visibleEnd, bool isLast, double firstWidth, double width)
        {
            Array.Fill(_best, default);
            var found = false;
            var (judged, badness, colour, isTooLoose) = (-1, 0.0, 0, false);
            var ways = CollectionsMarshal.AsSpan(_ways);
            for (var i = from; i < ways.Length; i++)
            {
                ref readonly var way = ref ways[i];
                // The ways to one place differ in what lies before it, not in the line that begins there.
                if (way.Position != judged)
                {
                    (badness, colour, isTooLoose) = Judge(way, end, visibleEnd, isLast, way.Previous < 0 ? firstWidth : width);
                    judged = way.Position;
                }

                if (isTooLoose && found)
                {
                    break;
                }

                found = true;
                var cost = LinePenalty + badness + end.Penalty;
                var demerits = way.Demerits + (cost * cost)
                    + (Math.Abs(colour - way.Colour) > 1 ? UnlikeNeighbours : 0)
                    + (way.IsHyphenated && end.HyphenWidth > 0 ? HyphensInARow : 0)
                    + (way.IsHyphenated && isLast ? HyphenBeforeLast : 0);
                if (_best[colour].Position == 0 || demerits < _best[colour].Demerits)
                {
                    _best[colour] = new Way(end.Position, demerits, i, colour, end.HyphenWidth > 0);
                }
            }

            foreach (ref readonly var way in _best.AsSpan())
            {
                if (way.Position != 0)
                {
                    _ways.Add(way);
                }
            }
        }

        private (double Badness, int Colour, bool IsTooLoose) Judge(in Way way, in BreakOpportunity end, int visibleEnd, bool isLast, double width)
        {
            var line = measure.Between(way.Position, visibleEnd);
            line = line with { Width = line.Width + end.HyphenWidth };
            var room = width - line.Width;
            if (isLast && room >= 0)
            {
                var isLone = line.Words == 1 && way.Previous >= 0 && line.Width < ShortLastLine * width;
                return (isLone ? LoneWord : 0, 1, false);
            }

            if (filling == LineFilling.Ragged)
            {
                return (Badness(Math.Max(0, room) / (GoodRag * width), room, width), 1, room > LongestRag * width);
            }

            if (line.Space == 0)
            {
                return (Badness(Math.Abs(room) / (GoodRag * width / 2), room, width), room < 0 ? 0 : 3, room > LongestRag * width);
            }

            var ratio = justification.Fill(line, width).SpaceRatio;
            var colour = ratio < 0.93 ? 0 : ratio <= 1.18 ? 1 : ratio <= 1.4 ? 2 : 3;
            return (Badness(ratio < 1 ? (1 - ratio) / GoodShrink : (ratio - 1) / GoodStretch, room, width), colour, ratio > LoosestRatio);
        }

        private static double Badness(double part, double room, double width)
        {
            var badness = 100 * part * part * part;
            return badness <= Hopeless ? badness : Hopeless * (1 + (EmptyWidth * Math.Abs(room) / width));
        }
    }

    /// <summary>The best way found to end a line at a place with a line of some colour.</summary>
    /// <param name="Position">The place.</param>
    /// <param name="Demerits">What the lines up to here cost together.</param>
    /// <param name="Previous">The way to where the line begins; -1 for the start.</param>
    /// <param name="Colour">How the line looks, from tight (0) to loose (3).</param>
    /// <param name="IsHyphenated">Whether it ends in a hyphen.</param>
    private readonly record struct Way(int Position, double Demerits, int Previous, int Colour, bool IsHyphenated);
}
