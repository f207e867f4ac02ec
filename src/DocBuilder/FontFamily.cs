using System.Collections.Immutable;

namespace DocBuilder;

/// <summary>A family of fonts that editions can be made with.</summary>
/// <param name="Name">The name by which themes ask for it.</param>
/// <param name="IsShipped">Whether it comes with DocBuilder; else it is from a folder of the user's.</param>
/// <param name="Uses">What the default theme, <c>print</c>, uses it for, what it is asked for first before the rest; empty for nothing.</param>
/// <param name="Styles">Its faces by weight, upright before italic.</param>
public sealed record FontFamily(string Name, bool IsShipped, ImmutableArray<FontUse> Uses, ImmutableArray<FontStyle> Styles);

/// <summary>A face of a family, and what its font says of it.</summary>
public sealed record FontStyle
{
    /// <summary>Its name in the family, such as "Bold Italic".</summary>
    public required string Name { get; init; }

    /// <summary>The weight, 1 to 1000: 400 is regular, 700 bold.</summary>
    public required int Weight { get; init; }

    /// <summary>Whether it is italic or oblique.</summary>
    public required bool IsItalic { get; init; }

    /// <summary>The width, 1 (narrowest) to 9; 5 is normal (OS/2 usWidthClass).</summary>
    public required int WidthClass { get; init; }

    /// <summary>The version, such as "1.002".</summary>
    public required string Version { get; init; }

    /// <summary>The user's file; null for fonts that come with DocBuilder.</summary>
    public required string? File { get; init; }

    /// <summary>How many characters it has glyphs for, controls aside.</summary>
    public required int CharacterCount { get; init; }

    /// <summary>The scripts of which it has at least half of the main letters, by name; none in fonts of symbols.</summary>
    public required ImmutableArray<FontScript> Scripts { get; init; }

    /// <summary>Its licence in its own words, or the licence's address (name table, ID 13, else 14); empty when the font does not say.</summary>
    public required string License { get; init; }

    /// <summary>The licence's address (name table, ID 14); empty when the font does not say.</summary>
    public required string LicenseUrl { get; init; }

    /// <summary>What it allows of documents that carry it.</summary>
    public required FontEmbedding Embedding { get; init; }
}

/// <summary>A script (UAX #24).</summary>
/// <param name="Code">Its code of ISO 15924, such as <c>Arab</c>, by which themes name it.</param>
/// <param name="Name">Its name in Unicode, such as "Arabic" or "Canadian Aboriginal".</param>
public sealed record FontScript(string Code, string Name);

/// <summary>Something that a theme uses a family for.</summary>
/// <param name="Place">What for.</param>
/// <param name="IsFirst">Whether no other family is asked before it there.</param>
public sealed record FontUse(FontPlace Place, bool IsFirst)
{
    /// <summary>The script of the text; null for all that have no fonts of their own in the theme.</summary>
    public FontScript? Script { get; init; }

    /// <summary>The language of the text, a BCP 47 tag; null for any.</summary>
    public string? Language { get; init; }
}

/// <summary>What a theme uses fonts for.</summary>
public enum FontPlace
{
    /// <summary>Text of a script.</summary>
    Text,

    /// <summary>Code.</summary>
    Code,

    /// <summary>Characters that the fonts of a script lack.</summary>
    Fallback,
}

/// <summary>What a font allows of documents that carry it (OpenType 1.9, OS/2 fsType). Fonts that allow nothing are not used, which a finding tells.</summary>
public enum FontEmbedding
{
    /// <summary>It may be embedded, and installed from the document.</summary>
    Installable,

    /// <summary>It may be embedded in documents that can be edited, and not installed from them.</summary>
    Editable,

    /// <summary>It may be embedded in documents that are read and printed only.</summary>
    PreviewAndPrint,
}
