namespace DocBuilder.Typesetting.Themes;

/// <summary>Reads BCP 47 language tags.</summary>
public static class LanguageTags
{
    /// <summary>The primary language subtag: <c>ar</c> of <c>ar-EG</c>.</summary>
    public static ReadOnlySpan<char> PrimarySubtag(string tag)
    {
        var hyphen = tag.AsSpan().IndexOf('-');
        return hyphen < 0 ? tag : tag.AsSpan(0, hyphen);
    }
}
