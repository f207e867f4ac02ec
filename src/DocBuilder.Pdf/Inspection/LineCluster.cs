using System.Text;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Pdf.Inspection;

/// <summary>A base and its marks, as they are drawn on a line. Compared by identity of place: two equal letters are two clusters.</summary>
/// <param name="Base">What stands on the line.</param>
/// <param name="Marks">What stands over and under it.</param>
internal sealed record LineCluster(Rune Base, Rune[] Marks)
{
    /// <summary>Stands for any word that runs from left to right.</summary>
    public static LineCluster Word { get; } = new(new Rune('a'), []);

    /// <summary>The direction of the base.</summary>
    public BidiClass Class => UnicodeProperties.BidiClass(Base.Value);

    /// <summary>The base; beyond the Basic Multilingual Plane a character of its class.</summary>
    public char Stand => Base.IsBmp ? (char)Base.Value : Class switch { BidiClass.L => 'a', BidiClass.R => '\u05D0', BidiClass.AL => '\u0627', BidiClass.EN => '0', BidiClass.AN => '\u0660', _ => '\u2022' };

    /// <summary>It as it looks the other way round.</summary>
    public LineCluster Mirrored() => UnicodeProperties.MirrorImage(Base.Value) is var image && image == Base.Value ? this : this with { Base = new Rune(image) };

    /// <inheritdoc/>
    public bool Equals(LineCluster? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
