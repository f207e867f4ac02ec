using System.Globalization;

namespace DocBuilder.UnicodeTables;

/// <summary>A file of the Unicode Character Database: lines of fields between semicolons, comments after '#' (UAX #44, section 4.2).</summary>
internal static class UcdFile
{
    /// <summary>The data lines, split into trimmed fields.</summary>
    public static IEnumerable<string[]> Lines(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            var hash = line.IndexOf('#', StringComparison.Ordinal);
            var data = (hash < 0 ? line : line[..hash]).Trim();
            if (data.Length > 0)
            {
                yield return data.Split(';', StringSplitOptions.TrimEntries);
            }
        }
    }

    /// <summary>The @missing lines: the values of code points that no data line names, later ones over earlier ones.</summary>
    public static IEnumerable<string[]> MissingLines(string path)
    {
        const string mark = "# @missing:";
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith(mark, StringComparison.Ordinal))
            {
                yield return line[mark.Length..].Split(';', StringSplitOptions.TrimEntries);
            }
        }
    }

    /// <summary>The first and last code point of a field like <c>0041</c> or <c>0041..005A</c>.</summary>
    public static (int First, int Last) Range(string field)
    {
        var dots = field.IndexOf("..", StringComparison.Ordinal);
        return dots < 0 ? (CodePoint(field), CodePoint(field)) : (CodePoint(field[..dots]), CodePoint(field[(dots + 2)..]));
    }

    /// <summary>A code point in hexadecimal.</summary>
    public static int CodePoint(string field) => int.Parse(field, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>Code points between spaces.</summary>
    public static int[] CodePoints(string field) =>
        [.. field.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CodePoint)];
}
