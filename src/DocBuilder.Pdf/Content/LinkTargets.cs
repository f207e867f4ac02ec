using System.Globalization;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Pdf.Navigation;
using DocBuilder.Pdf.Profiles;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Content;

/// <summary>Where every link of the pages leads: found before the structure tree is built, since a link that leads nowhere is no Link.</summary>
internal sealed class LinkTargets
{
    /// <summary>What a URI may be longer than in no reader, and what a PDF string holds.</summary>
    private const int MaxUriLength = 8000;

    private readonly Dictionary<Node, LinkAction> _actions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Finds the targets of all links that the pages show.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="language">The language that links are described in, the document's.</param>
    /// <param name="violations">Takes links that lead nowhere.</param>
    public LinkTargets(PageSet pages, string language, ViolationList violations)
    {
        var anchors = new Dictionary<string, Destination>(StringComparer.Ordinal);
        foreach (var destination in pages.Destinations.Where(static destination => destination.Node.Anchor is not null))
        {
            anchors.TryAdd(destination.Node.Anchor!, destination);
        }

        var calls = new Dictionary<string, Destination>(StringComparer.Ordinal);
        foreach (var destination in pages.Destinations)
        {
            if (destination.Node is NoteReference reference)
            {
                // A note that is called more than once leads back to the first call.
                calls.TryAdd(reference.NoteAnchor, destination);
            }
        }

        AddContents(pages);
        foreach (var area in pages.Pages.SelectMany(static page => page.Items).OfType<LinkArea>())
        {
            if (_actions.ContainsKey(area.Target))
            {
                continue;
            }

            if (area.Target is Note note)
            {
                if (note.Anchor is not null && calls.TryGetValue(note.Anchor, out var call))
                {
                    _actions.Add(note, new LinkAction(null, call, $"{BackLinkWords.In(language)} {note.Label}"));
                }

                continue;
            }

            var (target, description) = area.Target switch
            {
                Link link => (link.Target, Description(link)),
                NoteReference reference => ("#" + reference.NoteAnchor, reference.Label),
                _ => throw new InvalidOperationException($"A {area.Target.GetType().Name} is no link."),
            };
            if (!target.StartsWith('#'))
            {
                _actions.Add(area.Target, new LinkAction(ToAscii(target), null, description));
            }
            else if (anchors.TryGetValue(target[1..], out var place))
            {
                _actions.Add(area.Target, new LinkAction(null, place, description) { Name = DestinationList.NameOf(target[1..]) });
            }
            else
            {
                violations.Add(Claims.None, PdfFindings.LinkToNowhere.At(area.Target.Position, target));
            }
        }
    }

    /// <summary>The contents lead to headings, whether these have anchors or not.</summary>
    private void AddContents(PageSet pages)
    {
        if (pages.Contents is not { } contents)
        {
            return;
        }

        var places = new Dictionary<Node, Destination>(ReferenceEqualityComparer.Instance);
        foreach (var destination in pages.Destinations)
        {
            places.TryAdd(destination.Node, destination);
        }

        foreach (var entry in contents.Entries)
        {
            _actions.Add(entry.Link, new LinkAction(null, places[entry.Heading], Description(entry.Link)));
        }
    }

    /// <summary>The links that can be pressed.</summary>
    public IReadOnlySet<Node> Nodes => _actions.Keys.ToHashSet<Node>(ReferenceEqualityComparer.Instance);

    /// <summary>What a link does; null when it leads nowhere.</summary>
    public LinkAction? ActionOf(Node link) => _actions.GetValueOrDefault(link);

    private static string Description(Link link)
    {
        var text = string.IsNullOrWhiteSpace(link.Title) ? InlineText.Of(link.Inlines).Trim() : link.Title;
        return text.Length > 0 ? text : link.Target;
    }

    /// <summary>The address in ASCII (ISO 32000-1 12.6.4.7): what is not is percent-encoded as UTF-8.</summary>
    private static string ToAscii(string address)
    {
        var ascii = new StringBuilder(address.Length);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in address.EnumerateRunes())
        {
            if (ascii.Length > MaxUriLength)
            {
                break;
            }

            if (rune.Value is > ' ' and < 0x7F and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}'))
            {
                ascii.Append((char)rune.Value);
                continue;
            }

            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
            {
                ascii.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }
        }

        return ascii.ToString();
    }
}
