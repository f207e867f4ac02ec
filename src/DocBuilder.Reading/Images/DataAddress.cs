namespace DocBuilder.Reading.Images;

/// <summary>Decodes <c>data:</c> addresses (RFC 2397).</summary>
internal static class DataAddress
{
    /// <summary>The bytes; null when the address is not well-formed or longer than the limit.</summary>
    public static byte[]? Decode(string address, long mostBytes)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || address.Length - comma > mostBytes * 3)
        {
            return null;
        }

        var data = address[(comma + 1)..];
        var isBase64 = address.AsSpan(0, comma).TrimEnd().EndsWith(";base64", StringComparison.OrdinalIgnoreCase);
        try
        {
            if (data.Contains('%', StringComparison.Ordinal))
            {
                data = Uri.UnescapeDataString(data);
            }

            var bytes = isBase64 ? FromBase64(data) : System.Text.Encoding.UTF8.GetBytes(data);
            return bytes.Length > mostBytes ? null : bytes;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[] FromBase64(string data)
    {
        var clean = string.Concat(data.Where(static c => !char.IsWhiteSpace(c))).Replace('-', '+').Replace('_', '/').TrimEnd('=');
        return Convert.FromBase64String(clean + new string('=', (4 - (clean.Length % 4)) % 4));
    }
}
