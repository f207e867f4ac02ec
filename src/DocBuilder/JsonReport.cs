using System.Collections.Immutable;
using System.Text.Json;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>The report of our own: an object an article, an object a finding.</summary>
internal static class JsonReport
{
    internal static void Write(Utf8JsonWriter writer, FindingGuide guide, ImmutableArray<Finding> general, ImmutableArray<BuildResult> results)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("tool"u8);
        writer.WriteString("name"u8, "DocBuilder"u8);
        writer.WriteString("version"u8, SarifReport.Version);
        writer.WriteEndObject();
        writer.WriteString("language"u8, guide.Tag);
        WriteCounts(writer, [.. general, .. results.SelectMany(static result => result.Findings)]);
        WriteFindings(writer, guide, general);
        writer.WriteStartArray("articles"u8);
        foreach (var result in results)
        {
            WriteArticle(writer, guide, result);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, IReadOnlyCollection<Finding> findings)
    {
        writer.WriteStartObject("counts"u8);
        foreach (var severity in Enum.GetValues<FindingSeverity>().OrderDescending())
        {
            writer.WriteNumber(FindingGuide.In(MessageLanguage.English).Severity(severity), findings.Count(finding => finding.Severity == severity));
        }

        writer.WriteEndObject();
    }

    private static void WriteArticle(Utf8JsonWriter writer, FindingGuide guide, BuildResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("source"u8, result.Source);
        writer.WriteBoolean("failed"u8, result.Failure is not null);
        writer.WriteBoolean("heldBack"u8, result.IsHeldBack);
        writer.WriteStartArray("editions"u8);
        foreach (var edition in result.Editions)
        {
            writer.WriteStringValue(edition.Path);
        }

        writer.WriteEndArray();
        WriteFindings(writer, guide, result.Findings);
        writer.WriteEndObject();
    }

    internal static void WriteFindings(Utf8JsonWriter writer, FindingGuide guide, ImmutableArray<Finding> findings)
    {
        writer.WriteStartArray("findings"u8);
        foreach (var finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, finding.Code);
            writer.WriteString("severity"u8, FindingGuide.In(MessageLanguage.English).Severity(finding.Severity));
            if (finding.Position.Line > 0)
            {
                writer.WriteNumber("line"u8, finding.Position.Line);
                if (finding.Position.Column > 0)
                {
                    writer.WriteNumber("column"u8, finding.Position.Column);
                }
            }

            writer.WriteString("message"u8, guide.Message(finding));
            writer.WriteString("advice"u8, guide.Advice(finding));
            if (finding.Reference.Length > 0)
            {
                writer.WriteString("reference"u8, finding.Reference);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
