using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Typesetting.Themes;

/// <summary>A key of a theme file: what its value is, and what it sets.</summary>
/// <typeparam name="T">What holds the value: a theme, or a part of one.</typeparam>
/// <param name="Path">The names from the outermost object inwards, with dots between.</param>
/// <param name="Kind">What the value is.</param>
/// <param name="Least">The least number allowed.</param>
/// <param name="Most">The largest number allowed.</param>
/// <param name="Set">Sets the value; the object it gives is the same in all else.</param>
internal sealed record ThemeKey<T>(string Path, ThemeValueKind Kind, double Least, double Most, Func<T, ThemeValue, T> Set)
{
    /// <summary>What is allowed, to complete "… must be".</summary>
    public string Allowed => Kind switch
    {
        ThemeValueKind.Number => string.Create(CultureInfo.InvariantCulture, $"a number from {Least} to {Most}"),
        ThemeValueKind.Flag => "true or false",
        ThemeValueKind.Color => "a colour such as \"#14446E\"",
        ThemeValueKind.Families => $"a list of 1 to {ThemeValue.MostFamilies} names of font families",
        _ => $"a text of 1 to {ThemeValue.LongestWord} characters",
    };

    public static ThemeKey<T> Number(string path, double least, double most, Func<T, double, T> set) => new(path, ThemeValueKind.Number, least, most, (target, value) => set(target, value.Number));

    public static ThemeKey<T> Flag(string path, Func<T, bool, T> set) => new(path, ThemeValueKind.Flag, 0, 0, (target, value) => set(target, value.Flag));

    public static ThemeKey<T> Color(string path, Func<T, Color, T> set) => new(path, ThemeValueKind.Color, 0, 0, (target, value) => set(target, value.Color));

    public static ThemeKey<T> Families(string path, Func<T, ImmutableArray<string>, T> set) => new(path, ThemeValueKind.Families, 0, 0, (target, value) => set(target, value.Families));

    public static ThemeKey<T> Word(string path, Func<T, string, T> set) => new(path, ThemeValueKind.Word, 0, 0, (target, value) => set(target, value.Word));

    /// <summary>The target with the value of an element; false when the element is not what is allowed.</summary>
    public bool TrySet(ref T target, JsonElement element)
    {
        if (!ThemeValue.TryRead(element, Kind, out var value) || (Kind == ThemeValueKind.Number && !(value.Number >= Least && value.Number <= Most)))
        {
            return false;
        }

        target = Set(target, value);
        return true;
    }
}

/// <summary>What the value of a key is.</summary>
internal enum ThemeValueKind
{
    Number,
    Flag,
    Color,
    Families,
    Word,
}

/// <summary>A value as read; only the part that its kind asks for is there.</summary>
internal readonly record struct ThemeValue(double Number, bool Flag, Color Color, ImmutableArray<string> Families, string Word)
{
    public const int MostFamilies = 32;
    public const int LongestWord = 200;

    public static bool TryRead(JsonElement element, ThemeValueKind kind, out ThemeValue value)
    {
        value = default;
        switch (kind)
        {
            case ThemeValueKind.Number when element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number):
                value = value with { Number = number };
                return true;
            case ThemeValueKind.Flag when element.ValueKind is JsonValueKind.True or JsonValueKind.False:
                value = value with { Flag = element.GetBoolean() };
                return true;
            case ThemeValueKind.Color when element.ValueKind == JsonValueKind.String && TryParseColor(element.GetString()!, out var color):
                value = value with { Color = color };
                return true;
            case ThemeValueKind.Families when element.ValueKind == JsonValueKind.Array && element.GetArrayLength() is > 0 and <= MostFamilies && element.EnumerateArray().All(IsWord):
                value = value with { Families = [.. element.EnumerateArray().Select(static name => name.GetString()!)] };
                return true;
            case ThemeValueKind.Word when IsWord(element):
                value = value with { Word = element.GetString()! };
                return true;
            default:
                return false;
        }
    }

    private static bool IsWord(JsonElement element) => element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 and <= LongestWord };

    private static bool TryParseColor(string text, out Color color)
    {
        color = default;
        if (text is not ['#', _, _, _, _, _, _] || !uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            return false;
        }

        color = new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }
}
