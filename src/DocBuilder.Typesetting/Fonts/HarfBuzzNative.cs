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

    [LibraryImport(Library)]
    private static partial void hb_font_make_immutable(nint font);
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
