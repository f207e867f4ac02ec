using System.Globalization;
using System.Text;
using DocBuilder.Documents.Announcements;

namespace DocBuilder.Inspection;

/// <summary>Writes announcements as a person reads them: an element a line, what is told of it, its words, and what changes there.</summary>
internal sealed class AnnouncementText
{
    private readonly List<string> _lines = [];
    private readonly bool _hasPages;
    private string? _page;

    private AnnouncementText(bool hasPages) => _hasPages = hasPages;

    /// <summary>The line about the whole.</summary>
    internal static string Heading(InspectedEdition edition)
    {
        var line = new StringBuilder(edition.Format == EditionFormat.Pdf ? "PDF" : "EPUB");
        line.Append(edition.Version.Length > 0 ? " " + edition.Version : "");
        line.Append(edition.Format == EditionFormat.Pdf ? edition.IsTagged ? ", tagged" : ", not tagged" : "");
        if (edition.Pages.Length > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $", {edition.Pages.Length} {(edition.Pages.Length == 1 ? "page" : "pages")}");
            line.Append(edition.Format == EditionFormat.Epub ? " of print" : "");
        }

        if (edition.Navigation.Length > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $", {edition.Navigation.Length} entries of contents");
        }

        line.Append(edition.Title is { } title ? $": \"{Fold(title)}\"" : "");
        line.Append(edition.Language is { } language ? $" ({Fold(language)})" : "");
        return line.ToString();
    }

    /// <summary>The lines of the contents.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="hasPages">Whether pages are told; without, the lines do not depend on the layout.</param>
    internal static List<string> Lines(InspectedEdition edition, bool hasPages = true)
    {
        var text = new AnnouncementText(hasPages);
        foreach (var announcement in edition.Contents)
        {
            text.Write(announcement, 0, null);
        }

        return text._lines;
    }

    // The tree is no deeper than Limits.Depth.
    private void Write(Announcement announcement, int depth, string? language)
    {
        if (announcement.Role == AnnouncementRole.Text)
        {
            if (Quoted(announcement.Text) is { Length: > 0 } words)
            {
                _lines.Add(Indent(depth) + words);
            }

            return;
        }

        if (announcement.Role == AnnouncementRole.PageBreak)
        {
            BreakPage(announcement, depth);
            foreach (var child in announcement.Children)
            {
                Write(child, depth + 1, language);
            }

            return;
        }

        var line = new StringBuilder(Indent(depth)).Append(Fold(announcement.Tag));
        Describe(announcement, line);
        // Words of its own and nothing else stand on its line, broken up by nothing.
        var isLeaf = announcement.Children.All(child => child.Role == AnnouncementRole.Text);
        if (isLeaf && Quoted(string.Concat(announcement.Children.Select(child => child.Text))) is { Length: > 0 } own)
        {
            line.Append(' ').Append(own);
        }

        if (announcement.Target is not null || announcement.IsTargetInside)
        {
            line.Append(" -> ").Append(Target(announcement));
        }

        Change(announcement, language, line);
        _lines.Add(line.ToString());
        if (!isLeaf)
        {
            foreach (var child in announcement.Children)
            {
                Write(child, depth + 1, announcement.Language ?? language);
            }
        }
    }

    private void BreakPage(Announcement announcement, int depth)
    {
        if (_hasPages)
        {
            _page = announcement.Page;
            _lines.Add($"{Indent(depth)}page {Fold(announcement.Page ?? "")}");
        }
    }

    private static void Describe(Announcement announcement, StringBuilder line)
    {
        Say("as", announcement.OwnTag);
        Say("alt", announcement.Alternative);
        Say("actual", announcement.ActualText);
        Say("expansion", announcement.Expansion);
        Say("title", announcement.Title);
        Say("id", announcement.Id);
        Say("numbering", announcement.Numbering);
        Say("scope", announcement.Scope);
        Say("rows", announcement.RowSpan > 1 ? Number(announcement.RowSpan) : null);
        Say("columns", announcement.ColumnSpan > 1 ? Number(announcement.ColumnSpan) : null);
        Say("headers", announcement.Headers);
        if (announcement.Role == AnnouncementRole.List)
        {
            Say("items", Number(announcement.ItemCount()));
        }
        else if (announcement.Role == AnnouncementRole.Table)
        {
            var (rows, columns) = TableExtent.Of(announcement);
            Say("size", $"{Number(rows)}x{Number(columns)}");
        }

        void Say(string key, string? value)
        {
            if (value is not null)
            {
                value = Fold(value);
                line.Append(' ').Append(key).Append('=').Append(value.Length == 0 || value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value);
            }
        }
    }

    private string Target(Announcement announcement) => announcement switch
    {
        { TargetPage: { } page } when _hasPages => "page " + Fold(page),
        { Target: { } address } => Fold(address),
        _ => "this document",
    };

    /// <summary>The language and the page, where they change.</summary>
    private void Change(Announcement announcement, string? language, StringBuilder line)
    {
        var changes = new List<string>(2);
        if (announcement.Language is { Length: > 0 } own && own != language)
        {
            changes.Add(Fold(own));
        }

        if (_hasPages && announcement.Page is { } page && page != _page)
        {
            _page = page;
            changes.Add("page " + Fold(page));
        }

        if (changes.Count > 0)
        {
            line.Append(" (").AppendJoin(", ", changes).Append(')');
        }
    }

    private static string Quoted(string text) => Fold(text) is { Length: > 0 } folded ? $"\"{folded}\"" : "";

    /// <summary>The text on one line: white space is one space, and control characters are shown as unknown.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (!char.IsWhiteSpace(unit))
            {
                folded.Append(char.IsControl(unit) ? '\uFFFD' : unit);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    private static string Indent(int depth) => new(' ', 2 * depth);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
