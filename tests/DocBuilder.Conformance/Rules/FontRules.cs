using System.Text;
using System.Text.RegularExpressions;
using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>Fonts: ISO 14289-1, 7.21; ISO 19005-2, 6.2.11. All of ours are composite fonts with TrueType outlines.</summary>
internal static partial class FontRules
{
    // What is meant to be read of a dictionary.
    private static readonly string[] TextKeys = ["ActualText", "Alt", "E", "Contents", "Title", "T", "Desc", "P"];

    public static IReadOnlyList<Rule> Rows { get; } =
    [
        new("a23 6.2.11.2-1 6.2.11.2-2 6.2.11.2-3, a4 6.2.10.2-1 6.2.10.2-2 6.2.10.2-3", "Font dictionaries have Type, Subtype and BaseFont.", file => Faulty(file, font =>
            font.Dictionary["Type"].Name == "Font" && font.Dictionary["Subtype"].Name == "Type0"
                && font.Dictionary["BaseFont"].Name is not null
                && font.Descendant["Type"].Name == "Font" && font.Descendant["Subtype"].Name == "CIDFontType2"
                    && font.Descendant["BaseFont"].Name is not null)),
        new("ua1 7.21.3.1-1 7.21.3.3-1, a23 6.2.11.3.1-1 6.2.11.3.3-1, ua2 8.4.5.3.1-1 8.4.5.4-1, a4 6.2.10.3.1-1 6.2.10.3.3-1", "Codes are CIDs: Identity-H.",
            file => Faulty(file, font => font.Dictionary["Encoding"].Name == "Identity-H")),
        new("ua1 7.21.3.2-1, a23 6.2.11.3.2-1, ua2 8.4.5.3.2-1, a4 6.2.10.3.2-1", "There is a CIDToGIDMap.", file =>
            Faulty(file, font => font.Descendant["CIDToGIDMap"] is var map && (map.IsStream || map.Name == "Identity"))),
        new("ua1 7.21.3.3-3, a23 6.1.13-10 6.2.11.3.3-3, ua2 8.4.5.4-3, a4 6.2.10.3.3-3", "ToUnicode builds on no other CMap, and CIDs keep below 65,536.", file =>
            Faulty(file, font => font.ToUnicode is { UsesAnother: false } map && map.Texts.Keys.All(code => code <= 0xFFFF))),
        new("ua1 7.21.4.1-1, a23 6.2.11.4.1-1 6.2.11.2-7, ua2 8.4.5.5.1-1, a4 6.2.10.4.1-1 6.2.10.2-7", "The program is embedded, whole, as TrueType.", file =>
            file.Fonts.Where(font => font.Program is not { IsTrueType: true }).Select(font => font.ToString())
                .Concat(file.Fonts.SelectMany(font => font.Program?.Faults().Select(fault => $"{font}: {fault}") ?? []))),
        new("pdf 9.9", "The name of a subset begins with a tag of six letters, the same in all three places.", file => Faulty(file, font =>
            font.Dictionary["BaseFont"].Name is { } name && SubsetTag().IsMatch(name) && font.Descendant["BaseFont"].Name == name
                && font.Descriptor["FontName"].Name == name)),
        new("ua1 7.21.4.1-2 7.21.8-1, a23 6.2.11.4.1-2 6.2.11.8-1, ua2 8.4.5.5.1-2 8.4.5.9-1, a4 6.2.10.4.1-2 6.2.10.9-1", "Every glyph shown is in the program, and none is .notdef.", file =>
            Codes(file, (font, cid) => font.GlyphOf(cid) is > 0 and var glyph && glyph < font.Program?.GlyphCount)),
        new("ua1 7.21.4.2-2, a23 6.2.11.4.2-2", "There is no CIDSet.", file => Faulty(file, font => font.Descriptor["CIDSet"].IsNull)),
        new("ua1 7.21.5-1, a23 6.2.11.5-1, ua2 8.4.5.6-1, a4 6.2.10.5-1", "Widths are the program's own within a thousandth of an em.", file =>
            Codes(file, (font, cid) => font.Program is { } program && font.GlyphOf(cid) is { } glyph && glyph < program.GlyphCount
                && Math.Abs(program.Width(glyph) - font.WidthOf(cid)) <= 1)),
        new("ua1 7.21.7-1, a23 6.2.11.7.2-1, ua2 8.4.5.8-1", "Every code shown has a character.",
            file => Codes(file, (font, cid) => TextOf(font, cid).Length > 0)),
        new("ua1 7.21.7-2, a23 6.2.11.7.2-2, ua2 8.4.5.8-2, a4 6.2.10.7-1", "No code stands for U+0000, U+FEFF or U+FFFE.",
            file => Codes(file, (font, cid) => TextOf(font, cid).IndexOfAny(['\0', '\uFEFF', '\uFFFE']) < 0)),
        new("a23 6.2.11.7.3-1, ua2 8.4.3-1", "No code stands for a private-use character.",
            file => Codes(file, (font, cid) => !TextOf(font, cid).EnumerateRunes().Any(IsPrivate))),
        new("ua2 8.4.3-2 8.4.3-3 8.6-1, a4 6.2.10.8-1", "No text of the file's own holds a private-use character.", file =>
            file.Dictionaries.SelectMany(value => TextKeys.Select(key => value[key].Text)).OfType<string>()
                .Where(text => text.EnumerateRunes().Any(IsPrivate))),
        new("pdf 9.10.3", "A code stands for exactly one character, and for no presentation form.", file =>
            Codes(file, (font, cid) => TextOf(font, cid).EnumerateRunes().ToArray() is [var rune] && !IsPresentationForm(rune))),
        new("pdf 9.8", "Descriptors tell what a substitute would need.", file => Faulty(file, font =>
            font.Descriptor["Flags"].IsNumber && (font.Descriptor["Flags"].Integer & 4) == 4
                && new[] { "FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV" }.All(
                key => !font.Descriptor[key].IsNull))),
        Rule.None("ua1 7.21.4.2-1 7.21.6-1 7.21.6-2 7.21.6-3 7.21.6-4, a23 6.2.11.2-4 6.2.11.2-5 6.2.11.2-6 6.2.11.4.2-1 6.2.11.6-1 6.2.11.6-2 6.2.11.6-3 6.2.11.6-4, ua2 8.4.5.7-1 8.4.5.7-2 8.4.5.7-3 8.4.5.7-4, a4 6.2.10.2-4 6.2.10.2-5 6.2.10.2-6 6.2.10.6-1 6.2.10.6-2 6.2.10.6-3 6.2.10.6-4",
            "We write no simple fonts.", value => value["Type"].Name == "Font" && value["Subtype"].Name is not ("Type0" or "CIDFontType2")),
        Rule.None("ua1 7.21.3.3-2, a23 6.2.11.3.3-2, ua2 8.4.5.4-2, a4 6.2.10.3.3-2", "We embed no encoding CMaps.", value => value["Encoding"].IsStream),
    ];

    private static IEnumerable<string> Faulty(PdfFile file, Func<EmbeddedFont, bool> isRight) => file.Fonts.Where(font => !isRight(font))
        .Select(font => font.ToString());

    private static IEnumerable<string> Codes(PdfFile file, Func<EmbeddedFont, int, bool> isRight) =>
        from font in file.Fonts
        from cid in font.UsedCodes
        where !isRight(font, cid)
        select $"{font} CID {cid} GID {font.GlyphOf(cid)} \"{TextOf(font, cid)}\" width {font.WidthOf(cid)}";

    private static string TextOf(EmbeddedFont font, int cid) => font.ToUnicode?.Texts.GetValueOrDefault(cid) ?? "";

    private static bool IsPrivate(Rune rune) => rune.Value is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000;

    // Arabic Presentation Forms A and B, but not the ornate parentheses and the ligatures that are characters of their own (the Basmala and its like), and the Latin and Hebrew ones.
    private static bool IsPresentationForm(Rune rune) =>
        rune.Value is (>= 0xFB00 and <= 0xFB4F) or (>= 0xFB50 and <= 0xFBB1) or (>= 0xFBD3 and <= 0xFD3D)
        or (>= 0xFD50 and <= 0xFDC7) or (>= 0xFE70 and <= 0xFEFC);

    [GeneratedRegex(@"^[A-Z]{6}\+.")]
    private static partial Regex SubsetTag();
}
