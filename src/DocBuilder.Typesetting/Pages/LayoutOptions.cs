namespace DocBuilder.Typesetting.Pages;

/// <summary>What is decided for one edition rather than by its theme.</summary>
public sealed record LayoutOptions
{
    /// <summary>What is meant when nothing is said.</summary>
    public static LayoutOptions Default { get; } = new();

    /// <summary>How far joined letters are lengthened to fill lines.</summary>
    public KashidaExtent Kashida { get; init; } = KashidaExtent.Moderate;

    /// <summary>Where notes stand.</summary>
    public NotePlacement Notes { get; init; } = NotePlacement.Foot;

    /// <summary>Whether there is a contents page; null to have one when the article is long.</summary>
    public bool? HasContents { get; init; }

    /// <summary>Whether the corners of the trimmed page are marked for the printer.</summary>
    public bool HasCropMarks { get; init; }

    /// <summary>How far backgrounds reach beyond the trimmed page, in points, 0 to <see cref="MostBleed"/>.</summary>
    public double Bleed { get; init; }

    /// <summary>What the binding takes from the inner margin, in points, 0 to <see cref="MostGutter"/>.</summary>
    public double Gutter { get; init; }

    /// <summary>The largest bleed: 25 mm.</summary>
    public const double MostBleed = 25 * 72 / 25.4;

    /// <summary>The largest gutter: 50 mm.</summary>
    public const double MostGutter = 50 * 72 / 25.4;
}

/// <summary>How far joined letters are lengthened to fill lines (kashida).</summary>
public enum KashidaExtent
{
    /// <summary>Not at all: word spaces fill the lines.</summary>
    None,

    /// <summary>At most half an em each, in at most one word in four of a line.</summary>
    Moderate,

    /// <summary>At most one em each, in at most one word in two of a line.</summary>
    Full,
}

/// <summary>Where the notes of a text stand in the print edition.</summary>
public enum NotePlacement
{
    /// <summary>At the foot of the page that cites them.</summary>
    Foot,

    /// <summary>Together after the text.</summary>
    End,
}
