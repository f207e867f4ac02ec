using System.Text.Encodings.Web;
using System.Text.Json;
using DocBuilder.Documents;
using DocBuilder.Documents.Announcements;

namespace DocBuilder.Inspection;

/// <summary>Writes announcements as JSON. What an element does not have is left out.</summary>
internal static class AnnouncementJson
{
    // Arabic stays readable; the output is no part of an HTML page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4096 };

    internal static void Write(Stream output, InspectionResult result)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("source", Whole(result.Source));
        if (result.Edition is { } edition)
        {
            WriteEdition(json, edition);
        }

        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEdition(Utf8JsonWriter json, InspectedEdition edition)
    {
        json.WriteString("format", edition.Format == EditionFormat.Pdf ? "pdf" : "epub");
        Text(json, "version", edition.Version);
        Text(json, "title", edition.Title);
        Text(json, "language", edition.Language);
        json.WriteBoolean("tagged", edition.IsTagged);
        json.WriteStartArray("pages");
        foreach (var page in edition.Pages)
        {
            json.WriteStringValue(Whole(page));
        }

        json.WriteEndArray();
        json.WriteStartArray("navigation");
        foreach (var entry in edition.Navigation)
        {
            json.WriteStartObject();
            json.WriteNumber("level", entry.Level);
            json.WriteString("text", Whole(entry.Text));
            Text(json, "target", entry.Target);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("contents");
        foreach (var announcement in edition.Contents)
        {
            Write(json, announcement);
        }

        json.WriteEndArray();
    }

    // The tree is no deeper than Limits.Depth.
    private static void Write(Utf8JsonWriter json, Announcement announcement)
    {
        json.WriteStartObject();
        json.WriteString("role", JsonNamingPolicy.CamelCase.ConvertName(announcement.Role.ToString()));
        Text(json, "tag", announcement.Tag);
        Text(json, "ownTag", announcement.OwnTag);
        Number(json, "level", announcement.Level, 0);
        Text(json, "language", announcement.Language);
        Text(json, "text", announcement.Text);
        Text(json, "alternative", announcement.Alternative);
        Text(json, "actualText", announcement.ActualText);
        Text(json, "expansion", announcement.Expansion);
        Text(json, "title", announcement.Title);
        Text(json, "id", announcement.Id);
        Text(json, "numbering", announcement.Numbering);
        Text(json, "scope", announcement.Scope);
        Text(json, "headers", announcement.Headers);
        Number(json, "rowSpan", announcement.RowSpan, 1);
        Number(json, "columnSpan", announcement.ColumnSpan, 1);
        Text(json, "target", announcement.Target);
        Text(json, "targetPage", announcement.TargetPage);
        if (announcement.IsTargetInside)
        {
            json.WriteBoolean("targetInside", true);
        }

        Text(json, "page", announcement.Page);
        if (announcement.Role == AnnouncementRole.List)
        {
            json.WriteNumber("items", announcement.ItemCount());
        }
        else if (announcement.Role == AnnouncementRole.Table)
        {
            var (rows, columns) = TableExtent.Of(announcement);
            json.WriteNumber("rows", rows);
            json.WriteNumber("columns", columns);
        }

        if (announcement.Children.Length > 0)
        {
            json.WriteStartArray("children");
            foreach (var child in announcement.Children)
            {
                Write(json, child);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", JsonNamingPolicy.CamelCase.ConvertName(finding.Severity.ToString()));
        json.WriteString("message", Whole(finding.Message));
        Text(json, "advice", finding.Advice);
        Text(json, "reference", finding.Reference);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(key, Whole(value));
        }
    }

    /// <summary>A broken file can hold halves of surrogate pairs, which have no place in UTF-8.</summary>
    private static string Whole(string text) => text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;

    private static void Number(Utf8JsonWriter json, string key, int value, int usual)
    {
        if (value != usual)
        {
            json.WriteNumber(key, value);
        }
    }
}
