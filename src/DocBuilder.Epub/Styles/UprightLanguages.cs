using DocBuilder.Epub.Content;

namespace DocBuilder.Epub.Styles;

/// <summary>Languages whose letters do not slant: stress is shown by weight.</summary>
internal static class UprightLanguages
{
    /// <summary>Their primary subtags.</summary>
    public static readonly string[] All = ["ar", "fa", "ur", "he", "ckb", "ps", "sd", "ug", "yi"];

    /// <summary>Whether a language is one of them.</summary>
    public static bool Contains(string language) => All.Contains(LanguageTag.Primary(language), StringComparer.Ordinal);

    /// <summary>A list of selectors: every element in every one of these languages.</summary>
    public static string Selector(params string[] elements) =>
        string.Join(", ", elements.SelectMany(static element => All.Select(language => $"{element}:lang({language})")));
}
