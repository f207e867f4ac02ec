using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Images;
using DocBuilder.Reading.Languages;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Inlines;

/// <summary>Reads inline elements. Unknown ones are transparent.</summary>
internal sealed class InlineReader(ArticleState state, ContentReader content)
{
    /// <summary>Whether an element says more than what stands in it, so that it cannot be read as if it were not there.</summary>
    public static bool HasMeaning(IElement element) => element.LocalName switch
    {
        "img" or "picture" or "svg" or "math" or "iframe" or "object" or "embed" or "video" or "audio" or "canvas" or "applet" => true,
        "a" or "q" or "ruby" or "abbr" or "acronym" or "time" or "bdi" or "bdo" => true,
        "input" or "select" or "textarea" or "button" or "meter" or "progress" or "noscript" => true,
        _ => StyleOf(element) is not null,
    };

    /// <summary>Reads an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="flow">Where its content goes.</param>
    /// <param name="context">What its content inherits.</param>
    /// <param name="outer">What stands around it.</param>
    public void Read(IElement element, Flow flow, ReadContext context, ReadContext outer)
    {
        var position = state.Page.PositionOf(element);
        switch (element.LocalName)
        {
            case "br":
                flow.AddAnchor(state.Anchors.Of(element));
                if (flow.AddBreak(context, position) && !state.Findings.Has(FindingCatalog.ParagraphsFromBreaks))
                {
                    state.Findings.Add(FindingCatalog.ParagraphsFromBreaks, position);
                }

                return;
            case "wbr":
                flow.AddTransparentLeaf(new WordBreakOpportunity { Language = context.Language, Direction = context.Direction, Position = position });
                return;
            case "img":
                ReadImage(element, flow, context);
                return;
            case "picture":
                foreach (var image in element.Children.Where(static child => child.LocalName == "img").Take(1))
                {
                    ReadImage(image, flow, context);
                }

                return;
            // What a page shows without scripts; beside a picture that scripts would load it only says the same again.
            case "noscript" when element.QuerySelector("img") is null || LazyImages.StandsBeside(element):
                return;
            case "a":
                ReadLink(element, flow, context, outer);
                return;
            case "q":
                ReadQuotation(element, flow, context, outer);
                return;
            case "ruby":
                ReadRuby(element, flow, context);
                return;
            case "math":
                ReadMath(element, flow, context, position);
                return;
            case "svg":
                ReadDrawing(element, flow, context);
                return;
            case "iframe" or "object" or "embed" or "video" or "audio" or "canvas" or "applet":
                ReadMedia(element, flow, context);
                return;
            case "input" or "select" or "textarea" or "button" or "meter" or "progress" when !IsHeading(element):
                ReadControl(element, flow, context);
                return;
            case "code" or "tt" or "kbd" or "samp":
                var inner = context with { Direction = DirectionOfCode(element, context.Direction) };
                ReadContainer(element, flow, inner, outer, WrapperOf(element, inner, position));
                return;
            default:
                ReadContainer(element, flow, context, outer, WrapperOf(element, context, position));
                return;
        }
    }

    /// <summary>Whether all that a heading says is said on a button, which opens the section below.</summary>
    private static bool IsHeading(IElement control) =>
        control.LocalName == "button" && control.Closest("h1, h2, h3, h4, h5, h6, [role=heading]") is { } heading && TextMeasure.Visible(heading) == TextMeasure.Visible(control);

    /// <summary>
    /// Code runs from left to right in any text, unless its author says otherwise or it is written in letters of the other direction. Without that the signs
    /// at its ends would change sides: "--out", "./install".
    /// </summary>
    private static TextDirection DirectionOfCode(IElement element, TextDirection inherited) =>
        inherited == TextDirection.RightToLeft && !HasDirection(element) && StrongDirection.ShareOfRightToLeft(element.TextContent) < 0.5
            && element.TextContent.AsSpan().ContainsAnyExceptInRange('0', '9') ? TextDirection.LeftToRight : inherited;

    private void ReadImage(IElement element, Flow flow, ReadContext context)
    {
        if (state.Images.Read(element, context) is { } image)
        {
            flow.AddAnchor(state.Anchors.Of(element));
            flow.AddLeaf(image, context);
        }
    }

    /// <summary>A displayed formula stands on a line of its own (MathML Core, 2.1.3), with nothing beside it but its number.</summary>
    private static void ReadMath(IElement element, Flow flow, ReadContext context, SourcePosition position)
    {
        var isDisplayed = string.Equals(element.Attribute("display"), "block", StringComparison.OrdinalIgnoreCase);
        var isNumbered = isDisplayed && MathReader.HasNumber(element);
        if (isDisplayed && !isNumbered)
        {
            flow.EndParagraph();
        }

        flow.AddLeaf(MathReader.Read(element, context, position), context);
        if (isNumbered)
        {
            flow.AddText(" ", context, position);
        }
        else if (isDisplayed)
        {
            flow.EndParagraph();
        }
    }

    private void ReadContainer(IElement element, Flow flow, ReadContext context, ReadContext outer, InlineWrapper? wrapper)
    {
        var anchor = state.Anchors.Of(element);
        if (anchor is not null && !HasVisibleText(element))
        {
            flow.AddAnchor(anchor);
            anchor = null;
        }

        wrapper = Isolated(element, context, outer, wrapper, anchor);
        if (wrapper is null && (anchor is not null || context.Language != outer.Language))
        {
            wrapper = InlineWrapper.Span(context, state.Page.PositionOf(element), BidiIsolation.None);
            wrapper.Anchor = anchor;
        }

        if (wrapper is null)
        {
            content.ReadChildren(element, flow, context);
            return;
        }

        flow.Open(wrapper);
        content.ReadChildren(element, flow, context);
        flow.Close();
    }

    /// <summary>Gives an element's wrapper its anchor, and puts what a <c>dir</c> attribute, <c>bdi</c> or <c>bdo</c> isolates into a span of its own.</summary>
    private InlineWrapper? Isolated(IElement element, ReadContext context, ReadContext outer, InlineWrapper? wrapper, string? anchor)
    {
        wrapper?.Anchor = anchor;
        var style = InlineStyles.Value(element.Attribute("style"), "unicode-bidi");
        var isOverride = element.LocalName == "bdo" || style is "bidi-override" or "isolate-override";
        var isIsolated = isOverride || element.LocalName == "bdi" || HasDirection(element) || context.Direction != outer.Direction
            || style is "isolate" or "embed" or "plaintext";
        if (!isIsolated)
        {
            return wrapper;
        }

        var position = state.Page.PositionOf(element);
        var isolation = isOverride ? BidiIsolation.IsolateOverride : BidiIsolation.Isolate;
        if (wrapper is not null)
        {
            return InlineWrapper.Inside(wrapper, context, position, isolation);
        }

        var span = InlineWrapper.Span(context, position, isolation);
        span.Anchor = anchor;
        return span;
    }

    private static bool HasDirection(IElement element) =>
        element.Attribute("dir")?.Trim().ToLowerInvariant() is "rtl" or "ltr" or "auto";

    private static InlineWrapper? WrapperOf(IElement element, ReadContext context, SourcePosition position)
    {
        if (StyleOf(element) is { } style)
        {
            return InlineWrapper.Styled(style, context, position);
        }

        return element.LocalName switch
        {
            "abbr" or "acronym" when TextCleaner.FoldOrNull(element.Attribute("title")) is { } expansion => InlineWrapper.Abbreviation(expansion, context, position),
            "time" when TextCleaner.FoldOrNull(element.Attribute("datetime")) is { } dateTime => InlineWrapper.Time(dateTime, context, position),
            _ => null,
        };
    }

    private static InlineStyle? StyleOf(IElement element) => element.LocalName switch
    {
        "em" => InlineStyle.Emphasis,
        "strong" => InlineStyle.Strong,
        "i" => InlineStyle.Italic,
        "b" => InlineStyle.Bold,
        "cite" => InlineStyle.Citation,
        "dfn" => InlineStyle.Definition,
        "mark" => InlineStyle.Mark,
        "small" => InlineStyle.Small,
        "ins" => InlineStyle.Inserted,
        "del" => InlineStyle.Deleted,
        "s" or "strike" => InlineStyle.Strikethrough,
        "u" => InlineStyle.Underline,
        "sub" => InlineStyle.Subscript,
        "sup" => InlineStyle.Superscript,
        "code" or "tt" => InlineStyle.Code,
        "kbd" => InlineStyle.Keyboard,
        "samp" => InlineStyle.Sample,
        "var" => InlineStyle.Variable,
        "span" or "font" => StyleOfStyle(element.Attribute("style")),
        _ => null,
    };

    // Word processors and editors write emphasis as styled spans.
    private static InlineStyle? StyleOfStyle(string? style) => style is null ? null
        : InlineStyles.Value(style, "font-weight") is "bold" or "bolder" or "600" or "700" or "800" or "900" ? InlineStyle.Bold
        : InlineStyles.Value(style, "font-style") is "italic" or "oblique" ? InlineStyle.Italic
        : InlineStyles.Value(style, "vertical-align") is "super" ? InlineStyle.Superscript
        : InlineStyles.Value(style, "vertical-align") is "sub" ? InlineStyle.Subscript
        : (InlineStyles.Value(style, "text-decoration") ?? InlineStyles.Value(style, "text-decoration-line")) switch
        {
            "underline" => InlineStyle.Underline,
            "line-through" => InlineStyle.Strikethrough,
            _ => null,
        };

    /// <summary>The mark beside a heading that links to the heading itself: documentation sites make it, and it says nothing.</summary>
    private static bool IsPermalink(IElement element, string href) =>
        href.TrimStart().StartsWith('#') && element.TextContent.Trim() is "¶" or "#" or "§" or "🔗" && element.Closest("h1, h2, h3, h4, h5, h6") is not null;

    private void ReadLink(IElement element, Flow flow, ReadContext context, ReadContext outer)
    {
        var href = element.Attribute("href");
        var position = state.Page.PositionOf(element);
        if (href is null || context.IsInLink)
        {
            ReadContainer(element, flow, context, outer, null);
            return;
        }

        if (IsPermalink(element, href))
        {
            return;
        }

        if (!HasVisibleText(element))
        {
            var hasPicture = HasPicture(element);
            if (hasPicture && !IsPictureAddress(href)
                && element.QuerySelectorAll("img").All(static picture => picture.Attribute("alt") is { } alt && string.IsNullOrWhiteSpace(alt))
                && element.QuerySelector("svg") is null && TextCleaner.FoldOrNull(element.Attribute("aria-label") ?? element.Attribute("title")) is null)
            {
                state.Findings.Add(FindingCatalog.LinkEmpty, position, href);
            }

            if (!hasPicture)
            {
                if (href.Trim() is not ("" or "#") && !Tokens.HasClass(element, "anchor", "headerlink", "header-anchor"))
                {
                    state.Findings.Add(FindingCatalog.LinkEmpty, position, href);
                }

                ReadContainer(element, flow, context, outer, null);
                return;
            }

            // A picture that leads to itself in a larger size: in an edition the picture is all there is.
            if (IsPictureAddress(href))
            {
                ReadContainer(element, flow, context, outer, null);
                return;
            }
        }

        if (state.Links.FragmentOf(href) is { } id && state.Anchors.Find(id) is null && NoteShapes.LooksLikeCall(element))
        {
            state.Findings.Add(FindingCatalog.NoteMissing, position, NoteShapes.LabelOf(element));
            ReadContainer(element, flow, context, outer, null);
            return;
        }

        var target = state.Links.Resolve(href, position);
        if (target is null)
        {
            ReadContainer(element, flow, context, outer, null);
            return;
        }

        var title = TextCleaner.FoldOrNull(element.Attribute("title"));
        var wrapper = new InlineWrapper(
            (inlines, anchor) => new Link
            {
                Target = target,
                Title = title,
                Inlines = inlines,
                Language = context.Language,
                Direction = context.Direction,
                Position = position,
                Anchor = anchor,
            });
        ReadContainer(element, flow, context with { IsInLink = true }, outer, wrapper);
    }

    private void ReadQuotation(IElement element, Flow flow, ReadContext context, ReadContext outer)
    {
        var position = state.Page.PositionOf(element);
        var source = state.Links.ResolveSource(element.Attribute("cite"));
        var (open, close) = Phrases.QuotationMarks(outer.Language, outer.QuotationDepth);
        if (StartsWithQuotationMark(element))
        {
            (open, close) = ("", "");
        }

        var wrapper = Isolated(element, context, outer, new InlineWrapper(
            (inlines, anchor) => new Quotation
            {
                SourceUrl = source,
                Inlines = inlines,
                Language = context.Language,
                Direction = context.Direction,
                Position = position,
                Anchor = anchor,
            }), state.Anchors.Of(element))!;
        var inner = context with { QuotationDepth = outer.QuotationDepth + 1 };
        flow.Open(wrapper);
        flow.AddText(open, context, position);
        content.ReadChildren(element, flow, inner);
        flow.AddText(close, context, position);
        flow.Close();
    }

    private static bool StartsWithQuotationMark(IElement element)
    {
        var text = element.TextContent.AsSpan().Trim();
        return text.Length > 0 && text[0] is '"' or '«' or '“' or '”' or '„' or '‹' or '‘';
    }

    private void ReadRuby(IElement element, Flow flow, ReadContext context)
    {
        var position = state.Page.PositionOf(element);
        var bases = state.InlineFlow(context);
        foreach (var child in element.ChildNodes)
        {
            if (child is IElement { LocalName: "rt" or "rtc" } annotation)
            {
                var words = bases.FinishInlines();
                var anchor = state.Anchors.Of(element);
                var said = content.ReadInlines(annotation, state.Contexts.Enter(annotation, context, isBlock: false), null, ref anchor);
                AddRuby(words, said, flow, context, position);
                bases = state.InlineFlow(context);
            }
            else
            {
                content.Read(child, bases, context);
            }
        }

        foreach (var rest in bases.FinishInlines())
        {
            flow.AddLeaf(rest, context);
        }
    }

    private static void AddRuby(ImmutableArray<Inline> words, ImmutableArray<Inline> said, Flow flow, ReadContext context, SourcePosition position)
    {
        if (words.Length > 0 && said.Length > 0)
        {
            flow.AddLeaf(new Ruby { Base = words, Annotation = said, Language = context.Language, Direction = context.Direction, Position = position }, context);
            return;
        }

        foreach (var inline in words.Length > 0 ? words : said)
        {
            flow.AddLeaf(inline, context);
        }
    }

    private void ReadDrawing(IElement element, Flow flow, ReadContext context)
    {
        if (state.Images.ReadDrawing(element, context) is { } image)
        {
            flow.AddLeaf(image, context);
        }
    }

    private void ReadMedia(IElement element, Flow flow, ReadContext context)
    {
        var position = state.Page.PositionOf(element);
        state.Findings.Add(FindingCatalog.MediaLeftOut, position, element.LocalName);
        // What stands in a video is for browsers that know none: a link to the file is worth keeping, an excuse is not.
        if (element.LocalName switch
        {
            "iframe" => false,
            "video" or "audio" => element.QuerySelector("a[href], img, table, li") is not null,
            _ => true,
        })
        {
            content.ReadChildren(element, flow, context);
        }
    }

    private void ReadControl(IElement element, Flow flow, ReadContext context)
    {
        var position = state.Page.PositionOf(element);
        var type = element.LocalName == "input" ? element.Attribute("type")?.ToLowerInvariant() : null;
        if (type is "checkbox" or "radio" && element.Has("disabled"))
        {
            // Nobody can change it: as in a list of tasks, it says what is done.
            flow.AddText(BoxOf(type, element.Has("checked")), context, position);
            return;
        }

        state.Findings.Add(FindingCatalog.ControlLeftOut, position, element.LocalName);
        var words = element.LocalName switch
        {
            "input" when type is "checkbox" or "radio" => BoxOf(type, element.Has("checked")),
            "input" when type is "file" or "range" or "color" or "password" => null,
            "input" => element.Attribute("value"),
            _ => null,
        };
        if (TextCleaner.FoldOrNull(words) is { } value)
        {
            flow.AddText(value, context, position);
        }
        else
        {
            content.ReadChildren(element, flow, context);
        }
    }

    private static string BoxOf(string type, bool isChecked) => (type, isChecked) switch
    {
        ("checkbox", true) => "\u2611",
        ("checkbox", false) => "\u2610",
        (_, true) => "\u25C9",
        (_, false) => "\u25CB",
    };

    private bool HasVisibleText(IElement element)
    {
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            var has = children[i] switch
            {
                IText text => !string.IsNullOrWhiteSpace(text.Data),
                IElement { LocalName: "math" } => true,
                IElement child => !state.IsLeftOut(child) && HasVisibleText(child),
                _ => false,
            };
            if (has)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPicture(IElement element) => element.QuerySelector("img, picture, svg, object") is not null;

    private static bool IsPictureAddress(string href)
    {
        var end = href.AsSpan().IndexOfAny("?#");
        var extension = Path.GetExtension((end < 0 ? href : href[..end]).Trim());
        return extension.ToLower(CultureInfo.InvariantCulture) is ".jpg" or ".jpeg" or ".png" or ".gif" or ".webp" or ".svg";
    }
}
