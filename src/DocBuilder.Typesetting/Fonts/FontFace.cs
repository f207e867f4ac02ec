using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>
/// A face of a font: one file, immutable, shared by every document and every thread. Lengths are in font units,
/// <see cref="UnitsPerEm"/> of them to the em, y upwards from the baseline.
/// </summary>
public sealed class FontFace : IDisposable
{
    private readonly FontMetrics _metrics;
    private readonly Sfnt _tables;
    private readonly Face _face;
    // One more than the glyph of a character below U+0700, and than the advance of a glyph; 0 where nobody has asked yet. Threads that ask for the
    // same at once find the same.
    private readonly int[] _nominal = new int[0x700];
    private readonly int[] _advances;

    private FontFace(ReadOnlyMemory<byte> bytes, int faceIndex, Sfnt tables, FontMetrics metrics)
    {
        Bytes = bytes;
        FaceIndex = faceIndex;
        _tables = tables;
        _metrics = metrics;
        _advances = new int[metrics.GlyphCount];
        _face = OpenFace(bytes, faceIndex);
        HarfBuzzFont = OpenFont(_face, metrics.UnitsPerEm);
        // Alternates by chance ("rand") differ from one time to the next.
        Words = new KnownWords(isWorthKeeping: !tables.HasLayoutFeature("GSUB", "rand"));
    }

    /// <summary>The whole font file, without copying. Of a collection all faces; see <see cref="FaceIndex"/>.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Which face of a collection (.ttc) it is; else 0.</summary>
    public int FaceIndex { get; }

    /// <summary>The family's name, such as "Noto Naskh Arabic".</summary>
    public string FamilyName => Name(NameTable.TypographicFamily) ?? Name(NameTable.Family) ?? PostScriptName;

    /// <summary>The face's name in its family, such as "Bold Italic".</summary>
    public string SubfamilyName => Name(NameTable.TypographicSubfamily) ?? Name(NameTable.Subfamily) ?? "Regular";

    /// <summary>The name by which PDF knows it: printable ASCII without delimiters, at most 63 characters; "Unnamed" if the font has none.</summary>
    public string PostScriptName => ToPostScriptName(Name(NameTable.PostScriptName) ?? Name(NameTable.Family));

    /// <summary>The version, such as "1.002".</summary>
    public string Version => ToVersion(Name(NameTable.Version)) ?? _metrics.Revision.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Whose it is; empty when the font does not say.</summary>
    public string Copyright => Name(NameTable.Copyright) ?? "";

    /// <summary>Under which licence it comes, in the font's own words or as the licence's address; empty when the font does not say.</summary>
    public string License => Name(NameTable.LicenseDescription) ?? LicenseUrl;

    /// <summary>The licence's address; empty when the font does not say.</summary>
    public string LicenseUrl => Name(NameTable.LicenseUrl) ?? "";

    /// <summary>The weight, 1 to 1000: 400 is regular, 700 bold.</summary>
    public int Weight => _metrics.Weight;

    /// <summary>The width, 1 (narrowest) to 9; 5 is normal (OS/2 usWidthClass).</summary>
    public int WidthClass => _metrics.WidthClass;

    /// <summary>Whether it is italic or oblique.</summary>
    public bool IsItalic => _metrics.IsItalic;

    /// <summary>Whether all its glyphs are of one width.</summary>
    public bool IsFixedPitch => _metrics.IsFixedPitch;

    /// <summary>The design grid's units in an em, 16 to 16384.</summary>
    public int UnitsPerEm => _metrics.UnitsPerEm;

    /// <summary>How far lines reach above the baseline: OS/2's typographic value where the font asks for it, else hhea's.</summary>
    public int Ascender => _metrics.Ascender;

    /// <summary>How far lines reach below the baseline; negative.</summary>
    public int Descender => _metrics.Descender;

    /// <summary>What the designer wants between lines besides; 0 or more.</summary>
    public int LineGap => _metrics.LineGap;

    /// <summary>The height of "x"; measured where OS/2 does not say.</summary>
    public int XHeight => _metrics.XHeight > 0 ? _metrics.XHeight : TopOf('x') ?? UnitsPerEm / 2;

    /// <summary>The height of "H"; measured where OS/2 does not say.</summary>
    public int CapHeight => _metrics.CapHeight > 0 ? _metrics.CapHeight : TopOf('H') ?? UnitsPerEm * 7 / 10;

    /// <summary>The slant in degrees counter-clockwise from the upright; 0 or negative in faces that lean right.</summary>
    public double ItalicAngle => _metrics.ItalicAngle;

    /// <summary>The box around all glyphs.</summary>
    public FontBox BoundingBox => _metrics.BoundingBox;

    /// <summary>The top of an underline; usually negative.</summary>
    public int UnderlinePosition => _metrics.UnderlinePosition;

    /// <summary>How thick an underline is; over 0.</summary>
    public int UnderlineThickness => _metrics.UnderlineThickness;

    /// <summary>The top of a line that strikes text out.</summary>
    public int StrikeoutPosition => _metrics.StrikeoutPosition;

    /// <summary>How thick such a line is; over 0.</summary>
    public int StrikeoutThickness => _metrics.StrikeoutThickness;

    /// <summary>How many glyphs it has, glyph 0 (<c>.notdef</c>) included.</summary>
    public int GlyphCount => _metrics.GlyphCount;

    /// <summary>Whether the outlines are TrueType's (<c>glyf</c>), not CFF.</summary>
    public bool HasTrueTypeOutlines => _tables.Has("glyf");

    /// <summary>What its licence allows of documents (OS/2 fsType).</summary>
    public EmbeddingRights EmbeddingRights => _metrics.Rights;

    /// <summary>Whether a subset of its outlines may lie in a document at all.</summary>
    public bool IsEmbeddable => EmbeddingRights != EmbeddingRights.Restricted && _metrics is { MayBeSubset: true, OutlinesMayBeEmbedded: true };

    /// <summary>Its tables.</summary>
    public Sfnt Tables => _tables;

    /// <summary>HarfBuzz's font at a scale of <see cref="UnitsPerEm"/>: immutable, so that threads may shape with it side by side. Not to be disposed.</summary>
    public Font HarfBuzzFont { get; }

    internal Face HarfBuzzFace => _face;

    /// <summary>The words that it has shaped so far.</summary>
    internal KnownWords Words { get; }

    /// <summary>Opens a face.</summary>
    /// <param name="fontFile">The bytes of a .ttf, .otf or .ttc file, which must not change afterwards; they are used in place.</param>
    /// <param name="faceIndex">Which face of a collection.</param>
    /// <exception cref="InvalidDataException">It is not a font with outlines; the message completes "the font cannot be used: …".</exception>
    public static FontFace Read(ReadOnlyMemory<byte> fontFile, int faceIndex = 0)
    {
        var tables = Sfnt.Parse(fontFile, faceIndex);
        var metrics = FontMetrics.Read(tables);
        if (!(tables.Has("glyf") && tables.Has("loca")) && !tables.Has("CFF "))
        {
            throw new InvalidDataException("it has no outlines that a document can carry");
        }

        return new FontFace(fontFile, faceIndex, tables, metrics);
    }

    /// <summary>The glyph that the font maps a character to, before shaping.</summary>
    /// <param name="rune">The character.</param>
    /// <returns>The glyph; 0 when there is none.</returns>
    public ushort GlyphFor(Rune rune)
    {
        if (rune.Value >= _nominal.Length)
        {
            return NominalGlyph(rune.Value);
        }

        ref var known = ref _nominal[rune.Value];
        if (known == 0)
        {
            known = NominalGlyph(rune.Value) + 1;
        }

        return (ushort)(known - 1);
    }

    /// <summary>The horizontal advance of a glyph.</summary>
    /// <param name="glyph">The glyph.</param>
    public int AdvanceOf(ushort glyph)
    {
        if (glyph >= _advances.Length)
        {
            return HarfBuzzFont.GetHorizontalGlyphAdvance(glyph);
        }

        ref var known = ref _advances[glyph];
        if (known == 0)
        {
            known = HarfBuzzFont.GetHorizontalGlyphAdvance(glyph) + 1;
        }

        return known - 1;
    }

    /// <summary>The box around a glyph's outline; null when it draws nothing.</summary>
    /// <param name="glyph">The glyph.</param>
    public FontBox? BoxOf(ushort glyph) =>
        HarfBuzzFont.TryGetGlyphExtents(glyph, out var extents) && extents is not { Width: 0, Height: 0 }
            ? new FontBox(extents.XBearing, extents.YBearing + extents.Height, extents.XBearing + extents.Width, extents.YBearing)
            : null;

    /// <summary>Frees HarfBuzz's objects. Faces of a <see cref="FontLibrary"/> belong to it and are never disposed.</summary>
    public void Dispose()
    {
        HarfBuzzFont.Dispose();
        _face.Dispose();
    }

    /// <inheritdoc />
    public override string ToString() => $"{FamilyName} {SubfamilyName}";

    // The bytes stay where they are until HarfBuzz lets go of its blob, which outlives every object made from it:
    // a blob over memory that the collector may move or free ends in a crash.
    private static Face OpenFace(ReadOnlyMemory<byte> bytes, int faceIndex)
    {
        var pin = bytes.Pin();
        unsafe
        {
            using var blob = new Blob((IntPtr)pin.Pointer, bytes.Length, MemoryMode.ReadOnly, pin.Dispose);
            return new Face(blob, faceIndex);
        }
    }

    private static Font OpenFont(Face face, int unitsPerEm)
    {
        face.MakeImmutable();
        var font = new Font(face);
        font.SetScale(unitsPerEm, unitsPerEm);
        font.SetFunctionsOpenType();
        HarfBuzzNative.MakeImmutable(font);
        return font;
    }

    private ushort NominalGlyph(int character) => (ushort)(HarfBuzzFont.TryGetNominalGlyph(character, out var glyph) ? glyph : 0);

    private string? Name(int nameId) => NameTable.Find(_tables.Span("name"), nameId);

    private int? TopOf(char letter) =>
        GlyphFor(new Rune(letter)) is not 0 and var glyph && BoxOf(glyph) is { YMax: > 0 } box ? box.YMax : null;

    private static string ToPostScriptName(string? name)
    {
        var kept = new string((name ?? "").Where(c => c is > ' ' and <= '~' && !"[](){}<>/%#".Contains(c, StringComparison.Ordinal)).Take(63).ToArray());
        return kept.Length == 0 ? "Unnamed" : kept;
    }

    // "Version 4.004;hotconv 1.0.116" says 4.004.
    private static string? ToVersion(string? name)
    {
        var start = name?.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) ?? -1;
        if (start < 0)
        {
            return null;
        }

        var version = name![start..];
        var end = 0;
        while (end < version.Length && (char.IsAsciiDigit(version[end]) || version[end] == '.'))
        {
            end++;
        }

        return version[..end];
    }
}
