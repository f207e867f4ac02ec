using System.Collections.Immutable;
using System.Text.Json;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>Static Analysis Results Interchange Format 2.1.0; the numbers are sections of the OASIS standard.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>The version of the tool.</summary>
    internal static string Version { get; } = typeof(SarifReport).Assembly.GetName().Version!.ToString(3);

    internal static void Write(Utf8JsonWriter writer, FindingGuide guide, ImmutableArray<Finding> general, ImmutableArray<BuildResult> results)
    {
        var rules = general.Concat(results.SelectMany(static result => result.Findings)).Select(static finding => finding.Rule).DistinctBy(static rule => rule.Code)
            .OrderBy(static rule => rule.Code, StringComparer.Ordinal).ToList();
        var indexes = rules.Index().ToDictionary(static rule => rule.Item.Code, static rule => rule.Index, StringComparer.Ordinal);
        writer.WriteStartObject();
        writer.WriteString("$schema"u8, Schema);
        writer.WriteString("version"u8, "2.1.0"u8);
        writer.WriteStartArray("runs"u8);
        writer.WriteStartObject();
        WriteTool(writer, guide, rules);
        writer.WriteString("language"u8, guide.Tag);
        // 3.14.17: columns are counted as .NET counts characters.
        writer.WriteString("columnKind"u8, "utf16CodeUnits"u8);
        WriteInvocation(writer, results);
        var articles = results.Select(static result => AddressOf(result.Source)).Distinct(StringComparer.Ordinal).Index().ToDictionary(static article => article.Item, static article => article.Index, StringComparer.Ordinal);
        WriteArtifacts(writer, articles);
        writer.WriteStartArray("results"u8);
        foreach (var finding in general)
        {
            WriteResult(writer, guide, finding, indexes[finding.Code], null);
        }

        foreach (var result in results)
        {
            var address = AddressOf(result.Source);
            foreach (var finding in result.Findings)
            {
                WriteResult(writer, guide, finding, indexes[finding.Code], (address, articles[address]));
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>3.18: the tool with the rules that were broken.</summary>
    private static void WriteTool(Utf8JsonWriter writer, FindingGuide guide, List<FindingRule> rules)
    {
        writer.WriteStartObject("tool"u8);
        writer.WriteStartObject("driver"u8);
        writer.WriteString("name"u8, "DocBuilder"u8);
        writer.WriteString("semanticVersion"u8, Version);
        writer.WriteString("language"u8, guide.Tag);
        writer.WriteStartArray("rules"u8);
        foreach (var rule in rules)
        {
            WriteRule(writer, guide, rule);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>3.49: a reporting descriptor.</summary>
    private static void WriteRule(Utf8JsonWriter writer, FindingGuide guide, FindingRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, rule.Code);
        if (guide.Page(rule.Code) is { } page)
        {
            WriteText(writer, "shortDescription", page.Title);
            WriteText(writer, "fullDescription", page.Explanation);
            writer.WriteStartObject("help"u8);
            writer.WriteString("text"u8, page.Advice + "\n\n" + page.Explanation);
            writer.WriteString("markdown"u8, $"**{page.Advice}**\n\n{page.Explanation}");
            writer.WriteEndObject();
        }

        writer.WriteStartObject("defaultConfiguration"u8);
        writer.WriteString("level"u8, Level(rule.Severity));
        writer.WriteEndObject();
        if (rule.Reference.Length > 0)
        {
            writer.WriteStartObject("properties"u8);
            writer.WriteStartArray("tags"u8);
            foreach (var reference in rule.Reference.Split("; "))
            {
                writer.WriteStringValue(reference);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>3.20: successful when every article was brought to its end.</summary>
    private static void WriteInvocation(Utf8JsonWriter writer, ImmutableArray<BuildResult> results)
    {
        writer.WriteStartArray("invocations"u8);
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful"u8, results.All(static result => result.Failure is null));
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>3.24: the articles, those without findings too.</summary>
    private static void WriteArtifacts(Utf8JsonWriter writer, Dictionary<string, int> articles)
    {
        writer.WriteStartArray("artifacts"u8);
        foreach (var address in articles.OrderBy(static article => article.Value).Select(static article => article.Key))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("location"u8);
            writer.WriteString("uri"u8, address);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>3.27: a result, with its place in an article when it has one.</summary>
    private static void WriteResult(Utf8JsonWriter writer, FindingGuide guide, Finding finding, int ruleIndex, (string Address, int Index)? article)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId"u8, finding.Code);
        writer.WriteNumber("ruleIndex"u8, ruleIndex);
        writer.WriteString("level"u8, Level(finding.Severity));
        WriteText(writer, "message", guide.Message(finding) + " " + guide.Advice(finding));
        if (article is { } place)
        {
            writer.WriteStartArray("locations"u8);
            writer.WriteStartObject();
            writer.WriteStartObject("physicalLocation"u8);
            writer.WriteStartObject("artifactLocation"u8);
            writer.WriteString("uri"u8, place.Address);
            writer.WriteNumber("index"u8, place.Index);
            writer.WriteEndObject();
            if (finding.Position.Line > 0)
            {
                writer.WriteStartObject("region"u8);
                writer.WriteNumber("startLine"u8, finding.Position.Line);
                if (finding.Position.Column > 0)
                {
                    writer.WriteNumber("startColumn"u8, finding.Position.Column);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
    }

    /// <summary>3.27.10: there is no level above an error.</summary>
    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Note => "note",
        FindingSeverity.Warning => "warning",
        _ => "error",
    };

    /// <summary>3.4.3: a URI reference (RFC 3986). A relative path stays relative, so that the report is the same on every machine.</summary>
    private static string AddressOf(string source) =>
        Path.IsPathFullyQualified(source)
            ? new Uri(source).AbsoluteUri
            : string.Join('/', source.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString));
}
