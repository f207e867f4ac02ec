using System.Collections.Immutable;
using System.Text.Json;
using DocBuilder.Documents;

namespace DocBuilder.Batches;

/// <summary>Writes and reads what is said of an article, the same in the manifest and in the journal.</summary>
internal static class BatchRecordJson
{
    public static void Write(Utf8JsonWriter json, BatchRecord record)
    {
        json.WriteStartObject();
        json.WriteString("source"u8, record.Source);
        json.WriteString("sha256"u8, record.Digest);
        json.WriteNumber("pictures"u8, record.Pictures);
        json.WriteString("picturesSha256"u8, record.PicturesDigest);
        json.WriteStartArray("editions"u8);
        foreach (var edition in record.Editions)
        {
            json.WriteStartObject();
            json.WriteString("edition"u8, NameOf(edition.Edition));
            json.WriteString("path"u8, edition.Path);
            json.WriteNumber("bytes"u8, edition.Bytes);
            json.WriteString("sha256"u8, edition.Digest);
            if (edition.Edition == Edition.Pdf)
            {
                json.WriteNumber("pages"u8, edition.Pages);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings"u8);
        foreach (var finding in record.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, finding.Code);
            json.WriteString("severity"u8, NameOf(finding.Severity));
            json.WriteNumber("line"u8, finding.Position.Line);
            json.WriteNumber("column"u8, finding.Position.Column);
            json.WriteString("message"u8, finding.Message);
            json.WriteString("advice"u8, finding.Advice);
            json.WriteString("reference"u8, finding.Reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads a record.</summary>
    /// <returns>The record; null when something is missing or is not what it should be.</returns>
    public static BatchRecord? Read(JsonElement element)
    {
        try
        {
            return new BatchRecord(
                Text(element, "source"),
                Text(element, "sha256"),
                element.GetProperty("pictures").GetInt32(),
                Text(element, "picturesSha256"),
                [.. element.GetProperty("editions").EnumerateArray().Select(ReadEdition)],
                [.. element.GetProperty("findings").EnumerateArray().Select(ReadFinding)]);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static EditionRecord ReadEdition(JsonElement element) => new(
        Text(element, "edition") == NameOf(Edition.Pdf) ? Edition.Pdf : Edition.Epub,
        Text(element, "path"),
        element.GetProperty("bytes").GetInt64(),
        Text(element, "sha256"),
        element.TryGetProperty("pages", out var pages) ? pages.GetInt32() : 0);

    private static Finding ReadFinding(JsonElement element) => new(
        Text(element, "code"),
        Enum.GetValues<FindingSeverity>().First(severity => NameOf(severity) == Text(element, "severity")),
        Text(element, "message"),
        Text(element, "advice"),
        new SourcePosition(element.GetProperty("line").GetInt32(), element.GetProperty("column").GetInt32()),
        Text(element, "reference"));

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static string NameOf(Edition edition) => edition == Edition.Pdf ? "pdf" : "epub";

    private static string NameOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Note => "note",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Error => "error",
        _ => "fatal",
    };
}
