using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>Functions that libHarfBuzzSharp exports and HarfBuzzSharp has no method for.</summary>
internal static partial class HarfBuzz
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary>Forbids every later change, after which threads may share it.</summary>
    public static void MakeImmutable(Font font)
    {
        hb_font_make_immutable(font.Handle);
        GC.KeepAlive(font);
    }

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial void hb_font_make_immutable(nint font);
}
