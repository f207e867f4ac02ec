using System.Buffers.Binary;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using Xunit;

namespace DocBuilder.Tests.Fonts;

public sealed class FontLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fonts").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_list_says_what_the_files_say()
    {
        Assert.Equal(28, FontLibrary.Shipped.Faces.Length);
        Assert.All(FontLibrary.Shipped.Faces, listed =>
            Assert.Equal((listed.Family, listed.Weight, listed.IsItalic), (listed.Face.FamilyName, listed.Face.Weight, listed.Face.IsItalic)));
    }

    [Fact]
    public void Every_shipped_family_lies_beside_its_licence()
    {
        foreach (var folder in Directory.GetDirectories(Samples.File("fonts")))
        {
            Assert.Contains("SIL OPEN FONT LICENSE Version 1.1", File.ReadAllText(Path.Combine(folder, "OFL.txt")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_table_of_the_fonts_names_every_face()
    {
        var table = File.ReadAllText(Samples.File("fonts/README.md"));
        Assert.All(FontLibrary.Shipped.Faces, listed =>
        {
            Assert.Contains($"| {listed.Family} |", table, StringComparison.Ordinal);
            Assert.Contains(listed.Face.Version, table, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Opening_one_face_opens_no_other()
    {
        var library = new FontLibrary(ShippedFonts.List());

        library.Find("Amiri", 700, false);

        Assert.Equal(["fonts/amiri/Amiri-Bold.ttf"], library.Faces.Where(face => face.IsOpen).Select(face => face.Origin));
    }

    [Fact]
    public void A_shipped_face_is_read_where_it_lies()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        new FontLibrary(ShippedFonts.List()).Find("Noto Sans Symbols 2", 400, false);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Theory]
    [InlineData("Source Serif 4", 400, true, "SourceSerif4-Italic")]
    [InlineData("source serif 4", 700, true, "SourceSerif4-BoldItalic")]
    [InlineData("Source Serif 4", 500, false, "SourceSerif4-Regular")]
    [InlineData("Source Serif 4", 600, false, "SourceSerif4-Bold")]
    [InlineData("Source Serif 4", 300, false, "SourceSerif4-Regular")]
    [InlineData("Amiri", 900, true, "Amiri-Bold")]
    [InlineData("Noto Emoji", 700, true, "NotoEmoji-Regular")]
    public void The_nearest_face_of_a_family_is_found(string family, int weight, bool italic, string postScriptName) =>
        Assert.Equal(postScriptName, FontLibrary.Shipped.Find(family, weight, italic)?.PostScriptName);

    [Fact]
    public void An_unknown_family_is_not_found() => Assert.Null(FontLibrary.Shipped.Find("Comic Sans MS", 400, false));

    [Fact]
    public void A_face_is_the_same_object_every_time() =>
        Assert.Same(FontLibrary.Shipped.Find("Amiri", 400, false), FontLibrary.Shipped.Find("Amiri", 300, true));

    [Fact]
    public void A_users_font_is_found_at_any_depth_and_wins_over_a_shipped_one()
    {
        Put("a/b/Amiri.TTF", Shipped("amiri/Amiri-Regular.ttf"));

        var library = FontLibrary.Shipped.With([_folder], out var findings);

        Assert.Empty(findings);
        Assert.NotSame(FontLibrary.Shipped.Find("Amiri", 400, false), library.Find("Amiri", 400, false));
        Assert.Same(FontLibrary.Shipped.Find("Amiri", 700, false), library.Find("Amiri", 700, false));
        Assert.Equal(29, library.Faces.Length);
    }

    [Fact]
    public void A_collection_gives_all_its_faces()
    {
        Put("two.ttc", Collection(Shipped("vazirmatn/Vazirmatn-Regular.ttf"), Shipped("noto-sans-hebrew/NotoSansHebrew-Bold.ttf")));

        var library = new FontLibrary([]).With([_folder], out var findings);

        Assert.Empty(findings);
        Assert.Equal(["Vazirmatn 400", "Noto Sans Hebrew 700"], library.Faces.Select(face => face.ToString()));
        var hebrew = library.Find("Noto Sans Hebrew", 700, false)!;
        using var opened = FontFace.Read(FontFiles.Cut(hebrew, [hebrew.GlyphFor(new('א'))]));
        Assert.Equal(GlyphOutline.Of(hebrew, hebrew.GlyphFor(new('א'))), GlyphOutline.Of(opened, 1));
    }

    [Theory]
    [InlineData(0x0000, true)]
    [InlineData(0x0002, false)] // restricted
    [InlineData(0x0004, true)] // preview and print
    [InlineData(0x0006, true)] // old fonts: the least restrictive holds
    [InlineData(0x0008, true)] // editable
    [InlineData(0x0108, false)] // no subsetting
    [InlineData(0x0200, false)] // bitmaps only
    public void A_font_is_used_only_as_its_licence_allows(ushort fsType, bool isUsed)
    {
        var font = Shipped("vazirmatn/Vazirmatn-Regular.ttf");
        Put("mine.ttf", WithTable(font, "OS/2", table => BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(8), fsType)));

        var library = new FontLibrary([]).With([_folder], out var findings);

        Assert.Equal(isUsed ? 1 : 0, library.Faces.Length);
        Assert.Equal(isUsed ? [] : ["DB3106"], findings.Select(finding => finding.Code));
        Assert.All(findings, finding => Assert.Contains("mine.ttf", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Broken_files_become_findings_with_their_names()
    {
        var font = Shipped("vazirmatn/Vazirmatn-Regular.ttf");
        Put("cut.ttf", font[..5000]);
        Put("empty.otf", []);
        Put("four.ttf", [0, 1, 0, 0]);
        Put("letters.ttf", "This is not a font at all, only text that somebody renamed."u8.ToArray());
        Put("noise.ttc", [.. "ttcf"u8, .. Enumerable.Repeat((byte)0xFF, 500)]);
        Put("outlines.ttf", Without(font, "glyf"));
        Put("units.ttf", WithTable(font, "head", table => table.AsSpan(18, 2).Clear()));
        Put("whole.ttf", font);
        Put("readme.txt", [1, 2, 3]);

        var library = new FontLibrary([]).With([_folder], out var findings);

        Assert.Equal(["whole.ttf"], library.Faces.Select(face => Path.GetFileName(face.Origin)));
        Assert.All(findings, finding => Assert.Equal(("DB3105", FindingSeverity.Warning), (finding.Code, finding.Severity)));
        Assert.Equal(
            ["cut.ttf", "empty.otf", "four.ttf", "letters.ttf", "noise.ttc", "outlines.ttf", "units.ttf"],
            findings.Select(finding => Path.GetFileName(finding.Message.Split(" cannot be used")[0])));
    }

    [Fact]
    public void A_condensed_face_does_not_stand_in_for_the_normal_one()
    {
        var font = Shipped("vazirmatn/Vazirmatn-Regular.ttf");
        Put("a.ttf", WithTable(font, "OS/2", table => BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(6), 3)));
        Put("b.ttf", font);

        var library = new FontLibrary([]).With([_folder], out _);

        Assert.Equal([3, 5], library.Faces.Select(face => face.WidthClass));
        Assert.Equal(5, library.Find("Vazirmatn", 400, false)!.WidthClass);
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        using (var make = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_folder, "pipe.ttf")]))
        {
            make.WaitForExit();
        }

        File.CreateSymbolicLink(Path.Combine(_folder, "link.ttf"), Path.Combine(_folder, "pipe.ttf"));

        new FontLibrary([]).With([_folder], out var findings);

        Assert.Equal(["DB3105", "DB3105"], findings.Select(finding => finding.Code));
    }

    [Fact]
    public void A_name_with_terminal_commands_in_it_is_made_harmless()
    {
        var font = Shipped("vazirmatn/Vazirmatn-Regular.ttf");
        var names = new SortedDictionary<int, string> { [1] = "Evil\u001b[2J\nFont", [2] = "Regular" };
        Put("mine.ttf", Copy(font, out _).Add("name", NameTable.Write(names)).ToArray());

        var library = new FontLibrary([]).With([_folder], out _);

        Assert.Equal("Evil [2J Font", Assert.Single(library.Faces).Family);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        new FontLibrary([]).With([Path.Combine(_folder, "nowhere")], out var findings);

        Assert.Equal("DB3101", Assert.Single(findings).Code);
    }

    [Fact]
    public void Links_in_a_circle_come_to_an_end()
    {
        Put("a/font.ttf", Shipped("vazirmatn/Vazirmatn-Regular.ttf"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "a", "up"), _folder);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "b"), Path.Combine(_folder, "a"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "self"), Path.Combine(_folder, "self"));
        File.CreateSymbolicLink(Path.Combine(_folder, "broken.ttf"), Path.Combine(_folder, "gone.ttf"));

        var library = new FontLibrary([]).With([_folder], out var findings);

        Assert.Single(library.Faces);
        Assert.Contains(findings, finding => finding.Message.Contains("broken.ttf", StringComparison.Ordinal));
    }

    [Fact]
    public void A_font_that_goes_away_after_it_was_listed_is_not_found()
    {
        Put("font.ttf", Shipped("vazirmatn/Vazirmatn-Regular.ttf"));
        var library = new FontLibrary([]).With([_folder], out _);
        File.Delete(Path.Combine(_folder, "font.ttf"));

        Assert.Null(library.Find("Vazirmatn", 400, false));
    }

    private static byte[] Shipped(string name) => File.ReadAllBytes(Samples.File("fonts/" + name));

    private static byte[] WithTable(byte[] font, string tag, Action<byte[]> change)
    {
        var builder = Copy(font, out var tables);
        Assert.True(tables.TryTable(tag, out var table));
        var changed = table.ToArray();
        change(changed);
        return builder.Add(tag, changed).ToArray();
    }

    private static byte[] Without(byte[] font, string left)
    {
        var tables = Sfnt.Parse(font);
        var builder = new SfntBuilder(tables.Version);
        foreach (var tag in tables.Tags.Where(tag => tag != left))
        {
            Assert.True(tables.TryTable(tag, out var table));
            builder.Add(tag, table);
        }

        return builder.ToArray();
    }

    private static SfntBuilder Copy(byte[] font, out Sfnt tables)
    {
        tables = Sfnt.Parse(font);
        var builder = new SfntBuilder(tables.Version);
        foreach (var tag in tables.Tags)
        {
            Assert.True(tables.TryTable(tag, out var table));
            builder.Add(tag, table);
        }

        return builder;
    }

    // Fonts one after the other behind a collection header, their directories' offsets shifted to match.
    private static byte[] Collection(params byte[][] fonts)
    {
        var start = 12 + (4 * fonts.Length);
        var file = new byte[start + fonts.Sum(font => font.Length)];
        "ttcf"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4), 0x00010000);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(8), (uint)fonts.Length);
        for (var i = 0; i < fonts.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(12 + (4 * i)), (uint)start);
            fonts[i].CopyTo(file, start);
            for (var record = 0; record < BinaryPrimitives.ReadUInt16BigEndian(fonts[i].AsSpan(4)); record++)
            {
                var offset = file.AsSpan(start + 12 + (16 * record) + 8);
                BinaryPrimitives.WriteUInt32BigEndian(offset, BinaryPrimitives.ReadUInt32BigEndian(offset) + (uint)start);
            }

            start += fonts[i].Length;
        }

        return file;
    }

    private void Put(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
