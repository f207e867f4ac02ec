using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Xunit;

namespace DocBuilder.Tests;

/// <summary>The arrows of the house: which room may know which, and which libraries are whose.</summary>
public sealed class HouseTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["DocBuilder.Documents"] = [],
        ["DocBuilder.Reading"] = ["DocBuilder.Documents"],
        ["DocBuilder.Typesetting"] = ["DocBuilder.Documents"],
        ["DocBuilder.Pdf"] = ["DocBuilder.Documents", "DocBuilder.Typesetting"],
        ["DocBuilder.Epub"] = ["DocBuilder.Documents", "DocBuilder.Typesetting"],
        ["DocBuilder"] = ["DocBuilder.Documents", "DocBuilder.Reading", "DocBuilder.Typesetting", "DocBuilder.Pdf", "DocBuilder.Epub"],
        // The command speaks the front door's language, of which findings and the model are words.
        ["DocBuilder.Cli"] = ["DocBuilder", "DocBuilder.Documents"],
    };

    private static readonly Dictionary<string, string[]> UsedBy = new()
    {
        ["AngleSharp"] = ["DocBuilder.Reading"],
        ["SmartReader"] = ["DocBuilder.Reading"],
        ["Markdig"] = ["DocBuilder.Reading"],
        ["MimeKit"] = ["DocBuilder.Reading"],
        ["HarfBuzzSharp"] = ["DocBuilder.Typesetting"],
        ["UglyToad.PdfPig"] = ["DocBuilder.Pdf"],
        ["UglyToad.PdfPig.Core"] = ["DocBuilder.Pdf"],
        ["UglyToad.PdfPig.Tokens"] = ["DocBuilder.Pdf"],
        ["SkiaSharp"] = ["DocBuilder.Reading", "DocBuilder.Pdf"],
        ["System.CommandLine"] = ["DocBuilder.Cli"],
        ["Spectre.Console"] = ["DocBuilder.Cli"],
    };

    private static readonly Lazy<Architecture> House = new(
        () => new ArchLoader().LoadAssemblies([.. MayKnow.Keys.Select(System.Reflection.Assembly.Load)]).Build());

    public static TheoryData<string> Rooms() => [.. MayKnow.Keys];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_it_may(string room)
    {
        var known = References(room).Where(name => name.StartsWith("DocBuilder", StringComparison.Ordinal));
        Assert.Empty(known.Except(MayKnow[room]));
    }

    [Theory, MemberData(nameof(Rooms))]
    public void A_library_is_used_only_where_it_belongs(string room) =>
        Assert.DoesNotContain(References(room), name => UsedBy.TryGetValue(name, out var rooms) && !rooms.Contains(room));

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_keeps_to_its_own_namespace(string room)
    {
        var strangers = System.Reflection.Assembly.Load(room).GetTypes().Select(type => type.Namespace)
            .Where(name => name?.StartsWith("DocBuilder", StringComparison.Ordinal) == true && name != room
                && !name.StartsWith(room + ".", StringComparison.Ordinal));
        Assert.Empty(strangers);
    }

    // The writers draw what was laid out; neither breaks lines.
    [Theory, InlineData("DocBuilder.Pdf"), InlineData("DocBuilder.Epub")]
    public void A_writer_knows_nothing_of_how_paragraphs_are_set(string writer) =>
        AssertNoArrow(writer, @"DocBuilder\.Typesetting\.Paragraphs");

    [Fact]
    public void Pdf_objects_know_the_file_format_and_nothing_else() =>
        AssertNoArrow(@"DocBuilder\.Pdf\.Objects",
            @"DocBuilder\.(Documents|Typesetting|Pdf\.(Fonts|Content|Structure|Metadata|Profiles))");

    [Fact]
    public void Unicode_knows_only_itself() =>
        AssertNoArrow(@"DocBuilder\.Typesetting\.Unicode", @"DocBuilder\.(Documents|Typesetting\.(Fonts|Paragraphs|Pages|Themes))");

    private static void AssertNoArrow(string from, string to)
    {
        var arrows = House.Value.Types.Where(type => IsIn(type, from)).SelectMany(type => type.Dependencies)
            .Where(arrow => IsIn(arrow.Target, to))
            .Select(arrow => $"{arrow.Origin.FullName} -> {arrow.Target.FullName}").Distinct();
        Assert.True(!arrows.Any(), string.Join("\n", arrows));
    }

    // Type parameters and the like have no namespace.
    private static bool IsIn(IType? type, string pattern) => type?.Namespace?.FullName is { } name
        && Regex.IsMatch(name, $"^({pattern})(\\.|$)");

    private static IEnumerable<string> References(string room) => System.Reflection.Assembly.Load(room).GetReferencedAssemblies()
        .Select(assembly => assembly.Name!);
}
