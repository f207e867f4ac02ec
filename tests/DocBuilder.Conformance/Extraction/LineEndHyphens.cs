using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using DocBuilder.Conformance.Tools;
using DocBuilder.Reading;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Conformance.Extraction;

/// <summary>The hyphens that the layout put at the ends of lines: they, and no others, are taken out of what readers read.</summary>
internal static class LineEndHyphens
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>So much of the word before the hyphen tells the place.</summary>
    private const int Letters = 12;

    private static readonly ConcurrentDictionary<string, string[]> Recorded = new();

    /// <summary>A text with the words joined that the layout parted. Readers say U+002D, U+00AD or U+FFFE, and go on in a new line; pdf.js says white space only.</summary>
    public static string Join(string article, string text)
    {
        foreach (var part in Recorded.GetOrAdd(article, Record))
        {
            text = new Regex(Regex.Escape(part) + @"(?:-\s+|[\u00AD\uFFFE]\s*|\s+)").Replace(text, part, 1);
        }

        return text;
    }

    /// <summary>What stands before each hyphen on its line.</summary>
    private static string[] Record(string article)
    {
        var path = Repository.PathOfText(article);
        var source = new ArticleSource(path, File.ReadAllBytes(path), Path.GetDirectoryName(path));
        var document = new ArticleReader(new ReadingOptions()).Read(source, CancellationToken.None).Document!;
        var pages = PageLayout.Lay(document, Theme.Print, FontLibrary.Shipped, LayoutOptions.Default, CancellationToken.None);
        return [.. pages.Pages.SelectMany(page => page.Items).OfType<TextFragment>().SelectMany(fragment => fragment.Runs)
            .Where(run => run.Text.EndsWith(SoftHyphen)).Select(run => run.Text[Math.Max(0, run.Text.Length - 1 - Letters)..^1])];
    }
}
