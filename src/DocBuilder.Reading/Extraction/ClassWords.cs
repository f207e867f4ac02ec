using System.Collections.Frozen;
using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Extraction;

/// <summary>The words that classes and ids are made of: "post-share__buttons" holds post, share, buttons.</summary>
internal static class ClassWords
{
    /// <summary>The words of an element's class, in lower case.</summary>
    public static HashSet<string> OfClass(IElement element)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        Add(element.Attribute("class"), words);
        return words;
    }

    /// <summary>The words of an element's id, in lower case.</summary>
    public static HashSet<string> OfId(IElement element)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        Add(element.Attribute("id"), words);
        return words;
    }

    /// <summary>The words of an element's class and id, in lower case.</summary>
    public static IReadOnlySet<string> Of(IElement element)
    {
        var (names, id) = (element.Attribute("class"), element.Attribute("id"));
        if (string.IsNullOrEmpty(names) && string.IsNullOrEmpty(id))
        {
            return FrozenSet<string>.Empty;
        }

        var words = new HashSet<string>(StringComparer.Ordinal);
        Add(names, words);
        Add(id, words);
        return words;
    }

    private static void Add(string? value, HashSet<string> words)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        var start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            var isBorder = i == value.Length || !char.IsLetter(value[i]) || (i > start && char.IsUpper(value[i]) && char.IsLower(value[i - 1]));
            if (!isBorder)
            {
                continue;
            }

            if (i > start)
            {
                words.Add(value[start..i].ToLowerInvariant());
            }

            start = i < value.Length && char.IsLetter(value[i]) ? i : i + 1;
        }
    }
}
