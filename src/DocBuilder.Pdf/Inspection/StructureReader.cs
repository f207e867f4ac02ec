using DocBuilder.Documents.Announcements;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Pdf.Inspection;

/// <summary>
/// Walks the structure tree (ISO 32000-1 14.7) in its order, which is the order of reading, and says what is in it. The walk keeps its own stack, and
/// meets no element twice, so that neither depth nor circles can hold it.
/// </summary>
internal sealed class StructureReader
{
    private readonly PdfTokens _tokens;
    private readonly MarkedTexts _texts;
    private readonly PdfPages _pages;
    private readonly AnnotationTargets _targets;
    private readonly AnnouncementTreeBuilder _builder;
    private readonly CancellationToken _cancellation;
    private readonly DictionaryToken _root;
    private readonly RoleMapping _roles;
    private readonly StructureAttributes _attributes;
    private readonly HashSet<IndirectReference> _seen = [];
    private readonly Stack<Frame> _open = new();
    private readonly int? _documentLevel;
    private readonly ContentJoining _joining = new();

    public StructureReader(
        PdfTokens tokens,
        MarkedTexts texts,
        PdfPages pages,
        AnnotationTargets targets,
        DictionaryToken root,
        int? documentLevel,
        AnnouncementTreeBuilder builder,
        CancellationToken cancellation)
    {
        (_tokens, _texts, _pages, _targets, _root, _documentLevel, _builder, _cancellation) = (tokens, texts, pages, targets, root, documentLevel, builder, cancellation);
        _roles = new(tokens, root);
        _attributes = new(tokens, root);
    }

    /// <summary>Whether an element was met a second time, and not entered again.</summary>
    public bool HasCircle { get; private set; }

    /// <summary>How many references to content led to none.</summary>
    public int MissingContents { get; private set; }

    /// <summary>Puts the whole tree into the builder.</summary>
    /// <param name="language">The language of the whole, which the first element carries unless it has one of its own.</param>
    public void Read(string? language)
    {
        foreach (var kid in _tokens.Items(PdfTokens.Raw(_root, "K")))
        {
            Enter(kid, null, language);
            language = null;
            while (_open.TryPeek(out var frame))
            {
                _cancellation.ThrowIfCancellationRequested();
                if (frame.Next < frame.Kids.Count && !_builder.IsFull)
                {
                    Read(frame.Kids[frame.Next++], frame);
                    continue;
                }

                _open.Pop();
                if (frame.IsAnnounced)
                {
                    _builder.End();
                }
            }
        }
    }

    private void Read(IToken kid, Frame frame)
    {
        var resolved = _tokens.Resolve(kid);
        if (resolved is NumericToken)
        {
            Say(frame, frame.Page, _tokens.Integer(resolved), isInForm: false);
        }
        else if (resolved is DictionaryToken dictionary)
        {
            switch (_tokens.Name(dictionary, "Type"))
            {
                case "MCR":
                    Say(frame, PageOf(dictionary, frame.Page), _tokens.Integer(dictionary, "MCID"), PdfTokens.Raw(dictionary, "Stm") is not null);
                    break;
                case "OBJR":
                    Refer(_tokens.Dictionary(dictionary, "Obj"), PageOf(dictionary, frame.Page));
                    break;
                default:
                    Enter(kid, frame, null);
                    break;
            }
        }
    }

    private void Enter(IToken token, Frame? parent, string? language)
    {
        if (token is IndirectReferenceToken reference && !_seen.Add(reference.Data))
        {
            HasCircle = true;
            return;
        }

        if (_tokens.Dictionary(token) is not { } element || _tokens.Name(element, "S") is null)
        {
            return;
        }

        var type = _roles.Standard(element, out var own);
        var announcement = Describe(element, type, own) with { Language = _tokens.Text(element, "Lang") ?? language };
        var isAnnounced = type != "NonStruct" || announcement is not { Language: null, Alternative: null, ActualText: null, Expansion: null };
        if (isAnnounced)
        {
            _builder.Begin(announcement);
        }

        // Code is isolated, which leaves no trace: its own letters tell its direction, and signs alone run from left to right.
        var isCode = StandardTypes.Role(type) == AnnouncementRole.Code;
        _open.Push(new(_tokens.Items(PdfTokens.Raw(element, "K")), isAnnounced)
        {
            Page = PageOf(element, parent?.Page ?? 0),
            Level = WritingMode(element) ?? ((isCode && parent is { Level: not 0 }) || (parent is { Level: 0 } && IsForeign(element, type)) ? null : parent?.Level ?? _documentLevel),
            Before = parent is not null && StandardTypes.IsInline(type) ? parent.Before : new(),
            LanguageLevel = isCode ? 0 : announcement.Language is { } declared ? RightToLeftLanguages.Level(declared) : parent?.LanguageLevel ?? 0,
        });
    }

    private Announcement Describe(DictionaryToken element, string type, string own) => new(StandardTypes.Role(type), type)
    {
        OwnTag = own == type ? null : own,
        Level = StandardTypes.HeadingLevel(type),
        Alternative = _tokens.Text(element, "Alt"),
        ActualText = _tokens.Text(element, "ActualText"),
        Expansion = _tokens.Text(element, "E"),
        Title = _tokens.Text(element, "T"),
        Id = _tokens.Text(element, "ID"),
        Numbering = _attributes.Name(element, "List", "ListNumbering"),
        Scope = _attributes.Name(element, "Table", "Scope"),
        RowSpan = _attributes.Span(element, "RowSpan"),
        ColumnSpan = _attributes.Span(element, "ColSpan"),
        Headers = _attributes.Find(element, "Table", "Headers") is { } headers
            ? string.Join(' ', _tokens.Items(headers).Select(_tokens.Text).OfType<string>()) : null,
    };

    /// <summary>Whether a phrase inside text from left to right may be an isolate from right to left: then its letters tell, as where nothing is declared.</summary>
    private bool IsForeign(DictionaryToken element, string type) =>
        StandardTypes.IsInline(type) && _tokens.Text(element, "Lang") is { } language && RightToLeftLanguages.Level(language) == 1;

    private int? WritingMode(DictionaryToken element) => _attributes.Name(element, "Layout", "WritingMode") switch { "RlTb" => 1, "LrTb" => 0, _ => null };

    private int PageOf(DictionaryToken dictionary, int inherited) => _pages.NumberOf(PdfTokens.Raw(dictionary, "Pg")) is > 0 and var number ? number : inherited;

    private void Say(Frame frame, int page, int? id, bool isInForm)
    {
        if (page == 0 || id is null || _texts.Find(page, id.Value, isInForm) is not { } content)
        {
            MissingContents++;
            return;
        }

        Place(page);
        var text = _joining.Next(page, content, content.Read(frame.Level, frame.LanguageLevel, frame.Before));
        if (content.Language is null && content.Expansion is null && content.Alternative is null)
        {
            _builder.Say(text);
            return;
        }

        _builder.Begin(new(AnnouncementRole.Span, "Span") { Language = content.Language, Expansion = content.Expansion, Alternative = content.Alternative, Page = _pages.LabelOf(page) });
        _builder.Say(text);
        _builder.End();
    }

    private void Refer(DictionaryToken? referred, int page)
    {
        if (referred is null)
        {
            MissingContents++;
            return;
        }

        Place(page);
        if (_tokens.Name(referred, "Subtype") == "Widget")
        {
            _builder.Amend(field => field with
            {
                Role = AnnouncementRole.Field,
                Title = field.Title ?? _tokens.Text(referred, "TU") ?? _tokens.Text(referred, "T"),
            });
        }
        else if (_tokens.Name(referred, "Subtype") == "Link")
        {
            // A link over several lines has an annotation for each; they all lead to the same place.
            _builder.Amend(link => link.Target is null && !link.IsTargetInside ? _targets.Lead(link, referred) : link);
        }
    }

    /// <summary>An element begins on the page of the first content in it.</summary>
    private void Place(int page) => _builder.Place(_pages.LabelOf(page));

    /// <summary>An element that is being read.</summary>
    /// <param name="kids">What is in it.</param>
    /// <param name="isAnnounced">Whether it is told of, or only what is in it (NonStruct, ISO 32000-1 14.8.4.2).</param>
    private sealed class Frame(IReadOnlyList<IToken> kids, bool isAnnounced)
    {
        public IReadOnlyList<IToken> Kids { get; } = kids;

        public bool IsAnnounced { get; } = isAnnounced;

        public int Next { get; set; }

        /// <summary>The page of content that does not say its own; 0 when there is none.</summary>
        public required int Page { get; init; }

        /// <summary>The direction of the writing mode; null when none is set.</summary>
        public required int? Level { get; init; }

        /// <summary>What the paragraph has said that this is, or is a part of.</summary>
        public required LinesBefore Before { get; init; }

        /// <summary>The direction in which its language is written.</summary>
        public required int LanguageLevel { get; init; }
    }
}
