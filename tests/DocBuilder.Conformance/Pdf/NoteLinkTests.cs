using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Pdf;

/// <summary>The mark of a note leads back to its call, as readers of long footnotes expect.</summary>
public sealed class NoteLinkTests(ProfileEditions profiles)
{
    // A destination is the top of the line, above the raised mark in it, in points.
    private const double Line = 40;

    [Theory]
    [InlineData("arabic-structure", "ua1-a2a", 4)]
    [InlineData("english-arabic", "ua1-a2a", 2)]
    [InlineData("arabic-structure", "ua2-a4", 4)]
    [InlineData("english-arabic", "ua2-a4", 2)]
    public async Task The_mark_of_a_note_leads_to_the_line_of_its_call(string article, string profile, int count)
    {
        var file = await profiles.Pdf(article, profile);
        var calls = file.Structure.Elements.Where(element => element.Type == "Reference" && element.SelfAndBelow().Any(part => part.Type == "Lbl")).ToList();
        var notes = file.Structure.Elements.Where(element => element.Type is "Note" or "FENote").ToList();
        Assert.Equal((count, count), (calls.Count, notes.Count));
        foreach (var (call, note) in calls.Zip(notes))
        {
            var link = Assert.Single(note.Elements.First().Elements);
            Assert.Equal(("Lbl", "Link"), (note.Elements.First().Type, link.Type));
            var back = Assert.Single(link.Objects).Target;
            var there = call.SelfAndBelow().SelectMany(element => element.Objects).Single().Target;
            Assert.NotEqual(there["Contents"].Text, back["Contents"].Text);
            var place = (file.IsPdf20 ? back["A"]["D"] : back["Dest"]).Items.ToList();
            Assert.Contains(file.Pages.Single(page => page.Reference == place[0].Reference)["Annots"].Items, annotation => annotation.Reference == there.Reference);
            Assert.InRange(place[3].Number, there["Rect"].Items.ElementAt(3).Number - 2, there["Rect"].Items.ElementAt(3).Number + Line);
            if (file.IsPdf20)
            {
                Assert.Equal(call.Dictionary.Reference, back["A"]["SD"].Items.First().Reference);
            }
        }
    }
}
