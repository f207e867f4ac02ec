using System.Globalization;
using System.Text;
using DocBuilder.Conformance.Extraction;
using DocBuilder.Documents.Announcements;
using Xunit;

namespace DocBuilder.Conformance.Inspection;

/// <summary>What is left of announcements when the format is forgotten.</summary>
internal static class Spoken
{
    /// <summary>What an edition announces.</summary>
    public static InspectedEdition Announced(string path)
    {
        var result = new EditionInspector().Inspect(path, TestContext.Current.CancellationToken);
        return result.Edition ?? throw new InvalidOperationException($"{path}: {result.Failure?.Message}");
    }

    /// <summary>The words, folded, without what an edition adds: cover, contents, list labels, links back from notes.</summary>
    public static string Text(InspectedEdition edition)
    {
        var text = new StringBuilder();
        foreach (var announcement in edition.Contents)
        {
            Say(announcement, text, isMarked: false, inReference: false);
        }

        return Folding.Fold(text.ToString());
    }

    /// <summary>Headings, lists, tables, figures, links, and links back from notes, in their order.</summary>
    public static List<string> Landmarks(InspectedEdition edition)
    {
        var landmarks = new List<string>();
        foreach (var announcement in edition.Contents)
        {
            Find(announcement, landmarks, isInNote: false, isInMark: false);
        }

        return landmarks;
    }

    private static void Say(Announcement announcement, StringBuilder text, bool isMarked, bool inReference)
    {
        if (IsAdded(announcement) || (announcement.Role == AnnouncementRole.Label && isMarked))
        {
            return;
        }

        if (announcement is { Role: AnnouncementRole.Formula, Alternative: { } said })
        {
            text.Append(said);
            return;
        }

        text.Append(announcement.Text);
        // A label is a mark in a numbered list and in front of a note, but the term itself in a list of terms, and a number where a note is called.
        isMarked = announcement.Role switch
        {
            AnnouncementRole.List => announcement.Numbering is not (null or "None"),
            AnnouncementRole.Note => true,
            _ => isMarked && announcement.Tag != "Reference",
        };
        var isBlock = announcement.Role is not (AnnouncementRole.Text or AnnouncementRole.Span or AnnouncementRole.Link or AnnouncementRole.NoteReference
            or AnnouncementRole.Abbreviation or AnnouncementRole.Quotation or AnnouncementRole.Code or AnnouncementRole.PageBreak)
            && !(announcement.Role == AnnouncementRole.Label && inReference);
        Break(isBlock, text);
        foreach (var child in announcement.Children)
        {
            Say(child, text, isMarked, inReference || announcement.Tag == "Reference");
        }

        Break(isBlock, text);
    }

    private static void Find(Announcement announcement, List<string> landmarks, bool isInNote, bool isInMark)
    {
        if (announcement.OwnTag == "doc-backlink" || (announcement.Role == AnnouncementRole.Link && isInMark))
        {
            landmarks.Add("back " + Words(announcement));
            return;
        }

        if (IsAdded(announcement))
        {
            return;
        }

        switch (announcement.Role)
        {
            case AnnouncementRole.Heading:
                landmarks.Add(string.Create(CultureInfo.InvariantCulture, $"heading {announcement.Level} {Words(announcement)}"));
                break;
            case AnnouncementRole.List:
                landmarks.Add(string.Create(CultureInfo.InvariantCulture, $"list {announcement.ItemCount()}"));
                break;
            case AnnouncementRole.Table:
                var (rows, columns) = TableExtent.Of(announcement);
                landmarks.Add(string.Create(CultureInfo.InvariantCulture, $"table {rows}x{columns}"));
                break;
            case AnnouncementRole.Figure when announcement.Alternative is { } alternative:
                landmarks.Add("figure " + Folding.Fold(alternative));
                break;
            case AnnouncementRole.Link or AnnouncementRole.NoteReference:
                landmarks.Add("link " + Words(announcement));
                return;
        }

        foreach (var child in announcement.Children)
        {
            Find(child, landmarks, announcement.Role == AnnouncementRole.Note, isInNote && announcement.Role == AnnouncementRole.Label);
        }
    }

    private static bool IsAdded(Announcement announcement) => announcement.Role == AnnouncementRole.Contents || announcement.OwnTag is "doc-backlink" or "doc-cover" or "nav";

    private static string Words(Announcement announcement)
    {
        var text = new StringBuilder();
        Append(announcement, text);
        return Folding.Fold(text.ToString());

        static void Append(Announcement announcement, StringBuilder text)
        {
            text.Append(announcement.Text);
            foreach (var child in announcement.Children)
            {
                Append(child, text);
            }
        }
    }

    private static void Break(bool isBlock, StringBuilder text)
    {
        if (isBlock)
        {
            text.Append('\n');
        }
    }
}
