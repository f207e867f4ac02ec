using System.Buffers.Binary;

namespace DocBuilder.Pdf.Fonts;

/// <summary>A component of a composite glyph: a glyph of the same file, moved and scaled (OpenType 1.9, "glyf", composite glyph description).</summary>
/// <param name="Glyph">The glyph.</param>
/// <param name="X">How far right.</param>
/// <param name="Y">How far up.</param>
/// <param name="Across">How it is scaled across.</param>
/// <param name="Scale">How it is scaled upwards.</param>
internal readonly record struct Piece(ushort Glyph, int X, int Y, double Across, double Scale)
{
    /// <summary>The bytes of the longest one.</summary>
    public const int MostBytes = 12;

    private const int ArgumentsAreWords = 1, ArgumentsAreOffsets = 2, HasScale = 8, MoreComponents = 0x20, HasTwoScales = 0x40, OffsetsAreUnscaled = 0x1000;

    /// <summary>Whether it is moved no further than a byte says.</summary>
    private bool IsNear => X is >= sbyte.MinValue and <= sbyte.MaxValue && Y is >= sbyte.MinValue and <= sbyte.MaxValue;

    private int ScaleFlags => !Across.Equals(Scale) ? HasTwoScales | OffsetsAreUnscaled : !Scale.Equals(1) ? HasScale | OffsetsAreUnscaled : 0;

    /// <summary>Writes it and gives the number of bytes.</summary>
    public int Write(Span<byte> target, bool isLast)
    {
        var flags = (IsNear ? 0 : ArgumentsAreWords) | ArgumentsAreOffsets | (isLast ? 0 : MoreComponents) | ScaleFlags;
        BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)flags);
        BinaryPrimitives.WriteUInt16BigEndian(target[2..], Glyph);
        var length = 6;
        if (IsNear)
        {
            (target[4], target[5]) = ((byte)X, (byte)Y);
        }
        else
        {
            BinaryPrimitives.WriteInt16BigEndian(target[4..], Short(X));
            BinaryPrimitives.WriteInt16BigEndian(target[6..], Short(Y));
            length = 8;
        }

        if ((flags & (HasScale | HasTwoScales)) != 0)
        {
            BinaryPrimitives.WriteInt16BigEndian(target[length..], F2Dot14(Across));
            length += 2;
        }

        if ((flags & HasTwoScales) != 0)
        {
            BinaryPrimitives.WriteInt16BigEndian(target[length..], F2Dot14(Scale));
            length += 2;
        }

        return length;
    }

    private static short Short(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);

    private static short F2Dot14(double scale) => (short)Math.Clamp(Math.Round(scale * GlyphComponent.AsDesigned), short.MinValue, short.MaxValue);
}
