using System.Globalization;
using System.Xml;
using DocBuilder.Documents.Announcements;

namespace DocBuilder.Epub.Inspection;

/// <summary>A link of a content document that leads into the book.</summary>
internal readonly record struct InnerLink(string By, string Address);

/// <summary>Reads content documents element by element and says what assistive technology would. It keeps its own stack, so that no depth can hold it.</summary>
internal sealed class XhtmlAnnouncer(AnnouncementTreeBuilder builder, CancellationToken cancellation)
{
    private readonly Stack<Element> _open = new();
    private string _file = "";
    private string? _page;

    /// <summary>The links that lead into the book.</summary>
    public List<InnerLink> Links { get; } = [];

    /// <summary>The ids of every document that was read.</summary>
    public Dictionary<string, HashSet<string>> Ids { get; } = [];

    /// <summary>The labels of the page breaks that were met.</summary>
    public List<string> Pages { get; } = [];

    /// <summary>Reads one document.</summary>
    /// <param name="reader">The document.</param>
    /// <param name="file">Its path in the book.</param>
    /// <exception cref="XmlException">It is not well-formed; what stands before the fault is said.</exception>
    public void Read(XmlReader reader, string file)
    {
        _file = file;
        Ids[file] = [];
        try
        {
            while (!builder.IsFull && reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        Begin(reader);
                        break;
                    case XmlNodeType.EndElement:
                        End();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                        Say(reader.Value);
                        break;
                }
            }
        }
        finally
        {
            while (_open.Count > 0)
            {
                End();
            }
        }
    }

    private void Begin(XmlReader reader)
    {
        var element = new Element(reader.LocalName, _open.TryPeek(out var parent) ? parent : null);
        _open.Push(element);
        if (reader.GetAttribute("id") is { Length: > 0 } id)
        {
            Ids[_file].Add(id);
        }

        element.IsSilent |= XhtmlElements.IsSilent(element.Name) || reader.GetAttribute("hidden") is not null || reader.GetAttribute("aria-hidden") == "true";
        if (!element.IsSilent)
        {
            Announce(reader, element);
        }
        else if (element.Name == "title" && parent?.Role == AnnouncementRole.Figure)
        {
            element.NamesFigure = true;
        }

        if (reader.IsEmptyElement)
        {
            End();
        }
    }

    private void Announce(XmlReader reader, Element element)
    {
        if (element.Name == "br")
        {
            builder.Say("\n");
            return;
        }

        var semantics = $"{reader.GetAttribute("role")} {reader.GetAttribute("type", "http://www.idpf.org/2007/ops")}";
        var language = reader.GetAttribute("xml:lang") ?? reader.GetAttribute("lang");
        if (Role(reader, element, semantics, language, out var decisive) is not { } role)
        {
            return;
        }

        if (role == AnnouncementRole.PageBreak)
        {
            BreakPage(reader.GetAttribute("aria-label") ?? reader.GetAttribute("title"), element);
            return;
        }

        var announcement = Describe(reader, element.Name, role) with { OwnTag = decisive, Language = language, Page = _page };
        if (role == AnnouncementRole.Figure)
        {
            if (announcement.Alternative is { Length: 0 })
            {
                // Decorative: passed over in silence.
                element.IsSilent = true;
                return;
            }

            // What is drawn is not read; a title in it is its name.
            element.IsSilent = true;
        }

        element.Role = role;
        element.IsAnnounced = true;
        builder.Begin(announcement);
    }

    private static AnnouncementRole? Role(XmlReader reader, Element element, string semantics, string? language, out string? decisive)
    {
        var role = XhtmlElements.RoleOf(semantics, out decisive);
        if (role is not null)
        {
            return role;
        }

        if (element.Name == "a" && reader.GetAttribute("href") is not null)
        {
            decisive = semantics.Contains("doc-backlink", StringComparison.Ordinal) ? "doc-backlink" : null;
            return AnnouncementRole.Link;
        }

        if (element.Name == "abbr" && reader.GetAttribute("title") is not null)
        {
            return AnnouncementRole.Abbreviation;
        }

        // The code in a preformatted block is the block.
        return element.Name == "code" && element.IsPreformatted ? null
            : element.Name == "html" ? AnnouncementRole.Document
            : element.Name == "body" ? null
            : XhtmlElements.Role(element.Name) ?? (language is null ? null : AnnouncementRole.Span);
    }

    private Announcement Describe(XmlReader reader, string name, AnnouncementRole role)
    {
        var label = reader.GetAttribute("aria-label");
        var announcement = new Announcement(role, name) { Title = label };
        switch (role)
        {
            case AnnouncementRole.Document:
                return announcement with { Id = _file };
            case AnnouncementRole.Heading:
                var level = name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 2;
                return announcement with { Level = Number(reader.GetAttribute("aria-level"), level) };
            case AnnouncementRole.List:
                return announcement with { Numbering = name == "ol" ? Numbering(reader.GetAttribute("type")) : null };
            case AnnouncementRole.HeaderCell or AnnouncementRole.Cell:
                return announcement with
                {
                    Scope = role == AnnouncementRole.HeaderCell ? Scope(reader.GetAttribute("scope")) : null,
                    RowSpan = Number(reader.GetAttribute("rowspan"), 1),
                    ColumnSpan = Number(reader.GetAttribute("colspan"), 1),
                    Headers = reader.GetAttribute("headers"),
                    Id = name == "th" ? reader.GetAttribute("id") : null,
                };
            case AnnouncementRole.Figure:
                return announcement with { Title = null, Alternative = label ?? reader.GetAttribute("alt") ?? (reader.GetAttribute("role") == "presentation" ? "" : null) };
            case AnnouncementRole.Formula:
                return announcement with { Title = null, Alternative = label ?? reader.GetAttribute("alttext") };
            case AnnouncementRole.Abbreviation:
                return announcement with { Expansion = reader.GetAttribute("title") };
            case AnnouncementRole.Note:
                return announcement with { Id = reader.GetAttribute("id") };
            case AnnouncementRole.Link or AnnouncementRole.NoteReference:
                return Lead(announcement, reader.GetAttribute("href"));
            case AnnouncementRole.Field:
                return announcement with { Title = label ?? reader.GetAttribute("value") ?? reader.GetAttribute("placeholder") };
            default:
                return announcement;
        }
    }

    private Announcement Lead(Announcement link, string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || BookPath.IsElsewhere(address))
        {
            return link with { Target = address };
        }

        Links.Add(new(_file, address));
        return BookPath.Resolve(_file, address) is not { } inside ? link with { Target = address }
            : link with { IsTargetInside = true, Target = (inside.File == _file ? "" : inside.File) + (inside.Place.Length > 0 ? "#" + inside.Place : "") };
    }

    private void BreakPage(string? label, Element element)
    {
        if (label is null)
        {
            // Old books have the number as text.
            element.NamesPage = true;
            return;
        }

        _page = label.Trim();
        Pages.Add(_page);
        builder.Add(new(AnnouncementRole.PageBreak, element.Name) { Page = _page });
        element.IsSilent = true;
    }

    private void Say(string text)
    {
        if (!_open.TryPeek(out var element))
        {
            return;
        }

        if (element.NamesPage)
        {
            element.NamesPage = false;
            BreakPage(text, element);
        }
        else if (element.NamesFigure)
        {
            builder.Amend(figure => figure.Alternative is null ? figure with { Alternative = text.Trim() } : figure);
        }
        else if (!element.IsSilent && !(XhtmlElements.HasNoWords(element.Role) && string.IsNullOrWhiteSpace(text)))
        {
            builder.Say(element.IsPreformatted ? text : Collapse(text));
        }
    }

    private void End()
    {
        var element = _open.Pop();
        if (element.IsAnnounced)
        {
            builder.End();
        }
    }

    private static string Collapse(string text)
    {
        var collapsed = new System.Text.StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (unit is not (' ' or '\t' or '\r' or '\n'))
            {
                collapsed.Append(unit);
            }
            else if (collapsed.Length == 0 || collapsed[^1] != ' ')
            {
                collapsed.Append(' ');
            }
        }

        return collapsed.ToString();
    }

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 10_000) : otherwise;

    private static string Numbering(string? type) => type switch { "a" => "LowerAlpha", "A" => "UpperAlpha", "i" => "LowerRoman", "I" => "UpperRoman", _ => "Decimal" };

    private static string? Scope(string? scope) => scope switch { "col" or "colgroup" => "Column", "row" or "rowgroup" => "Row", _ => null };

    /// <summary>An element that is being read.</summary>
    private sealed class Element(string name, Element? parent)
    {
        public string Name { get; } = name;

        /// <summary>What its words belong to: its own announcement, or that of the element around it.</summary>
        public AnnouncementRole Role { get; set; } = parent?.Role ?? AnnouncementRole.Document;

        public bool IsAnnounced { get; set; }

        public bool IsSilent { get; set; } = parent?.IsSilent ?? false;

        public bool IsPreformatted { get; } = name == "pre" || (parent?.IsPreformatted ?? false);

        public bool NamesFigure { get; set; }

        public bool NamesPage { get; set; }
    }
}
