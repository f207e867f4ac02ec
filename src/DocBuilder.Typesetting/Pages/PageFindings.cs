using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Pages;

/// <summary>What the layout of pages could not do as asked, DB3001 to DB3099; DB3002 is retired. Codes never change their meaning.</summary>
public static class PageFindings
{
    /// <summary>Characters that no font has.</summary>
    public static FindingRule MissingCharacters { get; } = new("DB3001", FindingSeverity.Warning,
        "No font has {0}; a substitute is drawn for each, and the text is kept.",
        "Give a font that has the characters with --font-dir.");

    /// <summary>All rows, by code.</summary>
    public static ImmutableArray<FindingRule> All { get; } = [MissingCharacters];

    /// <summary>More characters than are named.</summary>
    internal static FindingPhrase AndMore { get; } = new("{0} and {1} more");

    /// <summary>The words inside the messages.</summary>
    public static ImmutableArray<FindingPhrase> Phrases { get; } = [AndMore];
}
