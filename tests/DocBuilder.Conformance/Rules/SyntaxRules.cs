using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>The bytes of the file: ISO 19005-2, 6.1.</summary>
internal static partial class SyntaxRules
{
    public static IReadOnlyList<Rule> Rows { get; } =
    [
        Rule.Holds("ua1 6.1-1, a23 6.1.2-1", "The file begins with %PDF-1.n and one end of line.",
            file => Header().IsMatch(Latin1(file.FileBytes.AsSpan(0, 10)))),
        Rule.Holds("a23 6.1.2-2, a4 6.1.2-2", "The second line is a comment of at least four bytes over 127.",
            file => file.FileBytes.AsSpan(8).IndexOf((byte)'%') is var at and (1 or 2)
                && file.FileBytes.AsSpan(9 + at, 4).IndexOfAnyInRange((byte)0, (byte)127) < 0),
        Rule.Holds("a23 6.1.3-1, a4 6.1.3-1", "The trailer has an ID of two strings that are not empty.",
            file => file.Trailer["ID"].Items.ToArray() is [{ Text.Length: > 0 }, { Text.Length: > 0 }]),
        Rule.Holds("a23 6.1.3-3", "Nothing but one end of line follows the last %%EOF.",
            file => Latin1(file.FileBytes.AsSpan(file.FileBytes.Length - 7)).TrimEnd('\0') is var end && End().IsMatch(end)),
        Rule.Holds("a4 6.1.2-1", "The file begins with %PDF-2.n and one end of line.",
            file => HeaderOf20().IsMatch(Latin1(file.FileBytes.AsSpan(0, 10)))),
        Rule.Holds("a4 6.1.3-3", "Nothing follows the last %%EOF.", file => file.FileBytes.AsSpan().EndsWith("%%EOF"u8)),
        Rule.Holds("a4 6.1.3-4 6.1.3-5", "There is no information dictionary.", file => file.Trailer["Info"].IsNull),
        new("a23 6.1.4-2, a4 6.1.4-1", "A cross-reference table, if there is one, begins as it should.",
            file => TableStart().Matches(Latin1(file.FileBytes)).Where(match => !TableHead().IsMatch(match.Value))
                .Select(match => $"at {match.Index}")),
        new("a23 6.1.6-1 6.1.6-2, a4 6.1.5-1 6.1.5-2", "Strings in hexadecimal have an even number of digits.", HexadecimalStrings),
        new("a23 6.1.7.1-1 6.1.7.1-2, a4 6.1.6.1-1", "Streams are as long as they say, and begin and end as they should.", Streams),
        new("a23 6.1.7.1-3, a4 6.1.6.1-2", "No stream is kept in another file.",
            file => file.Objects.Where(value => value.IsStream
                && (!value["F"].IsNull || !value["FFilter"].IsNull || !value["FDecodeParms"].IsNull)).Select(value => value.ToString())),
        new("a23 6.1.7.2-1, a4 6.1.6.2-1", "Streams are deflated or JPEG pictures or plain.",
            file => file.Objects.Where(value => value.IsStream
                && value["Filter"].Items.Any(filter => filter.Name is not ("FlateDecode" or "DCTDecode")))
                .Select(value => value.ToString())),
        new("a23 6.1.8-1, a4 6.1.7-1", "Names of fonts and structure types are printable ASCII, hence UTF-8.",
            file => file.Dictionaries.SelectMany(value => new[] { value["BaseFont"].Name, value["FontName"].Name, value["S"].Name })
                .Where(name => name?.Any(character => character is < '!' or > '~') == true).Select(name => name!)),
        new("a23 6.1.9-1, a4 6.1.8-1", "Objects are written as \"n g obj\", each keyword beside an end of line.", IndirectObjects),
        new("a23 6.1.13-1 6.1.13-2 6.1.13-5", "Numbers keep within what readers can hold.", Numbers),
        new("a23 6.1.13-3 6.1.13-4", "Strings are below 32,768 bytes and names below 128.", Lengths),
        Rule.Holds("a23 6.1.13-7", "There are at most 8,388,607 objects.", file => file.ObjectCount <= 8_388_607),
        new("a23 6.1.13-8", "q and Q nest 28 levels at most.", file => file.Contents.Where(page => page.DeepestSave > 28)
            .Select(page => page.Page.ToString())),
        new("a23 6.1.13-11", "Page boxes measure 3 to 14,400 units.", PageBoxes),
    ];

    private static string Latin1(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    // Streams' bytes may hold anything that looks like syntax.
    private static string WithoutStreams(PdfFile file)
    {
        var text = new StringBuilder(Latin1(file.FileBytes));
        foreach (var (start, length) in StreamPlaces(file))
        {
            for (var i = start; i < start + length; i++)
            {
                text[i] = '.';
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(int Start, int Length)> StreamPlaces(PdfFile file)
    {
        foreach (Match match in StreamStart().Matches(Latin1(file.FileBytes)))
        {
            if (file.Object($"{match.Groups[1].Value} {match.Groups[2].Value} R") is { IsStream: true } stream)
            {
                yield return (match.Index + match.Length, stream.RawBytes.Length);
            }
        }
    }

    private static IEnumerable<string> HexadecimalStrings(PdfFile file) =>
        Hexadecimal().Matches(LiteralString().Replace(WithoutStreams(file), "()"))
            .Select(match => match.Groups[1].Value.Where(character => !char.IsWhiteSpace(character)).ToArray())
            .Where(digits => digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit)).Select(digits => new string(digits));

    private static IEnumerable<string> Streams(PdfFile file)
    {
        var found = 0;
        foreach (var (start, length) in StreamPlaces(file))
        {
            found++;
            var after = Latin1(file.FileBytes.AsSpan(start + length, Math.Min(11, file.FileBytes.Length - start - length)));
            if (!EndStream().IsMatch(after))
            {
                yield return $"the stream at {start} does not end where its Length says";
            }
        }

        if (found != StreamKeyword().Count(WithoutStreams(file)))
        {
            yield return "a stream does not begin with one end of line";
        }
    }

    private static IEnumerable<string> IndirectObjects(PdfFile file)
    {
        var text = WithoutStreams(file);
        foreach (Match match in ObjectKeyword().Matches(text))
        {
            if (!ObjectStart().IsMatch(text.AsSpan(0, match.Index + match.Length + 1)[^Math.Min(match.Index + match.Length + 1, 40)..]))
            {
                yield return $"obj at {match.Index}";
            }
        }

        foreach (Match match in EndObject().Matches(text))
        {
            if (match.Groups[1].Length == 0 || match.Groups[2].Length == 0)
            {
                yield return $"endobj at {match.Index}";
            }
        }
    }

    private static IEnumerable<string> Numbers(PdfFile file) => file.Objects.SelectMany(value => Leaves(value.Json, 0))
        .Where(leaf => leaf.ValueKind == JsonValueKind.Number)
        .Where(number => number.GetRawText() is var text && (text.Contains('.', StringComparison.Ordinal)
            ? Math.Abs(double.Parse(text, CultureInfo.InvariantCulture)) is > 3.403e38 or (> 0 and < 1.175e-38)
            : !int.TryParse(text, CultureInfo.InvariantCulture, out _)))
        .Select(number => number.GetRawText());

    private static IEnumerable<string> Lengths(PdfFile file) => file.Objects.SelectMany(value => Leaves(value.Json, 0))
        .Where(leaf => leaf.ValueKind == JsonValueKind.String).Select(leaf => leaf.GetString()!)
        .Where(text => text.StartsWith("u:", StringComparison.Ordinal) ? Encoding.BigEndianUnicode.GetByteCount(text) >= 32_768
            : text.StartsWith("b:", StringComparison.Ordinal) ? text.Length / 2 >= 32_768
            : text.StartsWith('/') && Encoding.UTF8.GetByteCount(text) > 128);

    private static IEnumerable<JsonElement> Leaves(JsonElement value, int depth) => value.ValueKind switch
    {
        _ when depth > 400 => [],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Leaves(item, depth + 1)),
        JsonValueKind.Object => value.EnumerateObject().Where(entry => entry.Name != "data")
            .SelectMany(entry => Leaves(entry.Value, depth + 1)),
        _ => [value],
    };

    private static IEnumerable<string> PageBoxes(PdfFile file) =>
        from page in file.Pages
        from box in new[] { "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox" }
        let sides = page[box].Items.Select(side => side.Number).ToArray()
        where box == "MediaBox" || sides.Length > 0
        where sides.Length != 4 || Math.Abs(sides[2] - sides[0]) is < 3 or > 14_400 || Math.Abs(sides[3] - sides[1]) is < 3 or > 14_400
        select $"{page} {box}";

    [GeneratedRegex(@"^%PDF-1\.[0-7](\r\n?|\n)")]
    private static partial Regex Header();

    [GeneratedRegex(@"^%PDF-2\.[0-9](\r\n?|\n)")]
    private static partial Regex HeaderOf20();

    [GeneratedRegex(@"%%EOF(\r\n?|\n)?$")]
    private static partial Regex End();

    [GeneratedRegex(@"(?<=[\r\n])xref\s*\d+ \d+")]
    private static partial Regex TableStart();

    [GeneratedRegex(@"^xref(\r\n?|\n)\d+ \d+")]
    private static partial Regex TableHead();

    [GeneratedRegex(@"(?<!<)<(?!<)([^<>]*)>")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"\((?:[^()\\]|\\.)*\)", RegexOptions.Singleline)]
    private static partial Regex LiteralString();

    [GeneratedRegex(@"(?<![0-9])(\d+) (\d+) obj\s(?:(?!endobj|stream).)*?>>\s*stream(?:\r\n|\n)", RegexOptions.Singleline)]
    private static partial Regex StreamStart();

    [GeneratedRegex(@"^(\r\n?|\n)endstream")]
    private static partial Regex EndStream();

    [GeneratedRegex(@"(?<!end)stream(?=[\r\n])")]
    private static partial Regex StreamKeyword();

    [GeneratedRegex(@"(?<=\d\s+\d+\s*)obj(?=\s)")]
    private static partial Regex ObjectKeyword();

    [GeneratedRegex(@"[\r\n]\d+[ ]\d+[ ]obj[\r\n]$")]
    private static partial Regex ObjectStart();

    [GeneratedRegex(@"([\r\n]?)endobj([\r\n]?)")]
    private static partial Regex EndObject();
}
