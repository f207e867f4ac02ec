using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder;

/// <summary>What is decided about the print edition beside its theme and its page size.</summary>
public sealed record PrintOptions
{
    /// <summary>The largest <see cref="Bleed"/>, in millimetres.</summary>
    public const double MostBleed = LayoutOptions.MostBleed / PageGeometry.PointsPerMillimetre;

    /// <summary>The largest <see cref="Gutter"/>, in millimetres.</summary>
    public const double MostGutter = LayoutOptions.MostGutter / PageGeometry.PointsPerMillimetre;

    /// <summary>The standards that the PDF conforms to.</summary>
    public PrintProfile Profile { get; init; } = PrintProfile.Default;

    /// <summary>How far joined letters are lengthened to fill lines.</summary>
    public Kashida Kashida { get; init; } = Kashida.Moderate;

    /// <summary>Where notes stand.</summary>
    public NotePlacement Notes { get; init; } = NotePlacement.Foot;

    /// <summary>Whether there is a contents page; null to have one when the article is long.</summary>
    public bool? HasContents { get; init; }

    /// <summary>Whether the corners of the trimmed page are marked for the printer.</summary>
    public bool HasCropMarks { get; init; }

    /// <summary>How far backgrounds reach beyond the trimmed page, in millimetres, 0 to <see cref="MostBleed"/>.</summary>
    public double Bleed { get; init; }

    /// <summary>What the binding takes from the inner margin, in millimetres, 0 to <see cref="MostGutter"/>.</summary>
    public double Gutter { get; init; }

    internal LayoutOptions ToLayout() => new()
    {
        Kashida = Kashida switch
        {
            Kashida.None => KashidaExtent.None,
            Kashida.Full => KashidaExtent.Full,
            _ => KashidaExtent.Moderate,
        },
        Notes = Notes == NotePlacement.End ? Typesetting.Pages.NotePlacement.End : Typesetting.Pages.NotePlacement.Foot,
        HasContents = HasContents,
        HasCropMarks = HasCropMarks,
        Bleed = Bleed * PageGeometry.PointsPerMillimetre,
        Gutter = Gutter * PageGeometry.PointsPerMillimetre,
    };
}

/// <summary>How far joined letters are lengthened to fill lines (kashida).</summary>
public enum Kashida
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
