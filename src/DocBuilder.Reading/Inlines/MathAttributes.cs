using System.Text.RegularExpressions;

namespace DocBuilder.Reading.Inlines;

/// <summary>What the attributes of MathML may say (MathML 3, appendix A): browsers pass over what they cannot read, EPUB readers' checkers do not.</summary>
internal static partial class MathAttributes
{
    private const string Length = @"(?:-?(?:\d+\.?\d*|\.\d+)(?:e[mx]|in|cm|mm|p[xtc]|%)?|(?:negative)?(?:very){0,2}(?:thin|thick|medium)mathspace)";

    /// <summary>The value as the standard writes it; null where it says nothing.</summary>
    public static string? Read(string name, string value)
    {
        var trimmed = value.Trim();
        var lower = trimmed.ToLowerInvariant();
        return name switch
        {
            "accent" or "accentunder" or "displaystyle" or "fence" or "largeop" or "movablelimits" or "separator" or "stretchy" or "symmetric" => lower is "true" or "false" ? lower : null,
            "dir" => lower is "ltr" or "rtl" ? lower : null,
            "display" => lower is "block" or "inline" ? lower : null,
            "form" => lower is "prefix" or "infix" or "postfix" ? lower : null,
            "columnalign" => Each(lower, static word => word switch { "l" => "left", "c" or "middle" => "center", "r" => "right", "left" or "center" or "right" => word, _ => null }),
            "rowalign" => Each(lower, static word => word is "top" or "bottom" or "center" or "baseline" or "axis" ? word : null),
            "columnlines" or "rowlines" => Each(lower, static word => word is "none" or "solid" or "dashed" ? word : null),
            "columnspacing" or "rowspacing" => Each(lower, static word => LengthOnly().IsMatch(word) ? word : null),
            "columnspan" or "rowspan" => Span().IsMatch(trimmed) ? trimmed : null,
            "scriptlevel" => Level().IsMatch(trimmed) ? trimmed : null,
            "linethickness" => lower is "thin" or "medium" or "thick" || LengthOnly().IsMatch(lower) ? lower : null,
            "lspace" or "rspace" or "minsize" => LengthOnly().IsMatch(lower) ? lower : null,
            "maxsize" => lower == "infinity" || LengthOnly().IsMatch(lower) ? lower : null,
            "mathsize" => lower is "small" or "normal" or "big" || LengthOnly().IsMatch(lower) ? lower : null,
            "width" or "height" or "depth" or "voffset" => Padding().IsMatch(lower) ? lower : null,
            "mathvariant" => Variant().IsMatch(lower) ? lower : null,
            "notation" => Each(lower, static word => Notation().IsMatch(word) ? word : null),
            _ => trimmed,
        };
    }

    /// <summary>A list all of whose words say something; null otherwise.</summary>
    private static string? Each(string list, Func<string, string?> read)
    {
        var words = list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(read).ToList();
        return words.Count > 0 && words.TrueForAll(static word => word is not null) ? string.Join(' ', words) : null;
    }

    [GeneratedRegex($"^{Length}$", RegexOptions.CultureInvariant)]
    private static partial Regex LengthOnly();

    // The same for mspace and mpadded: what is relative to the content's own measure is left out, which not every element may say.
    [GeneratedRegex(@"^-?(?:\d+\.?\d*|\.\d+)(?:e[mx]|in|cm|mm|p[xtc])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Padding();

    [GeneratedRegex(@"^[1-9]\d{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(@"^[+-]?\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex("^(?:normal|bold|italic|bold-italic|double-struck|bold-fraktur|script|bold-script|fraktur|sans-serif|bold-sans-serif|sans-serif-italic|sans-serif-bold-italic|monospace|initial|tailed|looped|stretched)$", RegexOptions.CultureInvariant)]
    private static partial Regex Variant();

    [GeneratedRegex("^(?:longdiv|actuarial|radical|box|roundedbox|circle|left|right|top|bottom|updiagonalstrike|downdiagonalstrike|verticalstrike|horizontalstrike|madruwb|updiagonalarrow|phasorangle)$", RegexOptions.CultureInvariant)]
    private static partial Regex Notation();
}
