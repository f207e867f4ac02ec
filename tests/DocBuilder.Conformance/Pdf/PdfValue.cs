using System.Globalization;
using System.Text.Json;

namespace DocBuilder.Conformance.Pdf;

/// <summary>An object of a PDF as qpdf's JSON shows it; references are followed, and what is missing is null and not an error.</summary>
internal readonly struct PdfValue(PdfFile? file, JsonElement json, string? reference = null)
{
    /// <summary>The reference that led here ("12 0 R"), or null for a direct object.</summary>
    public string? Reference { get; } = reference;

    public JsonElement Json { get; } = json;

    public bool IsNull => Json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public bool IsDictionary => Dictionary.ValueKind == JsonValueKind.Object;

    public bool IsStream => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("stream", out _);

    public bool IsArray => Json.ValueKind == JsonValueKind.Array;

    public bool IsNumber => Json.ValueKind == JsonValueKind.Number;

    /// <summary>A name without its slash; null for anything else.</summary>
    public string? Name => Raw is { } text && text.StartsWith('/') ? text[1..] : null;

    /// <summary>A text string; a byte string comes as hexadecimal digits. Null for anything else.</summary>
    public string? Text => Raw is { } text
        && (text.StartsWith("u:", StringComparison.Ordinal) || text.StartsWith("b:", StringComparison.Ordinal)) ? text[2..] : null;

    public bool? Boolean => Json.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    public double Number => IsNumber ? Json.GetDouble() : double.NaN;

    public int Integer => IsNumber && Json.TryGetInt32(out var value) ? value : throw new FormatException($"Not an integer: {Json}");

    /// <summary>The members of an array; a single object is an array of one, null is empty.</summary>
    public IEnumerable<PdfValue> Items
    {
        get
        {
            if (IsNull)
            {
                yield break;
            }

            if (!IsArray)
            {
                yield return this;
                yield break;
            }

            foreach (var item in Json.EnumerateArray())
            {
                yield return Wrap(item);
            }
        }
    }

    public IEnumerable<string> Keys => IsDictionary ? Dictionary.EnumerateObject().Select(property => property.Name[1..]) : [];

    public PdfValue this[string key] => IsDictionary && Dictionary.TryGetProperty("/" + key, out var value) ? Wrap(value) : default;

    /// <summary>The stream's bytes as they stand in the file.</summary>
    public byte[] RawBytes => IsStream && Json.GetProperty("stream").TryGetProperty("data", out var data) ? data.GetBytesFromBase64() : [];

    /// <summary>The stream's bytes with its filters undone (FlateDecode only).</summary>
    public byte[] Bytes => PdfFilters.Decode(this);

    public override string ToString() => Reference ?? (IsNull ? "null" : Json.ToString());

    private JsonElement Dictionary => IsStream ? Json.GetProperty("stream").GetProperty("dict") : Json.ValueKind == JsonValueKind.Object
        ? Json : default;

    private string? Raw => Json.ValueKind == JsonValueKind.String ? Json.GetString() : null;

    private PdfValue Wrap(JsonElement element) =>
        file is not null && element.ValueKind == JsonValueKind.String && IsReference(element.GetString()!)
            ? file.Object(element.GetString()!) : new(file, element);

    internal static bool IsReference(string text) =>
        text.EndsWith(" R", StringComparison.Ordinal) && char.IsAsciiDigit(text[0]) && text.Split(' ') is [var number, var generation, _]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && int.TryParse(generation, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
