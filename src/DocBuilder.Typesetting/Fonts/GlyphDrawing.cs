using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>What a glyph's outline is drawn with. Font units, y upwards; a contour ends where the next begins, and closes by itself.</summary>
public interface IOutlinePen
{
    /// <summary>Begins a contour.</summary>
    void MoveTo(double x, double y);

    /// <summary>A straight line to a point.</summary>
    void LineTo(double x, double y);

    /// <summary>A quadratic curve with one control point.</summary>
    void QuadraticTo(double cx, double cy, double x, double y);

    /// <summary>A cubic curve with two control points.</summary>
    void CubicTo(double ax, double ay, double bx, double by, double x, double y);
}

/// <summary>Draws outlines of any kind, TrueType or CFF, by HarfBuzz.</summary>
public static unsafe partial class GlyphDrawing
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary>Draws a glyph.</summary>
    /// <param name="face">The face.</param>
    /// <param name="glyph">The glyph; one that the face has not draws nothing.</param>
    /// <param name="pen">What it is drawn with; must not throw.</param>
    public static void Draw(FontFace face, ushort glyph, IOutlinePen pen)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(pen);
        var handle = GCHandle.Alloc(pen);
        var functions = hb_draw_funcs_create();
        try
        {
            hb_draw_funcs_set_move_to_func(functions, &MoveTo, 0, 0);
            hb_draw_funcs_set_line_to_func(functions, &LineTo, 0, 0);
            hb_draw_funcs_set_quadratic_to_func(functions, &QuadraticTo, 0, 0);
            hb_draw_funcs_set_cubic_to_func(functions, &CubicTo, 0, 0);
            hb_font_draw_glyph(face.HarfBuzzFont.Handle, glyph, functions, GCHandle.ToIntPtr(handle));
        }
        finally
        {
            hb_draw_funcs_destroy(functions);
            handle.Free();
            GC.KeepAlive(face);
        }
    }

    private static IOutlinePen Pen(nint data) => (IOutlinePen)GCHandle.FromIntPtr(data).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void MoveTo(nint functions, nint data, nint state, float x, float y, nint user) => Pen(data).MoveTo(x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void LineTo(nint functions, nint data, nint state, float x, float y, nint user) => Pen(data).LineTo(x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void QuadraticTo(nint functions, nint data, nint state, float cx, float cy, float x, float y, nint user) =>
        Pen(data).QuadraticTo(cx, cy, x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void CubicTo(nint functions, nint data, nint state, float ax, float ay, float bx, float by, float x, float y, nint user) =>
        Pen(data).CubicTo(ax, ay, bx, by, x, y);

    [LibraryImport(Library)]
    private static partial nint hb_draw_funcs_create();

    [LibraryImport(Library)]
    private static partial void hb_draw_funcs_destroy(nint functions);

    [LibraryImport(Library)]
    private static partial void hb_draw_funcs_set_move_to_func(
        nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, nint, void> draw, nint user, nint destroy);

    [LibraryImport(Library)]
    private static partial void hb_draw_funcs_set_line_to_func(
        nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, nint, void> draw, nint user, nint destroy);

    [LibraryImport(Library)]
    private static partial void hb_draw_funcs_set_quadratic_to_func(
        nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, float, float, nint, void> draw, nint user, nint destroy);

    [LibraryImport(Library)]
    private static partial void hb_draw_funcs_set_cubic_to_func(
        nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, float, float, float, float, nint, void> draw, nint user, nint destroy);

    [LibraryImport(Library)]
    private static partial void hb_font_draw_glyph(nint font, uint glyph, nint functions, nint data);
}
