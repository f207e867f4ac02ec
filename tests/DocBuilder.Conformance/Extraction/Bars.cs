using System.Globalization;
using DocBuilder.Conformance.Tools;

namespace DocBuilder.Conformance.Extraction;

/// <summary>How many letters in a hundred may be wrong.</summary>
/// <param name="All">Of all that the reader says.</param>
/// <param name="Ours">Without the reader's known faults.</param>
internal readonly record struct Bar(double All, double Ours);

/// <summary>The bars by profile, article and reader: <c>Data/extraction-bars.txt</c>.</summary>
internal static class Bars
{
    public static readonly string[] Readers = ["pdf.js", "pdf.js structure", "PDFium", "MuPDF", "poppler"];

    public static readonly string[] Profiles = [Repository.Pdf17, Repository.Pdf2];

    private static readonly Dictionary<(string Profile, string Article), Bar[]> Table = Repository.Data("extraction-bars.txt")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => (words[0], words[1]), words => words[2..].Select(Parse).ToArray());

    public static Bar Of(string profile, string article, string reader) => Table.TryGetValue((profile, article), out var row)
        ? row[Array.IndexOf(Readers, reader)]
        : throw new InvalidDataException($"Data/extraction-bars.txt has no row for {profile} {article}.");

    private static Bar Parse(string word)
    {
        var figures = word.Split('/');
        return new(double.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture));
    }
}
