using System.Buffers.Text;
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

    private readonly SortedSet<ushort> _seen = [];
    private readonly SortedSet<uint> _lookups = [];
    private readonly List<uint> _before = [];
    private bool _isSubstituting;

    /// <summary>The glyphs of the texts so far.</summary>
    public SortedSet<ushort> Glyphs => WithPassing();

    /// <summary>Shapes a text of one script and direction and notes its glyphs.</summary>
    public void Add(string text, string language)
    {
        using var buffer = Filled(text, language);
        var handle = GCHandle.Alloc(this);
        try
        {
            _isSubstituting = false;
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
            _seen.Add((ushort)info.Codepoint);
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

    /// <summary>
    /// HarfBuzz tells of the rules of the first order only; what those that they call make on the way is found by asking what each rule
    /// that changed a text can make of the glyphs seen.
    /// </summary>
    private SortedSet<ushort> WithPassing()
    {
        var all = new SortedSet<ushort>(_seen);
        foreach (var lookup in _lookups)
        {
            var set = HarfBuzzNative.hb_set_create();
            try
            {
                foreach (var glyph in _seen)
                {
                    HarfBuzzNative.hb_set_add(set, glyph);
                }

                HarfBuzzNative.hb_ot_layout_lookup_substitute_closure(face.HarfBuzzFace.Handle, lookup, set);
                for (var glyph = uint.MaxValue; HarfBuzzNative.hb_set_next(set, ref glyph) != 0;)
                {
                    all.Add((ushort)glyph);
                }
            }
            finally
            {
                HarfBuzzNative.hb_set_destroy(set);
            }
        }

        GC.KeepAlive(face);
        return all;
    }

    // Before substitution begins the buffer holds characters.
    private void Note(nint buffer, ReadOnlySpan<byte> message)
    {
        var infos = hb_buffer_get_glyph_infos(buffer, out var length);
        if (message.StartsWith("start table GSUB"u8))
        {
            _isSubstituting = true;
        }
        else if (message.StartsWith("end table GSUB"u8))
        {
            _isSubstituting = false;
        }
        else if (_isSubstituting && message.StartsWith("end lookup "u8) && !IsAsBefore(infos, length))
        {
            if (Utf8Parser.TryParse(message["end lookup "u8.Length..], out uint lookup, out _))
            {
                _lookups.Add(lookup);
            }
        }

        if (_isSubstituting)
        {
            _before.Clear();
            for (uint i = 0; i < length; i++)
            {
                _before.Add(infos[i].Codepoint);
                _seen.Add((ushort)infos[i].Codepoint);
            }
        }
    }

    private bool IsAsBefore(NativeInfo* infos, uint length)
    {
        if (length != _before.Count)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (infos[i].Codepoint != _before[i])
            {
                return false;
            }
        }

        return true;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Note(nint buffer, nint font, sbyte* message, nint user)
    {
        ((ShapingTrace)GCHandle.FromIntPtr(user).Target!).Note(buffer, MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)message));
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
