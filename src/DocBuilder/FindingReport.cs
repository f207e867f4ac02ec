using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>The findings of a batch as a file for machines: JSON of our own, or SARIF 2.1.0. The same results give the same bytes.</summary>
/// <param name="guide">The language of messages.</param>
/// <param name="general">What is about no article, such as <see cref="ArticleBuilder.Findings"/>.</param>
/// <param name="results">What became of the articles.</param>
public sealed class FindingReport(FindingGuide guide, ImmutableArray<Finding> general, ImmutableArray<BuildResult> results)
{
    // Arabic stays Arabic in the file: it is no part of a web page.
    private static readonly JsonWriterOptions Layout = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report in the format that the file's extension names.</summary>
    /// <exception cref="ArgumentException">The extension is neither <c>.json</c> nor <c>.sarif</c>; see <see cref="IsReportName"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void Write(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!IsReportName(path))
        {
            throw new ArgumentException("A report is a .json or a .sarif file.", nameof(path));
        }

        using var stream = File.Create(path);
        if (IsSarif(path))
        {
            WriteSarif(stream);
        }
        else
        {
            WriteJson(stream);
        }
    }

    /// <summary>Whether a file's name says in which format the report is to be: <c>.json</c> or <c>.sarif</c>, in capitals or not.</summary>
    public static bool IsReportName(string path) => IsSarif(path) || Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the articles, each with its findings.</summary>
    public void WriteJson(Stream output)
    {
        using var writer = new Utf8JsonWriter(output, Layout);
        JsonReport.Write(writer, guide, general, results);
        writer.Flush();
        output.Write("\n"u8);
    }

    /// <summary>Writes SARIF 2.1.0 (OASIS): one run, the rules that were broken with their explanations, a result a finding.</summary>
    public void WriteSarif(Stream output)
    {
        using var writer = new Utf8JsonWriter(output, Layout);
        SarifReport.Write(writer, guide, general, results);
        writer.Flush();
        output.Write("\n"u8);
    }

    private static bool IsSarif(string path) => Path.GetExtension(path).Equals(".sarif", StringComparison.OrdinalIgnoreCase);
}
