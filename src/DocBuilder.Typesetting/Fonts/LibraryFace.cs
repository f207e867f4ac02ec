namespace DocBuilder.Typesetting.Fonts;

/// <summary>A face that a <see cref="FontLibrary"/> knows of, and opens the first time somebody asks for it.</summary>
public sealed class LibraryFace
{
    private readonly Func<FontFace> _open;
    private readonly Lazy<FontFace> _face;

    internal LibraryFace(string family, int weight, int widthClass, bool isItalic, string origin, bool isShipped, Func<FontFace> open)
    {
        Family = family;
        Weight = weight;
        WidthClass = widthClass;
        IsItalic = isItalic;
        Origin = origin;
        IsShipped = isShipped;
        _open = open;
        _face = new Lazy<FontFace>(open);
    }

    /// <summary>The family's name.</summary>
    public string Family { get; }

    /// <summary>The weight, 1 to 1000.</summary>
    public int Weight { get; }

    /// <summary>The width, 1 (narrowest) to 9; 5 is normal.</summary>
    public int WidthClass { get; }

    /// <summary>Whether it is italic or oblique.</summary>
    public bool IsItalic { get; }

    /// <summary>The resource's name, or the user's file.</summary>
    public string Origin { get; }

    /// <summary>Whether it comes with DocBuilder.</summary>
    public bool IsShipped { get; }

    /// <summary>The face, opened now if it was not yet; always the same object.</summary>
    /// <exception cref="IOException">The user's file can no longer be read.</exception>
    /// <exception cref="InvalidDataException">The user's file is no longer the font it was.</exception>
    public FontFace Face => _face.Value;

    /// <summary>Opens the face for one look at it, so that nobody holds it longer: every time another object, to be disposed by the caller.</summary>
    /// <exception cref="IOException">The user's file can no longer be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user's file may no longer be read.</exception>
    /// <exception cref="InvalidDataException">The user's file is no longer the font it was.</exception>
    public FontFace Open() => _open();

    internal bool IsOpen => _face.IsValueCreated;

    /// <inheritdoc />
    public override string ToString() => $"{Family} {Weight}{(IsItalic ? " italic" : "")}";
}
