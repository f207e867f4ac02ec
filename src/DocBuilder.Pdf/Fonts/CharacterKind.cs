using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Pdf.Fonts;

/// <summary>What a character asks of the slot that says it.</summary>
internal enum CharacterKind
{
    /// <summary>It has a glyph of its own and moves the pen.</summary>
    Base,

    /// <summary>It stands on a base (General_Category M).</summary>
    Mark,

    /// <summary>It is not seen but said (Default_Ignorable_Code_Point): a blank slot.</summary>
    Ignorable,

    /// <summary>It steers the layout, which is done: no slot at all.</summary>
    Control,
}

/// <summary>Tells kinds of characters apart.</summary>
internal static class CharacterKinds
{
    /// <summary>The kind of a character.</summary>
    public static CharacterKind KindOf(int scalar) =>
        // ASCII and the Arabic letters need no table.
        scalar is (>= 0x20 and < 0x7F) or (>= 0x620 and <= 0x64A) ? CharacterKind.Base
            : IsControl(scalar) ? CharacterKind.Control
            : KindOfVisible(scalar);

    /// <summary>Whether the character has no meaning that others could know.</summary>
    public static bool IsPrivateUse(int scalar) => scalar is >= 0xE000 and <= 0x10FFFF && UnicodeProperties.IsPrivateUse(scalar);

    private static CharacterKind KindOfVisible(int scalar) =>
        UnicodeProperties.IsDefaultIgnorable(scalar) ? CharacterKind.Ignorable
            : UnicodeProperties.GeneralCategory(scalar) is GeneralCategory.NonspacingMark or GeneralCategory.EnclosingMark ? CharacterKind.Mark
            : CharacterKind.Base;

    /// <summary>Bidi controls, line ends, and what ToUnicode must never hold (PDF/UA-1 7.21.7).</summary>
    private static bool IsControl(int scalar) => scalar is < 0x20 or (>= 0x7F and < 0xA0) or 0x061C or 0x200E or 0x200F
        or (>= 0x2028 and <= 0x202E) or (>= 0x2066 and <= 0x206F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB)
        || (scalar & 0xFFFE) == 0xFFFE;
}
