using System.Text;
using System.Text.RegularExpressions;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Books;

/// <summary>What tags cost in a long book, compared with the same file without them.</summary>
public sealed partial class StructureShareTests
{
    private const int Copies = 16;

    [Theory, InlineData("ua1-a2a"), InlineData("ua2-a4")]
    public async Task The_structure_of_a_long_book_of_rich_articles_adds_at_most_three_tenths(string profile)
    {
        using var folder = new TemporaryFolder();
        var pages = Enumerable.Range(1, Copies).Select(number => Path.Combine("articles", $"{number}.html")).ToList();
        Directory.CreateDirectory(folder["articles/images"]);
        foreach (var picture in Directory.GetFiles(Path.Combine(Repository.Content, "images")))
        {
            File.Copy(picture, folder[$"articles/images/{Path.GetFileName(picture)}"]);
        }

        pages.ForEach(page => File.Copy(Path.Combine(Repository.Content, "arabic-structure.html"), folder[page]));
        var bound = await DocBuilderCommand.RunManaged(["bind", .. pages.Select(page => folder[page]), "-o", folder["book"], "--edition", "pdf", "--profile", profile, "--quiet"]);
        Assert.True(bound.ExitCode == 0, bound.ToString());

        await Command.Output("qpdf", "--qdf", "--object-streams=disable", folder["book.pdf"], folder["open.pdf"]);
        var open = Encoding.Latin1.GetString(File.ReadAllBytes(folder["open.pdf"]));
        Assert.True(MarkedContent().Count(open) > 300 * Copies);
        File.WriteAllBytes(folder["bare.qdf"], Encoding.Latin1.GetBytes(MarkedContent().Replace(References().Replace(open, ""), "/P BMC")));
        await Command.Output("sh", "-c", $"fix-qdf '{folder["bare.qdf"]}' > '{folder["fixed.pdf"]}'");
        // What nothing refers to any longer is left out of the new file.
        await Command.Output("qpdf", "--object-streams=generate", folder["fixed.pdf"], folder["bare.pdf"]);

        var (whole, bare) = (new FileInfo(folder["book.pdf"]).Length, new FileInfo(folder["bare.pdf"]).Length);
        var added = (double)(whole - bare) / bare;
        TestContext.Current.TestOutputHelper?.WriteLine($"{profile}: {whole} bytes, {bare} without structure: it adds {added:P1}");
        Assert.InRange(added, 0.05, 0.3);
    }

    [GeneratedRegex(@"/StructTreeRoot \d+ 0 R|/StructParents? \d+|/SD (?:\d+ 0 R|\[[^\]]*\])")]
    private static partial Regex References();

    [GeneratedRegex(@"/[A-Za-z0-9]+\s*<<\s*/MCID \d+\s*>>\s*BDC")]
    private static partial Regex MarkedContent();
}
