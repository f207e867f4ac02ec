using System.Text;
using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Extraction;

/// <summary>
/// What an article says, in the order of its pages: readers that know nothing of tags meet a figure at the top of a page, and notes at its
/// foot, in the middle of the words that they belong beside.
/// </summary>
internal static class PageOrder
{
    /// <summary>So many letters tell a place in the text from those around it.</summary>
    private const int Context = 40;

    /// <summary>How far what was read may lead or lag, in letters.</summary>
    private const int Reach = 300;

    /// <summary>Puts a text that is in the order of the tags into the order of the pages.</summary>
    public static string Of(string expected, PdfFile file, TaggedText tagged)
    {
        var pages = file.Pages.Index().ToDictionary(page => page.Item.Reference!, page => page.Index);
        var contents = new List<MarkedContentReference>();
        Append(file.Structure.Document, contents);
        var ranks = new int[contents.Count];
        foreach (var (rank, index) in Enumerable.Range(0, contents.Count).OrderBy(i => pages[contents[i].Page]).ThenBy(i => contents[i].Id).Index())
        {
            ranks[index] = rank;
        }

        var stretches = new List<(int Rank, int Start)>();
        var guess = 0;
        for (var i = 0; i < contents.Count; i++)
        {
            if (i == 0 || ranks[i] != ranks[i - 1] + 1)
            {
                guess = i == 0 ? 0 : Nearest(expected, guess, Following(contents, i, tagged));
                stretches.Add((ranks[i], guess));
            }

            guess += tagged.Of(contents[i]).Length;
        }

        return Folding.Fold(string.Join(' ', stretches
            .Select((stretch, i) => (stretch.Rank, Text: expected[stretch.Start..(i + 1 < stretches.Count ? stretches[i + 1].Start : expected.Length)]))
            .OrderBy(stretch => stretch.Rank).Select(stretch => stretch.Text)));
    }

    private static void Append(StructureElement element, List<MarkedContentReference> contents)
    {
        foreach (var kid in element.Kids)
        {
            if (kid is MarkedContentReference content)
            {
                contents.Add(content);
            }
            else if (kid is StructureElement below)
            {
                Append(below, contents);
            }
        }
    }

    private static string Following(List<MarkedContentReference> contents, int from, TaggedText tagged)
    {
        var text = new StringBuilder();
        for (var i = from; i < contents.Count && text.Length < 2 * Context; i++)
        {
            text.Append(tagged.Of(contents[i]));
        }

        var folded = Folding.Fold(text.ToString());
        return folded[..Math.Min(Context, folded.Length)];
    }

    private static int Nearest(string expected, int guess, string following)
    {
        var (best, least) = (Math.Min(guess, expected.Length), int.MaxValue);
        for (var i = Math.Max(0, guess - Reach); i <= Math.Min(expected.Length, guess + Reach); i++)
        {
            var distance = EditDistance.Between(expected[i..Math.Min(expected.Length, i + following.Length)], following);
            if (distance < least)
            {
                (least, best) = (distance, i);
            }
        }

        return best;
    }
}
