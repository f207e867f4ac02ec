using DocBuilder.Documents;

namespace DocBuilder.Epub.Package;

/// <summary>The languages of a book for <c>dc:language</c>.</summary>
internal static class Languages
{
    // A few quoted words do not make a book bilingual; a tenth of the text does.
    private const int Share = 10;

    /// <summary>The language of the document, then every other one that a good part of the text is in, most of it first.</summary>
    public static List<string> Of(Document document)
    {
        var characters = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var text in NodeTree.SelfAndDescendants(document).OfType<Text>())
        {
            var tag = LanguageTag.Checked(text.Language);
            characters[tag] = characters.GetValueOrDefault(tag) + text.Value.Length;
        }

        var main = LanguageTag.Checked(document.Language);
        var total = characters.Values.Sum();
        var others = characters
            .Where(entry => entry.Key != main && entry.Key != LanguageTag.Undetermined && entry.Value * Share >= total)
            .OrderByDescending(static entry => entry.Value)
            .ThenBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(static entry => entry.Key);
        return [main, .. others];
    }
}
