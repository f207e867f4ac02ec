using System.Text;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>Cuts faces down to what a document uses, with HarfBuzz. The same face and the same request give the same bytes.</summary>
public static class FontSubsetter
{
    // What rendering in a browser needs. Hints, digital signatures, vertical metrics, bitmaps and Apple's or Graphite's layout stay behind.
    private static readonly string[] TablesForText =
        ["CFF ", "GDEF", "GPOS", "GSUB", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"];

    private const string Mathematics = "MATH";

    // Alternates for justification, which no reading system applies; they are a large part of Amiri.
    private const string JustificationAlternates = "jalt";

    // Shapers apply them beside U+2044 alone.
    private static readonly string[] Fractions = ["dnom", "frac", "numr"];
    private static readonly Rune Joiner = new(0x200D);
    private static readonly Rune FractionSlash = new(0x2044);

    // In characters, all together; offsets in the table have 16 bits. The OFL's whole text has 4,400.
    private const int LongestNames = 30_000;

    private static readonly int[] KeptNames =
    [
        NameTable.Copyright, NameTable.Family, NameTable.Subfamily, NameTable.UniqueIdentifier, NameTable.FullName, NameTable.Version,
        NameTable.PostScriptName, NameTable.LicenseDescription, NameTable.LicenseUrl,
    ];

    /// <summary>A file that sets text of these characters as the face does, for an EPUB: every glyph that shaping can reach from them, and the rules for it.</summary>
    /// <param name="face">The face; of a variable one the default instance.</param>
    /// <param name="characters">The text's characters. Those that the face has not are passed over.</param>
    /// <returns>The file; its names say whose it is and under which licence, and no longer a name that its makers reserve.</returns>
    /// <exception cref="InvalidDataException">The font is too broken to be subset.</exception>
    public static byte[] SubsetCharacters(FontFace face, IReadOnlyCollection<Rune> characters)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(characters);
        return WithNames(face, Subset(face, characters, [], SubsetFlags.NoHinting, out _));
    }

    /// <summary>A file that sets formulas of these characters as the face does: also its proportions for them, and their signs in all sizes (OpenType "MATH").</summary>
    /// <param name="face">The face, which has them.</param>
    /// <param name="characters">The formulas' characters. Those that the face has not are passed over.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InvalidDataException">The font is too broken to be subset.</exception>
    public static byte[] SubsetMathematics(FontFace face, IReadOnlyCollection<Rune> characters)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(characters);
        return WithNames(face, Subset(face, characters, [], SubsetFlags.NoHinting, out _, Mathematics));
    }

    /// <summary>
    /// A file that sets these texts as the face does, and hardly any other: for faces whose rules for all that could be written with the
    /// characters are many times what the texts need, as in Nastaliq. Every character can be set alone and joined to others.
    /// </summary>
    /// <param name="face">The face; of a variable one the default instance.</param>
    /// <param name="characters">The texts' characters, and others that may be wanted.</param>
    /// <param name="texts">The texts, each with its language; of one script and direction.</param>
    /// <returns>The file; null when it would set one of the texts differently.</returns>
    /// <exception cref="InvalidDataException">The font is too broken to be subset.</exception>
    public static byte[]? SubsetTexts(FontFace face, IReadOnlyCollection<Rune> characters, IReadOnlyCollection<(string Text, string Language)> texts)
    {
        ArgumentNullException.ThrowIfNull(face);
        ArgumentNullException.ThrowIfNull(characters);
        ArgumentNullException.ThrowIfNull(texts);
        var language = texts.Count == 0 ? "und" : texts.First().Language;
        List<(string Text, string Language)> all = [.. texts, .. characters.SelectMany(static rune => Forms(rune)).Select(form => (form, language))];
        var trace = new ShapingTrace(face);
        foreach (var (text, of) in all)
        {
            trace.Add(text, of);
        }

        var file = Subset(face, characters.Append(Joiner), trace.Glyphs, SubsetFlags.NoHinting | SubsetFlags.NoLayoutClosure, out var newIds);
        using var subset = FontFace.Read(file);
        return all.TrueForAll(entry => trace.IsSameIn(subset, newIds, entry.Text, entry.Language)) ? WithNames(face, file) : null;
    }

    // Alone, at the beginning, in the middle and at the end of a joined group: the joiner asks for a form without a neighbour.
    private static IEnumerable<string> Forms(Rune rune) => [$"{rune}", $"{rune}{Joiner}", $"{Joiner}{rune}{Joiner}", $"{Joiner}{rune}"];

    private static byte[] Subset(FontFace face, IEnumerable<Rune> characters, IEnumerable<ushort> glyphs, SubsetFlags flags, out IReadOnlyDictionary<ushort, ushort> newIds, params ReadOnlySpan<string> alsoKept)
    {
        var closure = ShapingClosure.Of(face, characters);
        using var input = new SubsetInput(flags);
        input
            .Add(SubsetSet.Unicode, closure.Select(rune => (uint)rune.Value))
            .Add(SubsetSet.GlyphIndex, glyphs.Select(glyph => (uint)glyph))
            .Add(SubsetSet.DropTableTag, TagsExcept(face, [.. TablesForText, .. alsoKept]))
            .Remove(SubsetSet.LayoutFeatureTag, Sfnt.Tag(JustificationAlternates))
            .Clear(SubsetSet.NameId);
        if (!closure.Contains(FractionSlash))
        {
            foreach (var feature in Fractions)
            {
                input.Remove(SubsetSet.LayoutFeatureTag, Sfnt.Tag(feature));
            }
        }

        return input.Run(face, out newIds);
    }

    private static IEnumerable<uint> TagsExcept(FontFace face, string[] kept) => face.Tables.Tags.Except(kept).Select(Sfnt.Tag);

    private static byte[] WithNames(FontFace face, byte[] file)
    {
        var original = face.Tables.Span("name");
        var names = new SortedDictionary<int, string>();
        var room = LongestNames;
        foreach (var nameId in KeptNames)
        {
            if (NameTable.Find(original, nameId) is { } text && text.Length <= room)
            {
                names[nameId] = text;
                room -= text.Length;
            }
        }

        if (names.Values.Any(text => text.Contains("Reserved Font Name", StringComparison.OrdinalIgnoreCase)))
        {
            // OFL 1.1, condition 3: a modified version, which a subset is, may not go by the reserved name.
            names[NameTable.Family] = "Embedded Font";
            names[NameTable.FullName] = $"Embedded Font {face.SubfamilyName}";
            names[NameTable.UniqueIdentifier] = $"{face.Version};{names[NameTable.FullName]}";
            names[NameTable.PostScriptName] = $"EmbeddedFont-{face.SubfamilyName.Replace(" ", "", StringComparison.Ordinal)}";
        }

        var subset = Sfnt.Parse(file);
        var builder = new SfntBuilder(subset.Version);
        foreach (var tag in subset.Tags)
        {
            if (subset.TryTable(tag, out var table))
            {
                builder.Add(tag, table);
            }
        }

        return builder.Add("name", NameTable.Write(names)).ToArray();
    }
}
