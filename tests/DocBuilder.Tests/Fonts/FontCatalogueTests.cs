using System.Buffers.Binary;
using DocBuilder.Documents;
using DocBuilder.Fonts;
using DocBuilder.Tests.Building;
using DocBuilder.Typesetting.Fonts;
using Xunit;

namespace DocBuilder.Tests.Fonts;

public sealed class FontCatalogueTests : IDisposable
{
    private static readonly FindingGuide English = FindingGuide.In(MessageLanguage.English);
    private static readonly FindingGuide Arabic = FindingGuide.In(MessageLanguage.Arabic);
    private static readonly Lazy<FontCatalogue> Shipped = new(() => FontCatalogue.Read());

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_shipped_face_is_listed_once_under_its_family()
    {
        Assert.Empty(Shipped.Value.Findings);
        Assert.Equal(FontLibrary.Shipped.Faces.Select(face => face.Family).Distinct().Order(StringComparer.Ordinal), Shipped.Value.Families.Select(family => family.Name));
        Assert.Equal(
            FontLibrary.Shipped.Faces.Select(face => face.ToString()).Order(StringComparer.Ordinal),
            Shipped.Value.Families.SelectMany(family => family.Styles.Select(style => $"{family.Name} {style.Weight}{(style.IsItalic ? " italic" : "")}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_shipped_face_comes_under_the_ofl_and_may_be_embedded() =>
        Assert.All(Shipped.Value.Families, family =>
        {
            Assert.True(family.IsShipped);
            Assert.All(family.Styles, style =>
            {
                Assert.Contains("SIL Open Font License, Version 1.1", style.License, StringComparison.Ordinal);
                Assert.Matches(@"^https?://(openfontlicense\.org|scripts\.sil\.org/OFL)$", style.LicenseUrl);
                Assert.Equal((FontEmbedding.Installable, null), (style.Embedding, style.File));
            });
        });

    [Fact]
    public void Styles_stand_by_weight_and_upright_before_italic() =>
        Assert.Equal(["Regular", "Italic", "Bold", "Bold Italic"], Of("Source Serif 4", Shipped.Value).Styles.Select(style => style.Name));

    [Fact]
    public void Uses_are_those_of_the_theme_print()
    {
        var arabic = new FontScript("Arab", "Arabic");
        Assert.Equal(
            [
                new(FontPlace.Text, true) { Script = arabic, Language = "fa" }, new(FontPlace.Text, false) { Script = arabic, Language = "ur" },
                new(FontPlace.Text, false) { Script = arabic }, new(FontPlace.Fallback, false),
            ],
            Of("Noto Naskh Arabic", Shipped.Value).Uses);
        Assert.Contains(new FontUse(FontPlace.Text, true), Of("Source Serif 4", Shipped.Value).Uses);
        Assert.Equal([new(FontPlace.Code, true)], Of("Noto Sans Mono", Shipped.Value).Uses);
        Assert.Empty(Of("Vazirmatn", Shipped.Value).Uses);
    }

    [Fact]
    public void A_users_font_is_listed_with_its_file_and_for_what_no_other_font_has()
    {
        Put("mine/a.ttf", Named("Mine", "All rights reserved.", "https://example.org/licence"));

        var family = Of("Mine", Read());

        var style = Assert.Single(family.Styles);
        Assert.Equal((false, _folder["mine/a.ttf"], "All rights reserved.", "https://example.org/licence"), (family.IsShipped, style.File, style.License, style.LicenseUrl));
        Assert.Equal([new(FontPlace.Fallback, false)], family.Uses);
        Assert.Equal(
            [
                "Mine, from a folder of yours",
                $"  Regular, weight 400, 809 characters, in {_folder["mine/a.ttf"]}",
                "  Scripts: Arabic, Latin",
                "  In the theme print: characters that other fonts lack",
                "  Licence: All rights reserved. https://example.org/licence",
                "  Embedding: allowed",
            ],
            Lines(family, English));
    }

    [Fact]
    public void A_users_family_stands_before_the_shipped_one_whose_place_it_takes()
    {
        Put("a.ttf", Named("AMIRI"));

        var families = Read().Families;

        Assert.Equal([("AMIRI", false), ("Amiri", true)], families.Take(2).Select(family => (family.Name, family.IsShipped)));
        Assert.Equal(families[1].Uses, families[0].Uses);
    }

    [Fact]
    public void A_font_without_a_licence_says_so()
    {
        Put("a.ttf", Named("Mine"));

        var family = Of("Mine", Read());

        Assert.Contains("  Licence: not said in the font", Lines(family, English));
        Assert.Contains("  الرخصة: لم يذكرها الخط", Lines(family, Arabic));
    }

    [Fact]
    public void A_licence_that_fills_pages_is_cut_in_the_list_only()
    {
        var words = string.Concat(Enumerable.Repeat("You may, and you may not. ", 100)).Trim();
        Put("a.ttf", Named("Mine", words));

        var family = Of("Mine", Read());

        Assert.Equal(words, family.Styles[0].License);
        Assert.EndsWith(" …", Assert.Single(Lines(family, English), line => line.StartsWith("  Licence: You may", StringComparison.Ordinal) && line.Length < 250), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x0004, FontEmbedding.PreviewAndPrint, "allowed for reading and printing only")]
    [InlineData(0x0008, FontEmbedding.Editable, "allowed, but not to be installed from an edition")]
    public void What_a_font_allows_is_told(ushort fsType, FontEmbedding embedding, string words)
    {
        Put("a.ttf", Named("Mine", fsType: fsType));

        var family = Of("Mine", Read());

        Assert.Equal(embedding, family.Styles[0].Embedding);
        Assert.Contains("  Embedding: " + words, Lines(family, English));
    }

    [Fact]
    public void A_font_that_forbids_embedding_is_no_font_to_use()
    {
        Put("a.ttf", Named("Mine", fsType: 0x0002));

        var catalogue = Read();

        Assert.Equal("DB3106", Assert.Single(catalogue.Findings).Code);
        Assert.DoesNotContain(catalogue.Families, family => family.Name == "Mine");
    }

    [Fact]
    public void What_fonts_call_themselves_turns_and_commands_nothing()
    {
        Put("a.ttf", Named("Evil\u001b[2J\u202Ename", "\u2067license\n\u2028"));

        var lines = Lines(Assert.Single(Read().Families, family => !family.IsShipped), English);

        Assert.All(lines, line => Assert.DoesNotContain(line, letter => char.IsControl(letter) || letter is '\u202E' or '\u2067' or '\u2028'));
        Assert.Equal("Evil [2J\uFFFDname, from a folder of yours", lines[0]);
    }

    [Fact]
    public void The_words_of_the_list_are_said_in_arabic_too()
    {
        var scripts = Shipped.Value.Families.SelectMany(family => family.Styles).SelectMany(style => style.Scripts).Select(script => script.Name);
        Assert.All(FontCatalogueText.Phrases.Select(phrase => phrase.Words).Concat(scripts), words => Assert.NotEqual(words, Arabic.Word(words)));
        Assert.Equal(
            [
                "\u2068Frank Ruhl Libre\u2069، مع DocBuilder",
                "  \u2068Regular\u2069، الوزن \u2068400\u2069، المحارف: \u2068520\u2069",
                "  \u2068Bold\u2069، الوزن \u2068700\u2069، المحارف: \u2068520\u2069",
                "  نظم الكتابة: العبرية، اللاتينية",
                "  في السمة print: نص بالكتابة العبرية؛ محارف تنقص خطوطًا أخرى",
            ],
            Lines(Of("Frank Ruhl Libre", Shipped.Value), Arabic).Take(5));
    }

    [Fact]
    public void A_cancelled_look_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => FontCatalogue.Read([], cancelled.Token));
    }

    private FontCatalogue Read() => FontCatalogue.Read([_folder.Path], TestContext.Current.CancellationToken);

    private static FontFamily Of(string name, FontCatalogue catalogue) => Assert.Single(catalogue.Families, family => family.Name == name);

    private static string[] Lines(FontFamily family, FindingGuide guide) => [.. new FontCatalogue([family], []).ToLines(guide)];

    private static byte[] Named(string family, string? license = null, string? licenseUrl = null, ushort fsType = 0)
    {
        var tables = Sfnt.Parse(File.ReadAllBytes(Samples.File("fonts/vazirmatn/Vazirmatn-Regular.ttf")));
        var builder = new SfntBuilder(tables.Version);
        foreach (var tag in tables.Tags)
        {
            Assert.True(tables.TryTable(tag, out var table));
            builder.Add(tag, table);
        }

        Assert.True(tables.TryTable("OS/2", out var os2));
        var changed = os2.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(8), fsType);
        var names = new SortedDictionary<int, string> { [NameTable.Family] = family, [NameTable.Subfamily] = "Regular" };
        foreach (var (id, text) in new[] { (NameTable.LicenseDescription, license), (NameTable.LicenseUrl, licenseUrl) })
        {
            if (text is not null)
            {
                names[id] = text;
            }
        }

        return builder.Add("OS/2", changed).Add("name", NameTable.Write(names)).ToArray();
    }

    private void Put(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllBytes(_folder[name], bytes);
    }
}
