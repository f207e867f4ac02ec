namespace DocBuilder.Pdf.Fonts;

/// <summary>One character as it is drawn: what it says, what it looks like, and how far the line goes on.</summary>
/// <param name="Scalar">The Unicode scalar value; <see cref="NoCharacter"/> for a mere movement of the pen.</param>
/// <param name="Outline">What is drawn, with the advance that the font gives it.</param>
/// <param name="Advance">The advance that the line wants, in font units, stretch and all; what differs goes into TJ.</param>
internal readonly record struct CharacterSlot(int Scalar, GlyphOutline Outline, double Advance)
{
    /// <summary>Nothing is said and nothing drawn.</summary>
    public const int NoCharacter = -1;
}
