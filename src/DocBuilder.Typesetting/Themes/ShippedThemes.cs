using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Typesetting.Themes;

/// <summary>The themes that come along: JSON files in this assembly, each read once when first asked for.</summary>
internal static class ShippedThemes
{
    /// <summary>Their names, the default first.</summary>
    public static readonly string[] Names = ["print", "clear", "large-print"];

    private static readonly Lazy<Theme>[] Themes = [.. Names.Select(static name => new Lazy<Theme>(() => Read(name)))];

    /// <summary>What a theme file begins with when nothing else is said: nothing that could be printed.</summary>
    private static readonly Theme Blank = new()
    {
        Name = "",
        Page = PageGeometry.A4,
        Margins = new(0, 0, 0, 0, 0, 0, 0),
        TextSize = 0,
        MinimumSize = 0,
        SmallSize = 0,
        RaisedSize = 0,
        WordSpace = 0,
        BlockSpace = 0,
        Indent = 0,
        Justified = false,
        UnderlinedLinks = false,
        Furniture = false,
        Scripts = [],
        FallbackFamilies = [],
        CodeFamilies = [],
        Headings = [default, default, default, default, default, default],
        TextColor = default,
        SecondaryColor = default,
        LinkColor = default,
        RuleColor = default,
        ShadeColor = default,
        MarkColor = default,
    };

    /// <summary>The names as words of a sentence.</summary>
    public static string NameList => string.Join(", ", Names);

    /// <summary>The theme of a name, in any case; null when there is none.</summary>
    public static Theme? Named(string name) => Array.FindIndex(Names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) is var index and >= 0 ? Themes[index].Value : null;

    /// <summary>The file of a theme.</summary>
    public static unsafe ReadOnlyMemory<byte> FileOf(string name)
    {
        // A view of the assembly as it lies in memory, as with the fonts.
        var stream = (UnmanagedMemoryStream)typeof(ShippedThemes).Assembly.GetManifestResourceStream($"themes/{name}.json")!;
        return new MappedMemory(stream.PositionPointer, checked((int)stream.Length)).Memory;
    }

    private static Theme Read(string name) => ThemeReader.Read(FileOf(name), name, Blank, out var problems) ?? throw new InvalidOperationException(string.Join(" ", problems));
}
