using System.Buffers.Binary;
using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Fonts;

/// <summary>The description of a glyph (OpenType 1.9, "glyf"). Nothing in it is trusted: what lies outside is not read.</summary>
internal readonly ref struct GlyphDescription
{
    private const int HeaderLength = 10;
    private const int ArgumentsAreWords = 1, HasScale = 8, MoreComponents = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80, HasInstructions = 0x100;

    private readonly ReadOnlySpan<byte> _bytes;

    /// <summary>A description as it stands in the table.</summary>
    public GlyphDescription(ReadOnlySpan<byte> bytes) =>
        _bytes = bytes.Length < HeaderLength || BinaryPrimitives.ReadInt16BigEndian(bytes) == 0 ? default : bytes;

    /// <summary>Whether nothing is drawn; all else may be asked only when something is.</summary>
    public bool IsBlank => _bytes.IsEmpty;

    /// <summary>Whether it is made of other glyphs.</summary>
    public bool IsComposite => Contours < 0;

    /// <summary>How many contours a glyph has that is not made of others.</summary>
    public int Contours => Int16(0);

    /// <summary>How many points a glyph has that is not made of others; 0 when it is cut short.</summary>
    public int Points => InstructionsAt + 2 <= _bytes.Length ? UInt16(InstructionsAt - 2) + 1 : 0;

    /// <summary>The box around it.</summary>
    public GlyphBox Box => new(Int16(2), Int16(4), Int16(6), Int16(8));

    /// <summary>Where the first component of a composite is described; negative when there is none.</summary>
    public int FirstComponent => HeaderLength + 4 <= _bytes.Length ? HeaderLength : -1;

    private int InstructionsAt => HeaderLength + (2 * Contours);

    /// <summary>Where the component after another is described; negative when there is none.</summary>
    public int ComponentAfter(int component)
    {
        var next = EndOf(component);
        return (UInt16(component) & MoreComponents) != 0 && next + 4 <= _bytes.Length ? next : -1;
    }

    /// <summary>The glyph of a component.</summary>
    public ushort GlyphOf(int component) => UInt16(component + 2);

    /// <summary>Writes the description without hints and without what pads it; its components are the glyphs of another file.</summary>
    /// <param name="into">Where.</param>
    /// <param name="part">What the other file takes from this one.</param>
    public void WriteUnhinted(ByteBuffer into, FontPart part)
    {
        if (IsBlank)
        {
            return;
        }

        if (IsComposite)
        {
            WriteComposite(into, part);
        }
        else if (InstructionsAt + 2 <= _bytes.Length)
        {
            var flags = Math.Min(InstructionsAt + 2 + UInt16(InstructionsAt), _bytes.Length);
            into.Write(_bytes[..InstructionsAt]);
            into.Write([0, 0]);
            into.Write(_bytes[flags..EndOfCoordinates(flags)]);
        }
    }

    private void WriteComposite(ByteBuffer into, FontPart part)
    {
        var target = into.Room(_bytes.Length);
        _bytes.CopyTo(target);
        var end = HeaderLength;
        for (var component = FirstComponent; component > 0; component = ComponentAfter(component))
        {
            BinaryPrimitives.WriteUInt16BigEndian(target[component..], (ushort)(UInt16(component) & ~HasInstructions));
            BinaryPrimitives.WriteUInt16BigEndian(target[(component + 2)..], part.GlyphFor(GlyphOf(component)));
            end = Math.Min(EndOf(component), _bytes.Length);
        }

        into.Advance(end);
    }

    private int EndOf(int component)
    {
        var flags = UInt16(component);
        return component + 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2)
            + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
    }

    /// <summary>Every point has a flag, which may be repeated and says how many bytes its coordinates take.</summary>
    private int EndOfCoordinates(int at)
    {
        const int XIsByte = 2, YIsByte = 4, IsRepeated = 8, XIsSame = 0x10, YIsSame = 0x20;
        var coordinates = 0;
        for (var left = Points; left > 0 && at < _bytes.Length;)
        {
            var flag = _bytes[at++];
            var times = 1;
            if ((flag & IsRepeated) != 0 && at < _bytes.Length)
            {
                times += _bytes[at++];
            }

            var size = ((flag & XIsByte) != 0 ? 1 : (flag & XIsSame) != 0 ? 0 : 2) + ((flag & YIsByte) != 0 ? 1 : (flag & YIsSame) != 0 ? 0 : 2);
            coordinates += size * times;
            left -= times;
        }

        return Math.Min(at + coordinates, _bytes.Length);
    }

    private short Int16(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes[at..]);

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes[at..]);
}
