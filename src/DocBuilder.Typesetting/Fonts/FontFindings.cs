using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>What can be wrong with fonts that users bring, DB3101 to DB3199. The build goes on without them. Codes never change their meaning.</summary>
public static class FontFindings
{
    private const string Specification = "OpenType 1.9";

    /// <summary>A font folder that does not exist.</summary>
    public static FindingRule FolderNotFound { get; } = new("DB3101", FindingSeverity.Warning,
        "The font folder {0} does not exist.", "Check the path given to --font-dir.");

    /// <summary>A font folder that cannot be opened.</summary>
    public static FindingRule FolderUnreadable { get; } = new("DB3102", FindingSeverity.Warning,
        "The font folder {0} cannot be read.", "Check that you may open it.");

    /// <summary>A font folder with more in it than is looked at.</summary>
    public static FindingRule TooMany { get; } = new("DB3103", FindingSeverity.Warning,
        "The font folder {0} holds more than {1} fonts or folders; the rest is not looked at.", "Name a smaller folder.");

    /// <summary>A font that cannot be opened.</summary>
    public static FindingRule Unreadable { get; } = new("DB3104", FindingSeverity.Warning,
        "The font {0} cannot be read.", "Check that you may open it.");

    /// <summary>A font that is broken.</summary>
    public static FindingRule Broken { get; } = new("DB3105", FindingSeverity.Warning,
        "The font {0} cannot be used: {1}.", "Replace it with an intact TrueType or OpenType file.", Specification);

    /// <summary>A font whose licence forbids subsets in documents.</summary>
    public static FindingRule Restricted { get; } = new("DB3106", FindingSeverity.Warning,
        "The font {0} in {1} does not allow subsets of itself in documents.", "Use another font, or ask its maker for a licence to embed it.", Specification + " OS/2 fsType");

    /// <summary>All rows, by code.</summary>
    public static ImmutableArray<FindingRule> All { get; } = [FolderNotFound, FolderUnreadable, TooMany, Unreadable, Broken, Restricted];
}
