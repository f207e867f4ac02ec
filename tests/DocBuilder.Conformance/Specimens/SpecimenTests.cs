using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Specimens;

/// <summary>
/// Pages that show what typography has to get right, kept as pictures beside their sources for a person to judge. A page that comes to
/// look otherwise fails here: look at the new picture, and keep it with <c>DOCBUILDER_UPDATE_SNAPSHOTS=1</c> if it is better.
/// </summary>
public sealed class SpecimenTests
{
    /// <summary>Readers of another version smooth letters a little otherwise; a letter or a line that moved shows in its neighbourhood.</summary>
    private const double MostOfPage = 0.01;
    private const double MostOfNeighbourhood = 0.12;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "DocBuilder.Conformance", "Specimens");

    [Theory]
    [InlineData("vocalised", "amiri", 1)]
    [InlineData("vocalised", "noto-naskh", 1)]
    [InlineData("vocalised", "vazirmatn", 1)]
    [InlineData("verse", "print", 1)]
    [InlineData("long-table", "print", 3)]
    [InlineData("notes", "print", 2)]
    [InlineData("code", "print", 1)]
    [InlineData("mixed-lines", "print", 1)]
    [InlineData("formulas", "print", 1)]
    public async Task A_specimen_page_looks_as_it_did_when_it_was_judged(string article, string theme, int pages)
    {
        using var built = new TemporaryFolder();
        var themeFile = Path.Combine(Folder, theme + ".json");
        var result = await DocBuilderCommand.Run(
            ["build", Path.Combine(Folder, article + ".html"), "-o", built.Path, "--edition", "pdf", "--page-size", "A5", "--theme", File.Exists(themeFile) ? themeFile : theme, "--quiet"]);
        Assert.True(result.ExitCode == 0, result.ToString());
        await Command.Output("pdftoppm", "-r", "70", "-gray", "-png", built[article + ".pdf"], built["page"]);

        var pictures = built.Files().Where(file => file.EndsWith(".png", StringComparison.Ordinal)).ToList();
        Assert.True(pictures.Count >= pages, $"{article} has {pictures.Count} pages, and was to have {pages} at least.");
        for (var i = 0; i < pictures.Count; i++)
        {
            var kept = Path.Combine(Folder, $"{article}.{theme}.{i + 1}.png");
            if (Environment.GetEnvironmentVariable("DOCBUILDER_UPDATE_SNAPSHOTS") is { Length: > 0 })
            {
                File.Copy(built[pictures[i]], kept, overwrite: true);
            }

            var difference = PageImage.Read(built[pictures[i]]).DifferenceFrom(PageImage.Read(kept));
            Assert.True(
                difference.OfPage <= MostOfPage && difference.OfNeighbourhood <= MostOfNeighbourhood,
                $"Page {i + 1} of {article} in {theme} differs from its picture: {difference.OfPage:P1} of the page, {difference.OfNeighbourhood:P1} at the worst place, {difference.Place}.");
        }

        Assert.False(File.Exists(Path.Combine(Folder, $"{article}.{theme}.{pictures.Count + 1}.png")), $"{article} in {theme} has fewer pages than pictures.");
    }
}
