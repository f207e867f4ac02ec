using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>
/// Watches HarfBuzz shape texts and notes every glyph that appears on the way, those too that a later rule replaces: with them, and the rules
/// among them, a font sets these texts as the whole font does.
/// </summary>
internal sealed unsafe partial class ShapingTrace(FontFace face)
{
    private const string Library = "libHarfBuzzSharp";

    private bool _areGlyphs;

    /// <summary>The glyphs seen so far.</summary>
    public SortedSet<ushort> Glyphs { get; } = [];

    /// <summary>Shapes a text of one script and direction and notes its glyphs.</summary>
    public void Add(string text, string language)
    {
        using var buffer = Filled(text, language);
        var handle = GCHandle.Alloc(this);
        try
        {
            _areGlyphs = false;
            hb_buffer_set_message_func(buffer.Handle, &Note, GCHandle.ToIntPtr(handle), 0);
            face.HarfBuzzFont.Shape(buffer);
        }
        finally
        {
            hb_buffer_set_message_func(buffer.Handle, null, 0, 0);
            handle.Free();
        }

        foreach (var info in buffer.GlyphInfos)
        {
            Glyphs.Add((ushort)info.Codepoint);
        }
    }

    /// <summary>Whether a subset of the face sets a text as the face itself does: the same glyphs at the same places.</summary>
    public bool IsSameIn(FontFace subset, IReadOnlyDictionary<ushort, ushort> newIds, string text, string language)
    {
        using var whole = Filled(text, language);
        using var cut = Filled(text, language);
        face.HarfBuzzFont.Shape(whole);
        subset.HarfBuzzFont.Shape(cut);
        ReadOnlySpan<GlyphInfo> wholeInfos = whole.GlyphInfos, cutInfos = cut.GlyphInfos;
        ReadOnlySpan<GlyphPosition> wholePlaces = whole.GlyphPositions, cutPlaces = cut.GlyphPositions;
        if (wholeInfos.Length != cutInfos.Length)
        {
            return false;
        }

        for (var i = 0; i < wholeInfos.Length; i++)
        {
            var (a, b) = (wholePlaces[i], cutPlaces[i]);
            if (newIds.GetValueOrDefault((ushort)wholeInfos[i].Codepoint) != cutInfos[i].Codepoint || wholeInfos[i].Cluster != cutInfos[i].Cluster
                || (a.XAdvance, a.XOffset, a.YOffset) != (b.XAdvance, b.XOffset, b.YOffset))
            {
                return false;
            }
        }

        return true;
    }

    private static Buffer Filled(string text, string language)
    {
        var buffer = new Buffer { ClusterLevel = ClusterLevel.MonotoneCharacters };
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Language = new Language(language);
        return buffer;
    }

    // Before substitution begins the buffer holds characters.
    private void Note(nint buffer, sbyte* message)
    {
        _areGlyphs |= new ReadOnlySpan<byte>(message, 16).StartsWith("start table GSUB"u8);
        if (!_areGlyphs)
        {
            return;
        }

        var infos = hb_buffer_get_glyph_infos(buffer, out var length);
        for (uint i = 0; i < length; i++)
        {
            if (infos[i].Codepoint < face.GlyphCount)
            {
                Glyphs.Add((ushort)infos[i].Codepoint);
            }
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Note(nint buffer, nint font, sbyte* message, nint user)
    {
        ((ShapingTrace)GCHandle.FromIntPtr(user).Target!).Note(buffer, message);
        return 1;
    }

    /// <summary><c>hb_glyph_info_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 20)]
    private readonly struct NativeInfo
    {
        public readonly uint Codepoint;
    }

    [LibraryImport(Library)]
    private static partial void hb_buffer_set_message_func(nint buffer, delegate* unmanaged[Cdecl]<nint, nint, sbyte*, nint, int> note, nint user, nint destroy);

    [LibraryImport(Library)]
    private static partial NativeInfo* hb_buffer_get_glyph_infos(nint buffer, out uint length);
}
