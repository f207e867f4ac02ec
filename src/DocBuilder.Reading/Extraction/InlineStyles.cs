namespace DocBuilder.Reading.Extraction;

/// <summary>Reads single properties of a <c>style</c> attribute.</summary>
internal static class InlineStyles
{
    /// <summary>The property's value in lower case, without "!important"; null when it is not set. The last declaration wins.</summary>
    public static string? Value(string? style, string property)
    {
        if (style is null)
        {
            return null;
        }

        string? found = null;
        foreach (var range in style.AsSpan().Split(';'))
        {
            var declaration = style.AsSpan()[range];
            var colon = declaration.IndexOf(':');
            if (colon > 0 && declaration[..colon].Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
            {
                var value = declaration[(colon + 1)..];
                var bang = value.IndexOf('!');
                found = (bang < 0 ? value : value[..bang]).Trim().ToString().ToLowerInvariant();
            }
        }

        return found;
    }
}
