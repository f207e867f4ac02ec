using System.Buffers.Binary;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>What the tables <c>head</c>, <c>hhea</c>, <c>maxp</c>, <c>OS/2</c> and <c>post</c> say, in font units.</summary>
internal sealed record FontMetrics
{
    private const int UseTypoMetrics = 1 << 7;
    private const int NoSubsetting = 0x100;
    private const int BitmapOnly = 0x200;

    public required int UnitsPerEm { get; init; }
    public required int GlyphCount { get; init; }
    public required int Ascender { get; init; }
    public required int Descender { get; init; }
    public required int LineGap { get; init; }
    public required FontBox BoundingBox { get; init; }
    public required int Weight { get; init; }
    public required bool IsItalic { get; init; }
    public required double Revision { get; init; }
    public int WidthClass { get; init; } = 5;
    public int XHeight { get; init; }
    public int CapHeight { get; init; }
    public double ItalicAngle { get; init; }
    public bool IsFixedPitch { get; init; }
    public int UnderlinePosition { get; init; }
    public int UnderlineThickness { get; init; }
    public int StrikeoutPosition { get; init; }
    public int StrikeoutThickness { get; init; }
    public EmbeddingRights Rights { get; init; }
    public bool MayBeSubset { get; init; } = true;
    public bool OutlinesMayBeEmbedded { get; init; } = true;

    /// <exception cref="InvalidDataException">A table that every font must have is missing or too short.</exception>
    public static FontMetrics Read(Sfnt font)
    {
        var head = Required(font, "head", 54);
        var hhea = Required(font, "hhea", 36);
        var maxp = Required(font, "maxp", 6);
        Required(font, "hmtx", 4);
        var unitsPerEm = UInt16(head, 18);
        if (unitsPerEm is < 16 or > 16384)
        {
            throw new InvalidDataException("its table \"head\" gives an impossible number of units to the em");
        }

        if (UInt16(maxp, 4) == 0)
        {
            throw new InvalidDataException("it has no glyphs");
        }

        var macStyle = UInt16(head, 44);
        var metrics = new FontMetrics
        {
            UnitsPerEm = unitsPerEm,
            GlyphCount = UInt16(maxp, 4),
            Ascender = Int16(hhea, 4),
            Descender = -Math.Abs(Int16(hhea, 6)),
            LineGap = Math.Max((short)0, Int16(hhea, 8)),
            BoundingBox = new FontBox(Int16(head, 36), Int16(head, 38), Int16(head, 40), Int16(head, 42)),
            Weight = (macStyle & 1) != 0 ? 700 : 400,
            IsItalic = (macStyle & 2) != 0,
            Revision = Fixed(head, 4),
            // Places in the em that most text faces are near to; the tables below know better.
            UnderlinePosition = -unitsPerEm / 10,
            UnderlineThickness = unitsPerEm / 20,
            StrikeoutPosition = unitsPerEm * 3 / 10,
            StrikeoutThickness = unitsPerEm / 20,
        };
        return WithPost(WithOs2(metrics, font.Span("OS/2")), font.Span("post"));
    }

    private static FontMetrics WithOs2(FontMetrics metrics, ReadOnlySpan<byte> os2)
    {
        if (os2.Length < 68)
        {
            return metrics;
        }

        var fsType = UInt16(os2, 8);
        var selection = UInt16(os2, 62);
        var weight = UInt16(os2, 4);
        metrics = metrics with
        {
            // Some old fonts count from 1 to 9.
            Weight = weight is >= 1 and <= 9 ? weight * 100 : Math.Clamp((int)weight, 1, 1000),
            WidthClass = Math.Clamp((int)UInt16(os2, 6), 1, 9),
            IsItalic = metrics.IsItalic || (selection & 0x201) != 0,
            StrikeoutThickness = Int16(os2, 26) is > 0 and var size ? size : metrics.StrikeoutThickness,
            StrikeoutPosition = Int16(os2, 28) is not 0 and var position ? position : metrics.StrikeoutPosition,
            Rights = (fsType & 8) != 0 ? EmbeddingRights.Editable
                : (fsType & 4) != 0 ? EmbeddingRights.PreviewAndPrint
                : (fsType & 2) != 0 ? EmbeddingRights.Restricted
                : EmbeddingRights.Installable,
            MayBeSubset = (fsType & NoSubsetting) == 0,
            OutlinesMayBeEmbedded = (fsType & BitmapOnly) == 0,
        };
        if (os2.Length >= 78 && ((selection & UseTypoMetrics) != 0 || (metrics.Ascender == 0 && metrics.Descender == 0)))
        {
            metrics = metrics with
            {
                Ascender = Int16(os2, 68),
                Descender = -Math.Abs(Int16(os2, 70)),
                LineGap = Math.Max((short)0, Int16(os2, 72)),
            };
        }

        return os2.Length >= 90 && UInt16(os2, 0) >= 2
            ? metrics with { XHeight = Math.Max((short)0, Int16(os2, 86)), CapHeight = Math.Max((short)0, Int16(os2, 88)) }
            : metrics;
    }

    private static FontMetrics WithPost(FontMetrics metrics, ReadOnlySpan<byte> post) => post.Length < 16
        ? metrics
        : metrics with
        {
            ItalicAngle = Fixed(post, 4),
            UnderlinePosition = Int16(post, 8),
            UnderlineThickness = Int16(post, 10) is > 0 and var thickness ? thickness : metrics.UnderlineThickness,
            IsFixedPitch = BinaryPrimitives.ReadUInt32BigEndian(post[12..]) != 0,
        };

    private static ReadOnlySpan<byte> Required(Sfnt font, string tag, int length) =>
        font.TryTable(tag, out var table) && table.Length >= length
            ? table.Span
            : throw new InvalidDataException($"its table \"{tag}\" is missing or cut short");

    private static short Int16(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadInt16BigEndian(table[offset..]);

    private static ushort UInt16(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadUInt16BigEndian(table[offset..]);

    private static double Fixed(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadInt32BigEndian(table[offset..]) / 65536.0;
}
