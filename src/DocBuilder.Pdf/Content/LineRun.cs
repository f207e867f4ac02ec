using DocBuilder.Pdf.Fonts;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Content;

/// <summary>A run on its line.</summary>
/// <param name="Run">The run.</param>
/// <param name="X">Its left end, in points from the page's left edge.</param>
/// <param name="Rise">How far above the line's baseline it stands, in points.</param>
internal readonly record struct LineRun(GlyphRun Run, double X, double Rise)
{
    /// <summary>Whether it reads from right to left.</summary>
    public bool IsRightToLeft => (Run.Level & 1) != 0;

    /// <summary>Whether its font can show another run.</summary>
    public bool CanLead(LineRun other) => CidFontCollection.CanLead(Run.Face, Run.Size, other.Run);
}

/// <summary>A character on its line.</summary>
/// <param name="Run">Which of the line's runs it is from.</param>
/// <param name="Character">The character.</param>
/// <param name="X">Where its pen belongs, in points from the page's left edge.</param>
internal readonly record struct PlacedSlot(int Run, ShownCharacter Character, double X);
