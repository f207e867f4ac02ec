using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>
/// The faces embedded in this assembly. Which they are is read from the resources' names alone,
/// <c>fonts/noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf</c>, so that a start costs no look into any file.
/// </summary>
internal static class ShippedFonts
{
    private const string Prefix = "fonts/";
    private const int NormalWidth = 5;

    private static Assembly Assembly => typeof(ShippedFonts).Assembly;

    public static ImmutableArray<LibraryFace> List() =>
        [.. Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Describe)];

    private static LibraryFace Describe(string resource)
    {
        var folder = resource[Prefix.Length..resource.LastIndexOf('/')];
        var style = resource[(resource.LastIndexOf('-') + 1)..resource.LastIndexOf('.')];
        var (weight, isItalic) = style switch
        {
            "Regular" => (400, false),
            "Italic" => (400, true),
            "Bold" => (700, false),
            "BoldItalic" => (700, true),
            _ => throw new InvalidOperationException($"The shipped font {resource} has a style that nobody named a weight for."),
        };
        return new LibraryFace(FamilyOf(folder), weight, NormalWidth, isItalic, resource, isShipped: true, () => Open(resource));
    }

    private static string FamilyOf(string folder) =>
        string.Join(' ', folder.Split('-').Select(word => string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(word[0])}{word[1..]}")));

    private static unsafe FontFace Open(string resource)
    {
        // The stream is a view of the assembly as it lies in memory: its pointer stays good for as long as the program runs.
        var stream = (UnmanagedMemoryStream)Assembly.GetManifestResourceStream(resource)!;
        return FontFace.Read(new MappedMemory(stream.PositionPointer, checked((int)stream.Length)).Memory);
    }
}
