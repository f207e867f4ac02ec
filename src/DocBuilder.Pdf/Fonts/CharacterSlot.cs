namespace DocBuilder.Pdf.Fonts;

/// <summary>One character of a line, and how far the line goes on.</summary>
/// <param name="Character">What is said and drawn; null for a mere movement of the pen.</param>
/// <param name="Advance">The advance that the line wants, in font units, stretch and all; what differs from the font's goes into TJ.</param>
internal readonly record struct CharacterSlot(ShownCharacter? Character, double Advance);
