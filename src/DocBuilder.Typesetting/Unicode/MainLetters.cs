using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace DocBuilder.Typesetting.Unicode;

/// <summary>
/// The letters that a script is known by: its first 40 in Unicode, which are the alphabet itself in all scripts but those in the table here. Where a script
/// has no letters (Braille, SignWriting), its first 40 signs.
/// </summary>
internal static class MainLetters
{
    // More than most alphabets have in one case, and less than the second alphabet of a script of two.
    private const int Most = 40;

    /// <summary>Scripts that do not begin with what is written most: with parts of syllables, with rare ideographs, with the letters of old church books.</summary>
    private static readonly FrozenDictionary<Script, string> NotTheFirst = new Dictionary<Script, string>
    {
        // Written alike, and common, in Chinese of both kinds, Japanese and Korean.
        [Script.Han] = "一二三四五六七八九十上下大小中人口日月山川木水火土金石田目手心天文王生白年本百千",
        [Script.Hangul] = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후",
        [Script.Georgian] = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    }.ToFrozenDictionary();

    private static readonly Lazy<ImmutableArray<KeyValuePair<Script, ImmutableArray<Rune>>>> Scripts = new(Collect);

    /// <summary>Every script that has any, and its letters, by the script's name; Common and Inherited characters are of no script.</summary>
    public static ImmutableArray<KeyValuePair<Script, ImmutableArray<Rune>>> All => Scripts.Value;

    private static ImmutableArray<KeyValuePair<Script, ImmutableArray<Rune>>> Collect()
    {
        var scripts = Enum.GetValues<Script>();
        var letters = new List<Rune>[scripts.Length];
        var signs = new List<Rune>[scripts.Length];
        foreach (var script in scripts)
        {
            letters[(int)script] = NotTheFirst.TryGetValue(script, out var others) ? [.. others.EnumerateRunes()] : [];
            signs[(int)script] = [];
        }

        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
        {
            var script = UnicodeProperties.Script(codePoint);
            if (script is Script.Common or Script.Inherited or Script.Unknown || letters[(int)script].Count >= Most || NotTheFirst.ContainsKey(script))
            {
                continue;
            }

            var category = UnicodeProperties.GeneralCategory(codePoint);
            if (IsLetter(category))
            {
                letters[(int)script].Add(new Rune(codePoint));
            }
            else if (category == GeneralCategory.OtherSymbol && signs[(int)script].Count < Most)
            {
                signs[(int)script].Add(new Rune(codePoint));
            }
        }

        return
        [
            .. scripts.Select(script => KeyValuePair.Create(script, (letters[(int)script] is { Count: > 0 } own ? own : signs[(int)script]).ToImmutableArray()))
                .Where(static entry => entry.Value.Length > 0)
                .OrderBy(static entry => entry.Key.ToString(), StringComparer.Ordinal),
        ];
    }

    private static bool IsLetter(GeneralCategory category) => category
        is GeneralCategory.UppercaseLetter or GeneralCategory.LowercaseLetter or GeneralCategory.TitlecaseLetter or GeneralCategory.ModifierLetter or GeneralCategory.OtherLetter;
}
