using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using DocBuilder.Documents;

namespace DocBuilder.Typesetting.Themes;

/// <summary>Reads theme files, those that come along and those of users alike. Everything wrong with a file is told, one sentence each.</summary>
internal sealed class ThemeReader
{
    private const int MostProblems = 20;
    private const int DeepestNesting = 8;
    private const int LongestQuote = 60;

    private readonly string _source;
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private ThemeReader(string source) => _source = source;

    /// <summary>Reads a theme.</summary>
    /// <param name="json">The file.</param>
    /// <param name="source">What to call the file in sentences.</param>
    /// <param name="start">The theme that a file adds to when it names none.</param>
    /// <param name="problems">What is wrong with it, one sentence each; empty when there is a theme.</param>
    /// <returns>The theme, on A4; null when something is wrong with it.</returns>
    public static Theme? Read(ReadOnlyMemory<byte> json, string source, Theme start, out ImmutableArray<string> problems)
    {
        var reader = new ThemeReader(source);
        var theme = reader.Read(json, start);
        problems = [.. reader._problems.Take(MostProblems)];
        return problems.IsEmpty ? theme.ForPaper(PageGeometry.A4.Width, PageGeometry.A4.Height) : null;
    }

    private Theme Read(ReadOnlyMemory<byte> json, Theme start)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        if (!Utf8.IsValid(json.Span))
        {
            Tell("the file is not in UTF-8.");
            return start;
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            return Read(document.RootElement, start);
        }
        catch (JsonException broken)
        {
            Tell(string.Create(CultureInfo.InvariantCulture, $"the JSON is broken, or nested deeper than {DeepestNesting}, at line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}."));
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json says to half of a surrogate pair, written as an escape.
            Tell("a text in it is no valid Unicode.");
        }

        return start;
    }

    private Theme Read(JsonElement root, Theme theme)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Tell("a theme must be an object, with braces around it.");
            return theme;
        }

        if (root.TryGetProperty(ThemeKeys.Extends, out var extends))
        {
            if (extends.ValueKind == JsonValueKind.String && ShippedThemes.Named(extends.GetString()!) is { } named)
            {
                theme = named with { Name = theme.Name };
            }
            else
            {
                Tell($"{ThemeKeys.Extends} must be one of {ShippedThemes.NameList}.");
            }
        }

        ReadObject(root, "", "", ThemeKeys.Theme, ref theme, ReadSpecial);
        if (_problems.Count == 0)
        {
            CheckTogether(theme);
        }

        return theme;
    }

    private delegate bool SpecialKey(JsonProperty property, ref Theme theme);

    /// <summary>Reads the keys of an object and of the objects in it.</summary>
    /// <param name="element">The object.</param>
    /// <param name="place">The path to it from the start of the file, with a dot at the end; empty for the file itself.</param>
    /// <param name="prefix">The part of that path that the keys' own paths begin with.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="target">What they set.</param>
    /// <param name="special">Reads what is no plain key.</param>
    private void ReadObject<T>(JsonElement element, string place, string prefix, ThemeKey<T>[] keys, ref T target, SpecialKey? special = null)
    {
        foreach (var property in element.EnumerateObject())
        {
            var name = property.Name;
            if (!_seen.Add(place + name))
            {
                Tell($"{place}{Quoted(name)} is there twice.");
            }
            else if (special is not null && target is Theme theme && special(property, ref theme))
            {
                target = (T)(object)theme;
            }
            else if (Array.Find(keys, key => key.Path.Length == prefix.Length + name.Length && key.Path.StartsWith(prefix, StringComparison.Ordinal) && key.Path.EndsWith(name, StringComparison.Ordinal)) is { } key)
            {
                if (!key.TrySet(ref target, property.Value))
                {
                    Tell($"{place}{name} must be {key.Allowed}.");
                }
            }
            else if (Array.Exists(keys, key => key.Path.StartsWith($"{prefix}{name}.", StringComparison.Ordinal)))
            {
                if (IsObject(property.Value, place + name))
                {
                    ReadObject(property.Value, $"{place}{name}.", $"{prefix}{name}.", keys, ref target);
                }
            }
            else
            {
                Tell($"there is no key {place}{Quoted(name)}; here it is one of {string.Join(", ", NamesAt(keys, prefix).Concat(special is null ? [] : [ThemeKeys.Headings, ThemeKeys.Scripts, ThemeKeys.Extends]))}.");
            }
        }
    }

    private bool ReadSpecial(JsonProperty property, ref Theme theme)
    {
        switch (property.Name)
        {
            case ThemeKeys.Schema or ThemeKeys.Extends:
                return true;
            case ThemeKeys.Scripts:
                ReadScripts(property.Value, ref theme);
                return true;
            case ThemeKeys.Headings:
                ReadHeadings(property.Value, ref theme);
                return true;
            default:
                return false;
        }
    }

    private void ReadScripts(JsonElement element, ref Theme theme)
    {
        if (!IsObject(element, ThemeKeys.Scripts))
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            var place = $"{ThemeKeys.Scripts}.{Quoted(property.Name)}";
            if (!ScriptKey.TryParse(property.Name, out var script, out var language))
            {
                Tell($"{place} is no script: it is a code of ISO 15924 such as Arab, one for a language such as ur-Arab, or {ScriptKey.Other}.");
            }
            else if (!_seen.Add(place))
            {
                Tell($"{place} is there twice.");
            }
            else if (IsObject(property.Value, place))
            {
                // A row that is not there yet begins as what would have been used without it.
                var row = theme.Scripts.FirstOrDefault(row => row.Script == script && row.Language == language)
                    ?? (theme.Scripts.IsEmpty ? new(script, language, []) : theme.TypographyFor(script, language ?? LanguageTag.Undetermined) with { Script = script, Language = language });
                ReadObject(property.Value, place + ".", "", ThemeKeys.Script, ref row);
                theme = theme with { Scripts = theme.Scripts.With(row) };
            }
        }
    }

    private void ReadHeadings(JsonElement element, ref Theme theme)
    {
        if (!IsObject(element, ThemeKeys.Headings))
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            var place = $"{ThemeKeys.Headings}.{Quoted(property.Name)}";
            if (property.Name is not [>= '1' and <= '6' and var digit])
            {
                Tell($"{place} is no level of headings: it is 1 to 6.");
            }
            else if (!_seen.Add(place))
            {
                Tell($"{place} is there twice.");
            }
            else if (IsObject(property.Value, place))
            {
                var heading = theme.Headings[digit - '1'];
                ReadObject(property.Value, place + ".", "", ThemeKeys.Heading, ref heading);
                theme = theme with { Headings = theme.Headings.SetItem(digit - '1', heading) };
            }
        }
    }

    /// <summary>What no value shows by itself.</summary>
    private void CheckTogether(Theme theme)
    {
        const double mostMargins = 0.7;
        var margins = theme.Margins;
        CheckMargins("inner", "outer", "width", margins.Inner + margins.Outer);
        CheckMargins("top", "bottom", "height", margins.Top + margins.Bottom);
        if (margins.ShortestLine > margins.LongestLine)
        {
            Tell(string.Create(CultureInfo.InvariantCulture, $"page.measure.shortest is {margins.ShortestLine}; it must not be more than page.measure.longest, {margins.LongestLine}."));
        }

        if (theme.TextSize < theme.MinimumSize)
        {
            Tell(string.Create(CultureInfo.InvariantCulture, $"text.size is {theme.TextSize}; it must not be less than text.minimum, {theme.MinimumSize}."));
        }

        var backgrounds = new[] { ("white paper", Contrast.White), ("colors.shade", theme.ShadeColor), ("colors.mark", theme.MarkColor) };
        foreach (var (key, color) in new[] { ("colors.text", theme.TextColor), ("colors.secondary", theme.SecondaryColor), ("colors.link", theme.LinkColor) })
        {
            foreach (var (background, behind) in backgrounds)
            {
                if (Contrast.Between(color, behind) is var ratio and < Contrast.LeastOfText)
                {
                    Tell(string.Create(CultureInfo.InvariantCulture, $"{key} has a contrast of {Math.Floor(ratio * 10) / 10:0.0}:1 on {background}; text needs at least {Contrast.LeastOfText}:1 (WCAG 2.2 1.4.6)."));
                    break;
                }
            }
        }

        void CheckMargins(string one, string other, string side, double sum)
        {
            if (sum > mostMargins)
            {
                Tell(string.Create(CultureInfo.InvariantCulture, $"page.margins.{one} and page.margins.{other} take {sum:0.##} of the page's {side}; together they must leave room for text, so {mostMargins} is the most."));
            }
        }
    }

    private bool IsObject(JsonElement element, string place)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        Tell($"{place} must be an object, with braces around it.");
        return false;
    }

    private static IEnumerable<string> NamesAt<T>(ThemeKey<T>[] keys, string prefix) => keys
        .Where(key => key.Path.StartsWith(prefix, StringComparison.Ordinal))
        .Select(key => key.Path[prefix.Length..].Split('.')[0])
        .Distinct();

    private static string Quoted(string name) => name.Length <= LongestQuote ? name : name[..LongestQuote] + "…";

    private void Tell(string sentence)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add($"{_source}: {sentence}");
        }
    }
}
