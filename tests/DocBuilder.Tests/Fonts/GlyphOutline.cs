using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Tests.Fonts;

/// <summary>A glyph's outline as path commands, drawn by HarfBuzz: composites resolved, so that files with other glyph numbers can be compared.</summary>
internal static class GlyphOutline
{
    private const string Library = "libHarfBuzzSharp";

    private delegate void PointTo(nint functions, nint data, nint state, float x, float y, nint user);

    private delegate void QuadraticTo(nint functions, nint data, nint state, float cx, float cy, float x, float y, nint user);

    public static string Of(FontFace face, ushort glyph)
    {
        var path = new StringBuilder();
        void Point(char command, params ReadOnlySpan<float> numbers)
        {
            path.Append(command);
            foreach (var number in numbers)
            {
                path.Append(CultureInfo.InvariantCulture, $" {number}");
            }

            path.Append('\n');
        }

        PointTo move = (_, _, _, x, y, _) => Point('M', x, y);
        PointTo line = (_, _, _, x, y, _) => Point('L', x, y);
        QuadraticTo quadratic = (_, _, _, cx, cy, x, y, _) => Point('Q', cx, cy, x, y);
        var functions = hb_draw_funcs_create();
        try
        {
            hb_draw_funcs_set_move_to_func(functions, Marshal.GetFunctionPointerForDelegate(move), 0, 0);
            hb_draw_funcs_set_line_to_func(functions, Marshal.GetFunctionPointerForDelegate(line), 0, 0);
            hb_draw_funcs_set_quadratic_to_func(functions, Marshal.GetFunctionPointerForDelegate(quadratic), 0, 0);
            hb_font_draw_glyph(face.HarfBuzzFont.Handle, glyph, functions, 0);
        }
        finally
        {
            hb_draw_funcs_destroy(functions);
            GC.KeepAlive(move);
            GC.KeepAlive(line);
            GC.KeepAlive(quadratic);
            GC.KeepAlive(face);
        }

        return path.ToString();
    }

#pragma warning disable SYSLIB1054, CA5392, CA1838 // Test code: plain DllImport will do.
    [DllImport(Library)]
    private static extern nint hb_draw_funcs_create();

    [DllImport(Library)]
    private static extern void hb_draw_funcs_destroy(nint functions);

    [DllImport(Library)]
    private static extern void hb_draw_funcs_set_move_to_func(nint functions, nint function, nint user, nint destroy);

    [DllImport(Library)]
    private static extern void hb_draw_funcs_set_line_to_func(nint functions, nint function, nint user, nint destroy);

    [DllImport(Library)]
    private static extern void hb_draw_funcs_set_quadratic_to_func(nint functions, nint function, nint user, nint destroy);

    [DllImport(Library)]
    private static extern void hb_font_draw_glyph(nint font, uint glyph, nint functions, nint data);
#pragma warning restore SYSLIB1054, CA5392, CA1838
}
