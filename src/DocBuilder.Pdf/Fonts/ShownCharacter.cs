using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Pdf.Fonts;

/// <summary>
/// A character as a face draws it: one object for all places of a document that show the same, which remembers what the font made of it,
/// since nearly every character comes again and again.
/// </summary>
/// <param name="scalar">The Unicode scalar value.</param>
/// <param name="outline">What it looks like, in the units of the face.</param>
internal sealed class ShownCharacter(int scalar, GlyphOutline outline)
{
    private readonly GlyphOutline _outline = outline;

    /// <summary>The Unicode scalar value.</summary>
    public int Scalar { get; } = scalar;

    /// <summary>What it looks like, in the units of the face.</summary>
    public ref readonly GlyphOutline Outline => ref _outline;

    /// <summary>Which way it reads.</summary>
    public BidiClass BidiClass { get; } = UnicodeProperties.BidiClass(scalar);

    /// <summary>Whether it has no meaning that others could know.</summary>
    public bool IsPrivateUse { get; } = CharacterKinds.IsPrivateUse(scalar);

    /// <summary>Where its glyph stands, if it is only one (<see cref="GlyphComponent.Placed"/>).</summary>
    public ulong Placed { get; } = outline.IsSingle(out var glyph) ? glyph.Placed : 0;

    /// <summary>What is said and how far the pen moves, in one number.</summary>
    public ulong Said { get; } = SaidOf(scalar, outline.Advance);

    /// <summary>The next one in a chain of a <see cref="CharacterTable"/>.</summary>
    public ShownCharacter? Next { get; set; }

    /// <summary>The source that it was last shown from; null before that.</summary>
    public FontSource? Source { get; private set; }

    /// <summary>Its CID in the font of that source.</summary>
    public ushort Cid { get; private set; }

    /// <summary>The CID's width in thousandths of an em, as the W array has it.</summary>
    public int Width { get; private set; }

    /// <summary>A character and an advance in one number.</summary>
    public static ulong SaidOf(int scalar, int advance) => (uint)advance | ((ulong)(uint)scalar << 32);

    /// <summary>Remembers what it is in the font that shows it.</summary>
    public void Show(FontSource source, ushort cid, int width) => (Source, Cid, Width) = (source, cid, width);
}
