using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DocBuilder.HyphenationPatterns;

/// <summary>A file of the hyph-utf8 collection: a header in comments, then TeX's <c>\patterns</c> and <c>\hyphenation</c>.</summary>
public sealed partial class PatternFile
{
    private PatternFile(string name, string notice, string header, string body)
    {
        Name = name;
        Notice = notice;
        (LeftMinimum, RightMinimum) = Minima(name, header);
        Patterns = [.. Tokens(body, PatternsBlock()).Select(Pattern.Parse).Where(pattern => pattern.IsOfWords)];
        Exceptions = [.. Tokens(body, ExceptionsBlock()).Select(Pattern.ParseException).Where(pattern => pattern.IsOfWords)];
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>All comments before the patterns: title, authors, copyright, licence.</summary>
    public string Notice { get; }

    /// <summary>How many letters stay before the first break.</summary>
    public int LeftMinimum { get; }

    /// <summary>How many letters follow the last break.</summary>
    public int RightMinimum { get; }

    /// <summary>The patterns, but for those about hyphens that the text itself has.</summary>
    public IReadOnlyList<Pattern> Patterns { get; }

    /// <summary>The words whose breaks are listed.</summary>
    public IReadOnlyList<Pattern> Exceptions { get; }

    /// <summary>Reads a file.</summary>
    public static PatternFile Read(string path)
    {
        var notice = new StringBuilder();
        var body = new StringBuilder();
        foreach (var line in File.ReadLines(path))
        {
            var comment = line.IndexOf('%', StringComparison.Ordinal);
            if (body.Length == 0 && comment == 0)
            {
                notice.Append(line.TrimStart('%').TrimEnd()).Append('\n');
            }

            var code = comment < 0 ? line : line[..comment];
            if (!string.IsNullOrWhiteSpace(code))
            {
                body.Append(code).Append('\n');
            }
        }

        var header = notice.ToString();
        return new PatternFile(Path.GetFileName(path), header, header, body.ToString());
    }

    /// <summary>
    /// The minima for typesetting. Where the file names only those of the patterns' making, these say which breaks are right and not which look
    /// well: then a single letter is not cut off.
    /// </summary>
    private static (int Left, int Right) Minima(string name, string header)
    {
        var start = header.IndexOf("hyphenmins:", StringComparison.Ordinal);
        var typesetting = start < 0 ? -1 : header.IndexOf("typesetting:", start, StringComparison.Ordinal);
        var match = Minimum().Match(header, Math.Max(typesetting, Math.Max(start, 0)));
        if (start < 0 || !match.Success)
        {
            throw new InvalidOperationException($"{name} does not say its minima.");
        }

        var least = typesetting < 0 ? 2 : 1;
        return (Math.Max(least, Number(match.Groups[1])), Math.Max(least, Number(match.Groups[2])));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Tokens(string body, Regex block) =>
        block.Matches(body).SelectMany(match => match.Groups[1].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\\patterns\s*\{([^}]*)\}")]
    private static partial Regex PatternsBlock();

    [GeneratedRegex(@"\\hyphenation\s*\{([^}]*)\}")]
    private static partial Regex ExceptionsBlock();

    [GeneratedRegex(@"left:\s*(\d)[^\n]*\n\s*right:\s*(\d)")]
    private static partial Regex Minimum();
}
