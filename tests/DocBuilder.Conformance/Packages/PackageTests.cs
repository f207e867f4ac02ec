using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Packages;

/// <summary>What is in the packages.</summary>
[Collection(PackageFeed.Collection)]
public sealed class PackageTests(PackageFeed feed)
{
    private const string Tool = "DocBuilder.Cli";

    // Portable PDB: the kind of custom debug information that holds a source.
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static TheoryData<string> Rooms { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Libraries { get; } = [.. Rooms.Select(row => row.Data).Where(room => room != Tool)];

    [Fact]
    public void Every_room_is_a_package_and_nothing_else_is() => Assert.Equal(Rooms.Select(row => row.Data), feed.Names());

    [Theory, MemberData(nameof(Rooms))]
    public void A_package_says_what_it_is_and_under_which_licence(string room)
    {
        var metadata = feed.Metadata(room);

        Assert.Equal("Apache-2.0", metadata.Element("license")?.Value);
        Assert.Equal("README.md", metadata.Element("readme")?.Value);
        Assert.EndsWith(".", metadata.Element("description")?.Value, StringComparison.Ordinal);
        Assert.Contains("accessibility", metadata.Element("tags")!.Value.Split(' '));
        using var package = feed.Open(room);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, "README.md")), PackageFeed.Read(package.GetEntry("README.md")!));
    }

    [Theory, MemberData(nameof(Libraries))]
    public void A_library_brings_its_documentation_and_asks_for_the_other_rooms_of_its_own_version(string room)
    {
        using var package = feed.Open(room);
        Assert.NotNull(package.GetEntry($"lib/net10.0/{room}.dll"));
        Assert.NotNull(package.GetEntry($"lib/net10.0/{room}.xml"));

        var rooms = feed.Metadata(room).Descendants("dependency").Where(dependency => dependency.Attribute("id")!.Value.StartsWith("DocBuilder", StringComparison.Ordinal)).ToList();
        Assert.Equal(room == "DocBuilder.Documents", rooms.Count == 0);
        Assert.All(rooms, dependency => Assert.Equal(feed.Version, dependency.Attribute("version")!.Value));
    }

    [Theory, InlineData("DocBuilder.Typesetting"), InlineData(Tool)]
    public void The_licence_of_every_font_goes_where_the_fonts_go(string room)
    {
        using var package = feed.Open(room);
        Assert.Equal(
            Directory.EnumerateDirectories(Path.Combine(Repository.Root, "fonts")).Select(folder => $"fonts/{Path.GetFileName(folder)}/OFL.txt").Order(StringComparer.Ordinal),
            package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("fonts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Rooms))]
    public void Assemblies_and_symbols_are_reproducible_and_name_no_place_of_the_machine(string room)
    {
        using var package = feed.Open(room);
        using var symbols = room == Tool ? feed.Open(room) : feed.Open(room, ".snupkg");

        using var assembly = new PEReader(PackageFeed.Read(Entry(package, room + ".dll")).ToImmutableArray());
        var debug = assembly.ReadDebugDirectory();
        Assert.Contains(debug, entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        Assert.StartsWith("/_/", assembly.ReadCodeViewDebugDirectoryData(debug.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView)).Path, StringComparison.Ordinal);

        using var provider = MetadataReaderProvider.FromPortablePdbImage(PackageFeed.Read(Entry(symbols, room + ".pdb")).ToImmutableArray());
        var reader = provider.GetMetadataReader();
        Assert.NotEmpty(reader.Documents);
        Assert.All(reader.Documents, document =>
        {
            var name = reader.GetString(reader.GetDocument(document).Name);
            Assert.Matches("^/_[0-9]*/", name);
            Assert.True(reader.GetCustomDebugInformation(document).Any(handle => reader.GetGuid(reader.GetCustomDebugInformation(handle).Kind) == EmbeddedSource), name + " is not in the symbols.");
        });
    }

    private static ZipArchiveEntry Entry(ZipArchive package, string name) => package.Entries.Single(entry => entry.Name == name);
}
