namespace DocBuilder.Typesetting.Unicode;

/// <summary>
/// Properties of characters, from Unicode 15.0. Every method takes a code point from 0 to 10FFFF (surrogates included) and throws
/// <see cref="IndexOutOfRangeException"/> for any other number.
/// </summary>
public static class UnicodeProperties
{
    /// <summary>Script (UAX #24).</summary>
    public static Script Script(int codePoint) => ScriptTable.Of(codePoint);

    /// <summary>Script_Extensions (UAX #24): whether a character is used with a script, by its Script or beside it.</summary>
    public static bool HasScript(int codePoint, Script script)
    {
        var set = ScriptExtensionsTable.Of(codePoint);
        return set == 0 ? ScriptTable.Of(codePoint) == script : ScriptSetTable.Of(set).Contains((byte)script);
    }

    /// <summary>Bidi_Class (UAX #9).</summary>
    public static BidiClass BidiClass(int codePoint) => BidiClassTable.Of(codePoint);

    /// <summary>General_Category (UAX #44).</summary>
    public static GeneralCategory GeneralCategory(int codePoint) => GeneralCategoryTable.Of(codePoint);

    /// <summary>Joining_Type (The Unicode Standard, section 9.2).</summary>
    public static JoiningType JoiningType(int codePoint) => JoiningTypeTable.Of(codePoint);

    /// <summary>Canonical_Combining_Class, 0 to 240 (UAX #44).</summary>
    public static byte CombiningClass(int codePoint) => CombiningClassTable.Of(codePoint);

    /// <summary>Default_Ignorable_Code_Point: invisible, and never a reason to look for another font.</summary>
    public static bool IsDefaultIgnorable(int codePoint) => (BinaryPropertyTable.Of(codePoint) & 1) != 0;

    /// <summary>Bidi_Mirrored: drawn mirrored at odd embedding levels (UAX #9, L4).</summary>
    public static bool IsMirrored(int codePoint) => (BinaryPropertyTable.Of(codePoint) & 2) != 0;

    /// <summary>Bidi_Mirroring_Glyph: the character that looks like this one mirrored; the code point itself where there is none.</summary>
    public static int MirrorImage(int codePoint)
    {
        if (codePoint > char.MaxValue)
        {
            return codePoint;
        }

        var place = BidiMirroringTable.Characters.BinarySearch((ushort)codePoint);
        return place < 0 ? codePoint : BidiMirroringTable.Images[place];
    }

    /// <summary>General_Category Co.</summary>
    public static bool IsPrivateUse(int codePoint) => GeneralCategoryTable.Of(codePoint) == Unicode.GeneralCategory.PrivateUse;

    /// <summary>General_Category Mn, Mc or Me.</summary>
    public static bool IsMark(int codePoint) => GeneralCategoryTable.Of(codePoint)
        is Unicode.GeneralCategory.NonspacingMark or Unicode.GeneralCategory.SpacingMark or Unicode.GeneralCategory.EnclosingMark;
}
