using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>
/// How a line is filled: word spaces first within limits, then kashida, and word spaces past their maximum last
/// (Arabic Layout Requirements, "Justification").
/// </summary>
internal sealed record Justification
{
    /// <summary>Kashidas come in steps of this part of an em, so that one letter is drawn in few widths.</summary>
    private const int StepsPerEm = 20;

    /// <summary>A shorter kashida looks like a slip of the pen, in ems.</summary>
    private const double ShortestKashida = 0.1;

    /// <summary>Where letters can be lengthened, words need not be pressed as far together.</summary>
    private const double TightestBesideKashida = 0.85;

    /// <summary>Words set tighter than this run into one another; as a part of their natural space.</summary>
    public double TightestSpace { get; private init; } = 0.8;

    /// <summary>From here on kashidas help, as a part of the natural word space.</summary>
    public double WidestSpaceAlone { get; private init; } = 1.12;

    /// <summary>The longest kashida in ems; 0 for none at all.</summary>
    public double LongestKashida { get; private init; }

    /// <summary>One word in so many may have a kashida.</summary>
    public int WordsPerKashida { get; private init; } = 1;

    /// <summary>How running text is filled.</summary>
    public static Justification ForProse(KashidaExtent kashida) => kashida switch
    {
        KashidaExtent.Moderate => new() { LongestKashida = 0.5, WordsPerKashida = 4, TightestSpace = TightestBesideKashida },
        KashidaExtent.Full => new() { LongestKashida = 1, WordsPerKashida = 2, WidestSpaceAlone = 1.04, TightestSpace = TightestBesideKashida },
        _ => new(),
    };

    /// <summary>How hemistichs are filled: kashida carries most of the stretch, in every word if need be.</summary>
    public static Justification ForVerse(KashidaExtent kashida) => kashida switch
    {
        KashidaExtent.Moderate => new() { LongestKashida = 1.2, WidestSpaceAlone = 1.3 },
        KashidaExtent.Full => new() { LongestKashida = 2, WidestSpaceAlone = 1.1 },
        _ => new(),
    };

    /// <summary>Fills a line.</summary>
    /// <param name="line">What the line is made of.</param>
    /// <param name="width">How wide it shall be, in points.</param>
    public LineFill Fill(LineMaterial line, double width)
    {
        var room = width - line.Width;
        var (count, length) = room > 0 ? Kashidas(line, room) : default;
        var spaces = room - (count * length * line.KashidaSize);
        return new LineFill(line.Space > 0 ? 1 + (spaces / line.Space) : 1, count, length);
    }

    /// <summary>As few kashidas as suffice, all of one length in ems.</summary>
    private (int Count, double Length) Kashidas(LineMaterial line, double room)
    {
        var most = Math.Min(line.KashidaWords, line.Words / WordsPerKashida);
        var wanted = room - ((WidestSpaceAlone - 1) * line.Space);
        if (most == 0 || LongestKashida == 0 || wanted <= 0)
        {
            return default;
        }

        var ems = wanted / line.KashidaSize;
        var count = (int)Math.Min(most, Math.Ceiling(ems / LongestKashida));
        var length = Math.Min(LongestKashida, Math.Floor(Math.Max(ShortestKashida, ems / count) * StepsPerEm) / StepsPerEm);
        return length * line.KashidaSize <= room ? (count, length) : default;
    }
}

/// <summary>What fills a line.</summary>
/// <param name="SpaceRatio">The width of word spaces as a part of their natural width.</param>
/// <param name="Kashidas">How many words are lengthened.</param>
/// <param name="KashidaLength">By how much each, in ems.</param>
internal readonly record struct LineFill(double SpaceRatio, int Kashidas, double KashidaLength);
