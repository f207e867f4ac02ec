using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>Functions that libHarfBuzzSharp exports and HarfBuzzSharp has no method for. Names and types are those of <c>hb.h</c> and <c>hb-subset.h</c>.</summary>
internal static unsafe partial class HarfBuzzNative
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary>Forbids every later change, after which threads may share it.</summary>
    public static void MakeImmutable(Font font)
    {
        hb_font_make_immutable(font.Handle);
        GC.KeepAlive(font);
    }

    [LibraryImport(Library)]
    public static partial nint hb_subset_input_create_or_fail();

    [LibraryImport(Library)]
    public static partial void hb_subset_input_destroy(nint input);

    [LibraryImport(Library)]
    public static partial nint hb_subset_input_set(nint input, SubsetSet which);

    [LibraryImport(Library)]
    public static partial void hb_subset_input_set_flags(nint input, SubsetFlags flags);

    [LibraryImport(Library)]
    public static partial int hb_subset_input_pin_all_axes_to_default(nint input, nint face);

    [LibraryImport(Library)]
    public static partial nint hb_subset_plan_create_or_fail(nint face, nint input);

    [LibraryImport(Library)]
    public static partial void hb_subset_plan_destroy(nint plan);

    [LibraryImport(Library)]
    public static partial nint hb_subset_plan_execute_or_fail(nint plan);

    [LibraryImport(Library)]
    public static partial nint hb_subset_plan_old_to_new_glyph_mapping(nint plan);

    [LibraryImport(Library)]
    public static partial int hb_map_next(nint map, ref int index, out uint key, out uint value);

    [LibraryImport(Library)]
    public static partial nint hb_set_create();

    [LibraryImport(Library)]
    public static partial void hb_set_destroy(nint set);

    [LibraryImport(Library)]
    public static partial int hb_set_next(nint set, ref uint value);

    [LibraryImport(Library)]
    public static partial void hb_ot_layout_lookup_substitute_closure(nint face, uint lookup, nint glyphs);

    [LibraryImport(Library)]
    public static partial void hb_set_add(nint set, uint value);

    [LibraryImport(Library)]
    public static partial void hb_set_del(nint set, uint value);

    [LibraryImport(Library)]
    public static partial void hb_set_clear(nint set);

    [LibraryImport(Library)]
    public static partial void hb_set_del_range(nint set, uint first, uint last);

    [LibraryImport(Library)]
    public static partial uint hb_set_get_population(nint set);

    [LibraryImport(Library)]
    public static partial void hb_face_collect_unicodes(nint face, nint set);

    [LibraryImport(Library)]
    public static partial nint hb_face_reference_blob(nint face);

    [LibraryImport(Library)]
    public static partial void hb_face_destroy(nint face);

    [LibraryImport(Library)]
    public static partial byte* hb_blob_get_data(nint blob, out uint length);

    [LibraryImport(Library)]
    public static partial void hb_blob_destroy(nint blob);

    /// <summary><c>HB_DIRECTION_LTR</c>.</summary>
    public const int LeftToRight = 4;

    /// <summary><c>HB_DIRECTION_BTT</c>.</summary>
    public const int BottomToTop = 7;

    [LibraryImport(Library)]
    public static partial int hb_ot_math_get_constant(nint font, MathConstant constant);

    [LibraryImport(Library)]
    public static partial int hb_ot_math_get_glyph_italics_correction(nint font, uint glyph);

    [LibraryImport(Library)]
    public static partial uint hb_ot_math_get_glyph_variants(nint font, uint glyph, int direction, uint start, ref uint count, MathGlyphVariant* variants);

    [LibraryImport(Library)]
    public static partial uint hb_ot_math_get_glyph_assembly(nint font, uint glyph, int direction, uint start, ref uint count, MathGlyphPart* parts, out int italicsCorrection);

    [LibraryImport(Library)]
    public static partial int hb_ot_math_get_min_connector_overlap(nint font, int direction);

    [LibraryImport(Library)]
    private static partial void hb_font_make_immutable(nint font);
}

/// <summary><c>hb_ot_math_constant_t</c>, as far as it is asked for.</summary>
internal enum MathConstant
{
    DisplayOperatorMinHeight = 3,
    SubscriptShiftDown = 8,
    SubscriptTopMax = 9,
    SubscriptBaselineDropMin = 10,
    SuperscriptShiftUp = 11,
    SuperscriptBottomMin = 13,
    SuperscriptBaselineDropMax = 14,
    SubSuperscriptGapMin = 15,
    SuperscriptBottomMaxWithSubscript = 16,
    SpaceAfterScript = 17,
    UpperLimitGapMin = 18,
    UpperLimitBaselineRiseMin = 19,
    LowerLimitGapMin = 20,
    LowerLimitBaselineDropMin = 21,
    StackGapMin = 26,
    StackDisplayStyleGapMin = 27,
    FractionNumeratorShiftUp = 32,
    FractionNumeratorDisplayStyleShiftUp = 33,
    FractionDenominatorShiftDown = 34,
    FractionDenominatorDisplayStyleShiftDown = 35,
    FractionNumeratorGapMin = 36,
    FractionNumDisplayStyleGapMin = 37,
    FractionRuleThickness = 38,
    FractionDenominatorGapMin = 39,
    FractionDenomDisplayStyleGapMin = 40,
    OverbarVerticalGap = 43,
    RadicalVerticalGap = 49,
    RadicalDisplayStyleVerticalGap = 50,
    RadicalRuleThickness = 51,
    RadicalExtraAscender = 52,
    RadicalKernBeforeDegree = 53,
    RadicalKernAfterDegree = 54,
    RadicalDegreeBottomRaisePercent = 55,
}

/// <summary><c>hb_ot_math_glyph_variant_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MathGlyphVariant
{
    public uint Glyph;
    public int Advance;
}

/// <summary><c>hb_ot_math_glyph_part_t</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MathGlyphPart
{
    public uint Glyph;
    public int StartConnector;
    public int EndConnector;
    public int FullAdvance;
    public uint Flags;

    /// <summary><c>HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER</c>.</summary>
    public readonly bool IsExtender => (Flags & 1) != 0;
}

/// <summary><c>hb_subset_sets_t</c>: the sets that say what a subset is to hold.</summary>
internal enum SubsetSet
{
    GlyphIndex = 0,
    Unicode = 1,
    DropTableTag = 3,
    NameId = 4,
    LayoutFeatureTag = 6,
}

/// <summary><c>hb_subset_flags_t</c>.</summary>
[Flags]
internal enum SubsetFlags
{
    None = 0,
    NoHinting = 1 << 0,
    NoLayoutClosure = 1 << 9,
}
