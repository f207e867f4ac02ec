using System.Text.Encodings.Web;
using System.Text.Json;

namespace DocBuilder.Fonts;

/// <summary>Writes the catalogue as JSON. What a font does not say is left out.</summary>
internal static class FontCatalogueJson
{
    // Arabic stays readable; the output is no part of an HTML page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(Stream output, FindingGuide guide, FontCatalogue catalogue)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("theme"u8, PrintTheme.Default.Name);
        json.WriteStartArray("families"u8);
        foreach (var family in catalogue.Families)
        {
            WriteFamily(json, family);
        }

        json.WriteEndArray();
        JsonReport.WriteFindings(json, guide, catalogue.Findings);
        json.WriteEndObject();
    }

    private static void WriteFamily(Utf8JsonWriter json, FontFamily family)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, family.Name);
        json.WriteBoolean("shipped"u8, family.IsShipped);
        json.WriteStartArray("uses"u8);
        foreach (var use in family.Uses)
        {
            WriteUse(json, use);
        }

        json.WriteEndArray();
        json.WriteStartArray("styles"u8);
        foreach (var style in family.Styles)
        {
            WriteStyle(json, style);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteUse(Utf8JsonWriter json, FontUse use)
    {
        json.WriteStartObject();
        json.WriteString("place"u8, JsonNamingPolicy.CamelCase.ConvertName(use.Place.ToString()));
        Text(json, "script"u8, use.Script?.Code);
        Text(json, "language"u8, use.Language);
        json.WriteBoolean("first"u8, use.IsFirst);
        json.WriteEndObject();
    }

    private static void WriteStyle(Utf8JsonWriter json, FontStyle style)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, style.Name);
        json.WriteNumber("weight"u8, style.Weight);
        json.WriteBoolean("italic"u8, style.IsItalic);
        json.WriteNumber("width"u8, style.WidthClass);
        json.WriteString("version"u8, style.Version);
        Text(json, "file"u8, style.File);
        json.WriteNumber("characters"u8, style.CharacterCount);
        json.WriteStartArray("scripts"u8);
        foreach (var script in style.Scripts)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, script.Code);
            json.WriteString("name"u8, script.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Text(json, "license"u8, style.License);
        Text(json, "licenseUrl"u8, style.LicenseUrl);
        json.WriteString("embedding"u8, JsonNamingPolicy.CamelCase.ConvertName(style.Embedding.ToString()));
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(key, value);
        }
    }
}
