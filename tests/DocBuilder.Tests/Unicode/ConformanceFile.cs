using System.Globalization;
using System.Text;
using DocBuilder.UnicodeTables;

namespace DocBuilder.Tests.Unicode;

/// <summary>Reads the conformance files of tests/unicode.</summary>
internal static class ConformanceFile
{
    public static string Folder { get; } = Path.Combine(
        RepositoryRoot.Find(AppContext.BaseDirectory) ?? throw new InvalidOperationException("DocBuilder.sln is not above the tests."),
        "tests",
        "unicode",
        TableFiles.Version);

    /// <summary>Number and text of every line that holds more than a comment; the comment is cut off.</summary>
    public static IEnumerable<(int Number, string Data)> Lines(params string[] path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine([Folder, .. path])))
        {
            number++;
            var hash = line.IndexOf('#', StringComparison.Ordinal);
            var data = (hash < 0 ? line : line[..hash]).Trim();
            if (data.Length > 0)
            {
                yield return (number, data);
            }
        }
    }

    /// <summary>Text from code points in hexadecimal between spaces; a surrogate stands for itself.</summary>
    public static string Text(string codePoints)
    {
        var text = new StringBuilder();
        foreach (var field in codePoints.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var codePoint = int.Parse(field, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (codePoint <= char.MaxValue)
            {
                text.Append((char)codePoint);
            }
            else
            {
                text.Append(char.ConvertFromUtf32(codePoint));
            }
        }

        return text.ToString();
    }

    /// <summary>Text and borders from a line of a break test: <c>÷ 0020 × 0308 ÷</c>. One border more than the text has units.</summary>
    public static (string Text, bool[] Borders) Breaks(string data)
    {
        var text = new StringBuilder();
        var borders = new List<bool>();
        foreach (var field in data.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (field is "÷" or "×")
            {
                borders.Add(field == "÷");
            }
            else
            {
                var character = Text(field);
                text.Append(character);
                borders.AddRange(Enumerable.Repeat(false, character.Length - 1));
            }
        }

        return (text.ToString(), [.. borders]);
    }
}
