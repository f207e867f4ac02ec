namespace DocBuilder.Typesetting.Themes;

/// <summary>The keys of theme files, each with its range; <c>theme.schema.json</c> says the same to editors.</summary>
internal static class ThemeKeys
{
    /// <summary>The theme that a file adds to.</summary>
    public const string Extends = "extends";

    /// <summary>Where editors find the schema; nothing is read from there.</summary>
    public const string Schema = "$schema";

    /// <summary>The object that has an object for each script.</summary>
    public const string Scripts = "scripts";

    /// <summary>The object that has an object for each level of heading, "1" to "6".</summary>
    public const string Headings = "headings";

    /// <summary>The keys that stand for themselves.</summary>
    public static readonly ThemeKey<Theme>[] Theme =
    [
        ThemeKey<Theme>.Word("name", static (t, v) => t with { Name = v }),
        ThemeKey<Theme>.Word("description", static (t, _) => t),
        ThemeKey<Theme>.Number("page.margins.inner", 0, 0.4, static (t, v) => t with { Margins = t.Margins with { Inner = v } }),
        ThemeKey<Theme>.Number("page.margins.outer", 0, 0.4, static (t, v) => t with { Margins = t.Margins with { Outer = v } }),
        ThemeKey<Theme>.Number("page.margins.top", 0, 0.4, static (t, v) => t with { Margins = t.Margins with { Top = v } }),
        ThemeKey<Theme>.Number("page.margins.bottom", 0, 0.4, static (t, v) => t with { Margins = t.Margins with { Bottom = v } }),
        ThemeKey<Theme>.Number("page.margins.least", 0, 100, static (t, v) => t with { Margins = t.Margins with { Least = v } }),
        ThemeKey<Theme>.Number("page.measure.shortest", 8, 200, static (t, v) => t with { Margins = t.Margins with { ShortestLine = v } }),
        ThemeKey<Theme>.Number("page.measure.longest", 8, 200, static (t, v) => t with { Margins = t.Margins with { LongestLine = v } }),
        ThemeKey<Theme>.Flag("page.furniture", static (t, v) => t with { Furniture = v }),
        ThemeKey<Theme>.Number("text.size", 5, 72, static (t, v) => t with { TextSize = v }),
        ThemeKey<Theme>.Number("text.minimum", 0, 72, static (t, v) => t with { MinimumSize = v }),
        ThemeKey<Theme>.Number("text.small", 0.5, 1, static (t, v) => t with { SmallSize = v }),
        ThemeKey<Theme>.Number("text.raised", 0.5, 1, static (t, v) => t with { RaisedSize = v }),
        ThemeKey<Theme>.Number("text.wordSpace", 0.8, 2, static (t, v) => t with { WordSpace = v }),
        ThemeKey<Theme>.Number("text.blockSpace", 0, 3, static (t, v) => t with { BlockSpace = v }),
        ThemeKey<Theme>.Number("text.indent", 0, 6, static (t, v) => t with { Indent = v }),
        ThemeKey<Theme>.Flag("text.justified", static (t, v) => t with { Justified = v }),
        ThemeKey<Theme>.Flag("text.underlinedLinks", static (t, v) => t with { UnderlinedLinks = v }),
        ThemeKey<Theme>.Color("colors.text", static (t, v) => t with { TextColor = v }),
        ThemeKey<Theme>.Color("colors.secondary", static (t, v) => t with { SecondaryColor = v }),
        ThemeKey<Theme>.Color("colors.link", static (t, v) => t with { LinkColor = v }),
        ThemeKey<Theme>.Color("colors.rule", static (t, v) => t with { RuleColor = v }),
        ThemeKey<Theme>.Color("colors.shade", static (t, v) => t with { ShadeColor = v }),
        ThemeKey<Theme>.Color("colors.mark", static (t, v) => t with { MarkColor = v }),
        ThemeKey<Theme>.Families("fallback", static (t, v) => t with { FallbackFamilies = v }),
        ThemeKey<Theme>.Families("code", static (t, v) => t with { CodeFamilies = v }),
    ];

    /// <summary>The keys of a script.</summary>
    public static readonly ThemeKey<ScriptTypography>[] Script =
    [
        ThemeKey<ScriptTypography>.Families("families", static (s, v) => s with { Families = v }),
        ThemeKey<ScriptTypography>.Number("scale", 0.5, 2, static (s, v) => s with { Scale = v }),
        ThemeKey<ScriptTypography>.Number("lineHeight", 1, 4, static (s, v) => s with { LineHeight = v }),
        ThemeKey<ScriptTypography>.Flag("slants", static (s, v) => s with { Slants = v }),
    ];

    /// <summary>The keys of a level of heading.</summary>
    public static readonly ThemeKey<HeadingStyle>[] Heading =
    [
        ThemeKey<HeadingStyle>.Number("size", 0.8, 4, static (h, v) => h with { Size = v }),
        ThemeKey<HeadingStyle>.Number("spaceBefore", 0, 5, static (h, v) => h with { SpaceBefore = v }),
        ThemeKey<HeadingStyle>.Number("spaceAfter", 0, 5, static (h, v) => h with { SpaceAfter = v }),
    ];
}
