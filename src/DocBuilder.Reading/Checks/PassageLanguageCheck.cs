using System.Collections.Frozen;
using DocBuilder.Documents;

namespace DocBuilder.Reading.Checks;

/// <summary>Finds passages in letters that their language is not written in, such as an English paragraph that is marked as Arabic.</summary>
internal static class PassageLanguageCheck
{
    // Names and titles in another script are of no language (WCAG 2.2 3.1.2); sentences are longer.
    private const int FewestWordsOfBlock = 4;
    private const int FewestWordsInside = 8;

    private enum Script
    {
        None,
        Arabic,
        Hebrew,
        Latin,
        Greek,
        Cyrillic,
    }

    private static readonly FrozenDictionary<string, Script> ScriptOfLanguage = new Dictionary<string, Script>(StringComparer.Ordinal)
    {
        ["ar"] = Script.Arabic,
        ["fa"] = Script.Arabic,
        ["ur"] = Script.Arabic,
        ["ps"] = Script.Arabic,
        ["ckb"] = Script.Arabic,
        ["sd"] = Script.Arabic,
        ["ug"] = Script.Arabic,
        ["he"] = Script.Hebrew,
        ["yi"] = Script.Hebrew,
        ["el"] = Script.Greek,
        ["ru"] = Script.Cyrillic,
        ["uk"] = Script.Cyrillic,
        ["bg"] = Script.Cyrillic,
        ["be"] = Script.Cyrillic,
        ["mk"] = Script.Cyrillic,
        ["en"] = Script.Latin,
        ["fr"] = Script.Latin,
        ["de"] = Script.Latin,
        ["es"] = Script.Latin,
        ["it"] = Script.Latin,
        ["pt"] = Script.Latin,
        ["nl"] = Script.Latin,
        ["tr"] = Script.Latin,
        ["sv"] = Script.Latin,
        ["da"] = Script.Latin,
        ["nb"] = Script.Latin,
        ["nn"] = Script.Latin,
        ["no"] = Script.Latin,
        ["fi"] = Script.Latin,
        ["pl"] = Script.Latin,
        ["cs"] = Script.Latin,
        ["hu"] = Script.Latin,
        ["ro"] = Script.Latin,
        ["id"] = Script.Latin,
        ["ms"] = Script.Latin,
        ["sw"] = Script.Latin,
        ["so"] = Script.Latin,
        ["vi"] = Script.Latin,
        ["ca"] = Script.Latin,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Subtag, Script Script)[] ScriptSubtags =
        [("-Arab", Script.Arabic), ("-Aran", Script.Arabic), ("-Hebr", Script.Hebrew), ("-Latn", Script.Latin), ("-Grek", Script.Greek), ("-Cyrl", Script.Cyrillic)];

    public static void Run(List<BlockText> texts, FindingList findings)
    {
        foreach (var text in texts)
        {
            if (text.Block is not CodeBlock)
            {
                Check(text, findings);
            }
        }
    }

    private static void Check(BlockText text, FindingList findings)
    {
        int words = 0, run = 0, start = -1, longest = 0, at = -1;
        var part = -1;
        var expected = Script.None;
        foreach (var (index, length) in text.Places)
        {
            var script = ScriptOf(text.Words.AsSpan(index, length));
            for (; part + 1 < text.Segments.Length && text.Segments[part + 1].Start <= index; part++)
            {
                expected = Expected(text.Segments[part + 1].Text.Language);
            }

            if (script == Script.None || text.Segments[part].IsCode || IsPartOfAddress(text.Words, index, length))
            {
                continue;
            }

            words++;
            if (expected == Script.None || expected == script)
            {
                run = 0;
                continue;
            }

            start = run++ == 0 ? index : start;
            (longest, at) = run > longest ? (run, start) : (longest, at);
        }

        if (longest >= FewestWordsInside || (longest == words && longest >= FewestWordsOfBlock))
        {
            findings.Add(CheckFindings.PassageLanguage, text.PositionAt(at), WordScan.Excerpt(text.Words[at..]), text.SegmentAt(at).Text.Language);
        }
    }

    private static Script Expected(string language)
    {
        // A tag that names its script, such as az-Arab, has its own reason.
        foreach (var (subtag, script) in ScriptSubtags)
        {
            if (language.Contains(subtag, StringComparison.Ordinal))
            {
                return script;
            }
        }

        return ScriptOfLanguage.GetValueOrDefault(LanguageTag.Primary(language));
    }

    private static Script ScriptOf(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            switch (c)
            {
                case >= '\u0620' and <= '\u06D3' or >= '\u0750' and <= '\u077F': return Script.Arabic;
                case >= '\u05D0' and <= '\u05EA': return Script.Hebrew;
                case >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '\u00C0' and <= '\u024F': return Script.Latin;
                case >= '\u0370' and <= '\u03FF': return Script.Greek;
                case >= '\u0400' and <= '\u04FF': return Script.Cyrillic;
                default: break;
            }
        }

        return Script.None;
    }

    private static bool IsPartOfAddress(string words, int start, int length) =>
        (start > 0 && words[start - 1] is '/' or '@' or ':' or '.' or '_' or '=') || (start + length < words.Length && words[start + length] is '/' or '@' or '_' or '=');
}
