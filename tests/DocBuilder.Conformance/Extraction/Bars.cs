using System.Globalization;
using DocBuilder.Conformance.Tools;

namespace DocBuilder.Conformance.Extraction;

/// <summary>How many letters in a hundred may be wrong, by article and reader: <c>Data/extraction-bars.txt</c>.</summary>
internal static class Bars
{
    public static readonly string[] Readers = ["pdf.js", "pdf.js structure", "PDFium", "MuPDF", "poppler"];

    private static readonly Dictionary<string, double[]> Table = Repository.Data("extraction-bars.txt")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0], words => words[1..].Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray());

    public static double Of(string article, string reader) => Table.TryGetValue(article, out var row)
        ? row[Array.IndexOf(Readers, reader)]
        : throw new InvalidDataException($"Data/extraction-bars.txt has no row for {article}.");
}
