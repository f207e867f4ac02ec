namespace DocBuilder.Typesetting.Fonts;

/// <summary>A face of a font: one file, immutable, shared by every document.</summary>
public sealed class FontFace : IDisposable
{
    /// <summary>The design grid's units in an em.</summary>
    public int UnitsPerEm => throw new NotImplementedException();

    /// <inheritdoc />
    public void Dispose() => throw new NotImplementedException();
}
