using System.Collections.Immutable;

namespace DocBuilder.Documents.Announcements;

/// <summary>An element of an edition as assistive technology is told of it.</summary>
/// <param name="Role">What it is taken for.</param>
/// <param name="Tag">What the format calls it: the standard structure type of a PDF (ISO 32000-1 14.8.4), the element's name in an EPUB; empty for words.</param>
public sealed record Announcement(AnnouncementRole Role, string Tag)
{
    /// <summary>The name that the file itself uses, where a role map leads from it to <see cref="Tag"/>.</summary>
    public string? OwnTag { get; init; }

    /// <summary>The level of a heading, 1 and up; 0 for everything else.</summary>
    public int Level { get; init; }

    /// <summary>The language that is declared here (BCP 47); null where the surroundings' goes on.</summary>
    public string? Language { get; init; }

    /// <summary>The words; only <see cref="AnnouncementRole.Text"/> has them.</summary>
    public string Text { get; init; } = "";

    /// <summary>What is said in place of the content, as of a picture.</summary>
    public string? Alternative { get; init; }

    /// <summary>The letters that stand for what is drawn (ISO 32000-1 14.9.4).</summary>
    public string? ActualText { get; init; }

    /// <summary>What an abbreviation stands for.</summary>
    public string? Expansion { get; init; }

    /// <summary>The element's own title or label.</summary>
    public string? Title { get; init; }

    /// <summary>The name by which others refer to it.</summary>
    public string? Id { get; init; }

    /// <summary>How the items of a list are numbered, such as <c>Decimal</c>.</summary>
    public string? Numbering { get; init; }

    /// <summary>What a header cell heads: <c>Row</c>, <c>Column</c> or <c>Both</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>The ids of the header cells of a cell, in order, with spaces between.</summary>
    public string? Headers { get; init; }

    /// <summary>How many rows a cell covers.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>How many columns a cell covers.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Where a link leads: an address, or a file of the edition and a place in it.</summary>
    public string? Target { get; init; }

    /// <summary>The label of the page to which a link leads.</summary>
    public string? TargetPage { get; init; }

    /// <summary>Whether a link leads to a place in the edition itself.</summary>
    public bool IsTargetInside { get; init; }

    /// <summary>The label of the page on which it begins; null where that is not known or nothing of it is on a page.</summary>
    public string? Page { get; init; }

    /// <summary>What is in it, in the order of reading.</summary>
    public ImmutableArray<Announcement> Children { get; init; } = [];

    /// <summary>The items of a list; of terms and descriptions, the groups that begin with a term.</summary>
    public int ItemCount()
    {
        var items = Children.Count(child => child.Role == AnnouncementRole.ListItem);
        if (items > 0)
        {
            return items;
        }

        var before = AnnouncementRole.ListBody;
        foreach (var child in Children)
        {
            items += child.Role == AnnouncementRole.Label && before != AnnouncementRole.Label ? 1 : 0;
            before = child.Role;
        }

        return items;
    }
}
