using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>What can be wrong with fonts that users bring. The build goes on without them.</summary>
internal static class FontFindings
{
    private const string Specification = "OpenType 1.9";

    public static Finding FolderNotFound(string folder) => new(
        "DB3101", FindingSeverity.Warning, $"The font folder {folder} does not exist.", "Check the path given to --font-dir.");

    public static Finding FolderUnreadable(string folder) => new(
        "DB3102", FindingSeverity.Warning, $"The font folder {folder} cannot be read.", "Check that you may open it.");

    public static Finding TooMany(string folder, int most) => new(
        "DB3103", FindingSeverity.Warning, $"The font folder {folder} holds more than {most} fonts or folders; the rest is not looked at.", "Name a smaller folder.");

    public static Finding Unreadable(string file) => new(
        "DB3104", FindingSeverity.Warning, $"The font {file} cannot be read.", "Check that you may open it.");

    public static Finding Broken(string file, string reason) => new(
        "DB3105", FindingSeverity.Warning, $"The font {file} cannot be used: {reason}.", "Replace it with an intact TrueType or OpenType file.", Reference: Specification);

    public static Finding Restricted(string file, string face) => new(
        "DB3106",
        FindingSeverity.Warning,
        $"The font {face} in {file} does not allow subsets of itself in documents.",
        "Use another font, or ask its maker for a licence to embed it.",
        Reference: Specification + " OS/2 fsType");
}
