using System.Text;

namespace DocBuilder.Reading.Parsing;

/// <summary>Writes XML's empty elements (<c>&lt;a id="x"/&gt;</c>) out, since HTML takes them for start tags.</summary>
internal static class EmptyElements
{
    /// <summary>The source with <c>&lt;x/&gt;</c> as <c>&lt;x&gt;&lt;/x&gt;</c> for every element that HTML does not know as void.</summary>
    public static string WriteOut(string source)
    {
        StringBuilder? output = null;
        var copied = 0;
        var searched = 0;
        for (var at = 0; (at = source.IndexOf("/>", at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            var start = source.LastIndexOf('<', at, at - searched + 1);
            searched = at + 1;
            if (start < copied || start + 1 >= source.Length || !char.IsAsciiLetter(source[start + 1]))
            {
                continue;
            }

            var end = start + 1;
            while (end < at && !char.IsWhiteSpace(source[end]))
            {
                end++;
            }

            var name = source[(start + 1)..end];
            if (IsVoid(name))
            {
                continue;
            }

            output ??= new StringBuilder(source.Length + 1024);
            output.Append(source, copied, at - copied).Append("></").Append(name).Append('>');
            copied = at + 2;
        }

        return output is null ? source : output.Append(source, copied, source.Length - copied).ToString();
    }

    private static bool IsVoid(string name) => name.ToLowerInvariant() is "area" or "base" or "br" or "col" or "embed" or "hr" or "img"
        or "input" or "link" or "meta" or "param" or "source" or "track" or "wbr";
}
