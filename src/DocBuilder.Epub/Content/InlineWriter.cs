using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>Writes what flows in a line.</summary>
/// <remarks>The model's depth is bounded by <see cref="Limits.Depth"/>, so the recursion here is bounded too.</remarks>
internal sealed class InlineWriter(Chapter chapter)
{
    private readonly XhtmlWriter writer = chapter.Writer;

    // Elements that HTML forbids inside themselves.
    private bool insideLink;
    private bool insideDefinition;
    private bool insideTime;
    private bool insidePreformatted;

    /// <summary>Writes inline content.</summary>
    public void Write(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            Write(inline);
        }
    }

    /// <summary>Writes the content of <c>pre</c>, where a line break is a line feed.</summary>
    public void WritePreformatted(ImmutableArray<Inline> inlines)
    {
        insidePreformatted = true;
        Write(inlines);
        insidePreformatted = false;
    }

    private void Write(Inline inline)
    {
        chapter.MarkPages(inline);
        switch (inline)
        {
            case Text text: WriteText(text); break;
            case LineBreak when insidePreformatted: writer.Text("\n"); break;
            case LineBreak: writer.Start("br").End(); break;
            case WordBreakOpportunity: writer.Start("wbr").End(); break;
            case Styled styled: WriteStyled(styled); break;
            case Link link: WriteLink(link); break;
            case Quotation quotation: WriteQuotation(quotation); break;
            case Abbreviation abbreviation: WriteAbbreviation(abbreviation); break;
            case Time time: WriteTime(time); break;
            case Span span: WriteSpan(span); break;
            case Ruby ruby: WriteRuby(ruby); break;
            case NoteReference reference: WriteReference(reference); break;
            case MathExpression math: MathWriter.Write(chapter, math, isBlock: false); break;
            case Image image: WriteImage(image); break;
            default: throw new InvalidOperationException($"No XHTML for {inline.GetType().Name}.");
        }
    }

    private void WriteText(Text text)
    {
        // The direction of a text is that of the bidi paragraph it stands in, which is its parent's affair.
        var isPlain = chapter.Edition.Plan.TargetOf(text) is null
            && string.Equals(LanguageTag.Checked(text.Language), writer.Language, StringComparison.Ordinal);
        if (!isPlain)
        {
            writer.Start("span", text.Language, writer.Direction);
            chapter.Id(text);
        }

        chapter.WriteWords(text);
        if (!isPlain)
        {
            writer.End();
        }
    }

    private void WriteStyled(Styled styled)
    {
        var isNestedDefinition = styled.Style == InlineStyle.Definition && insideDefinition;
        var around = writer.Direction;
        chapter.Start(isNestedDefinition ? "span" : ElementOf(styled.Style), styled);
        var outer = insideDefinition;
        insideDefinition |= styled.Style == InlineStyle.Definition;
        // An element with a direction of its own is isolated (HTML, "Rendering", 15.3.5).
        Write(styled.Direction != around && styled.Inlines is [Span { Bidi: BidiIsolation.Isolate } only] && IsAsAround(only, styled) ? only.Inlines : styled.Inlines);
        insideDefinition = outer;
        writer.End();
    }

    private bool IsAsAround(Span span, Styled styled) =>
        span.Direction == styled.Direction && span.Language == styled.Language && span.Anchor is null && chapter.Edition.Plan.TargetOf(span) is null;

    private static string ElementOf(InlineStyle style) => style switch
    {
        InlineStyle.Emphasis => "em",
        InlineStyle.Strong => "strong",
        InlineStyle.Italic => "i",
        InlineStyle.Bold => "b",
        InlineStyle.Citation => "cite",
        InlineStyle.Definition => "dfn",
        InlineStyle.Mark => "mark",
        InlineStyle.Small => "small",
        InlineStyle.Inserted => "ins",
        InlineStyle.Deleted => "del",
        InlineStyle.Strikethrough => "s",
        InlineStyle.Underline => "u",
        InlineStyle.Subscript => "sub",
        InlineStyle.Superscript => "sup",
        InlineStyle.Code => "code",
        InlineStyle.Keyboard => "kbd",
        InlineStyle.Sample => "samp",
        InlineStyle.Variable => "var",
        _ => "span",
    };

    private void WriteLink(Link link)
    {
        var address = insideLink ? null : AddressOf(link);
        chapter.Start(address is null ? "span" : "a", link);
        if (address is not null)
        {
            writer.Attribute("href", address);
            if (!string.IsNullOrWhiteSpace(link.Title))
            {
                writer.Attribute("title", link.Title);
            }

            if (PlainText.IsBlank(link.Inlines))
            {
                // A link without words is announced by its address at least (WCAG 2.4.4).
                writer.Attribute("aria-label", string.IsNullOrWhiteSpace(link.Title) ? link.Target : link.Title);
            }
        }

        var outer = insideLink;
        insideLink |= address is not null;
        Write(link.Inlines);
        insideLink = outer;
        writer.End();
    }

    private string? AddressOf(Link link)
    {
        var address = link.Target.StartsWith('#')
            ? chapter.Edition.Plan.TargetOf(link.Target[1..]) is { } target ? chapter.AddressOf(target) : null
            : Address.Normalize(link.Target);
        if (address is null)
        {
            chapter.Edition.Findings.Add(EpubFindings.AddressNotValid.At(link.Position, link.Target));
        }

        return address;
    }

    private void WriteQuotation(Quotation quotation)
    {
        chapter.Start("q", quotation);
        if (quotation.SourceUrl is { } source && Address.Normalize(source) is { } address)
        {
            writer.Attribute("cite", address);
        }

        Write(quotation.Inlines);
        writer.End();
    }

    private void WriteAbbreviation(Abbreviation abbreviation)
    {
        chapter.Start("abbr", abbreviation);
        if (!string.IsNullOrWhiteSpace(abbreviation.Expansion))
        {
            writer.Attribute("title", abbreviation.Expansion);
        }

        Write(abbreviation.Inlines);
        writer.End();
    }

    private void WriteTime(Time time)
    {
        var dateTime = insideTime ? null : MachineTime.Checked(time.DateTime);
        chapter.Start(dateTime is null ? "span" : "time", time);
        if (dateTime is not null)
        {
            writer.Attribute("datetime", dateTime);
        }

        var outer = insideTime;
        insideTime = true;
        Write(time.Inlines);
        insideTime = outer;
        writer.End();
    }

    private void WriteSpan(Span span)
    {
        switch (span.Bidi)
        {
            case BidiIsolation.None when chapter.Edition.Plan.TargetOf(span) is null
                    && string.Equals(LanguageTag.Checked(span.Language), writer.Language, StringComparison.Ordinal):
                Write(span.Inlines);
                return;
            case BidiIsolation.None:
                writer.Start("span", span.Language, writer.Direction);
                break;
            default:
                // Always with dir: without it, bdi would look at its text, and the model has decided already.
                var name = span.Bidi == BidiIsolation.Isolate ? "bdi" : "bdo";
                writer.Start(name, span.Language, span.Direction, alwaysDirection: true);
                break;
        }

        chapter.Id(span);
        Write(span.Inlines);
        writer.End();
    }

    private void WriteRuby(Ruby ruby)
    {
        chapter.Start("ruby", ruby);
        Write(ruby.Base);
        writer.Start("rt");
        Write(ruby.Annotation);
        writer.End().End();
    }

    private void WriteReference(NoteReference reference)
    {
        var target = insideLink ? null : chapter.Edition.Plan.TargetOf(reference.NoteAnchor);
        chapter.Start(target is null ? "span" : "a", reference);
        if (target is { } place)
        {
            writer.EpubType("noteref").Attribute("role", "doc-noteref").Attribute("href", chapter.AddressOf(place));
        }

        writer.Attribute("class", "noteref").Text(reference.Label).End();
    }

    /// <summary>Writes a picture, or what stands for one that cannot be shown.</summary>
    private void WriteImage(Image image)
    {
        if (chapter.Edition.Images.Of(image) is not { } file)
        {
            WriteMissing(image);
            return;
        }

        chapter.Start("img", image)
            .Attribute("src", "../" + file.Name)
            .Attribute("alt", image.IsDecorative ? "" : image.AlternativeText);
        if (image.IsDecorative)
        {
            writer.Attribute("role", "presentation");
        }

        WritePixels("width", image.Width);
        WritePixels("height", image.Height);
        writer.End();
    }

    private void WriteMissing(Image image)
    {
        if (image.Resource is { } resource)
        {
            chapter.Edition.Findings.Add(EpubFindings.ImageNotKept.At(image.Position, resource.Address, resource.MediaType));
        }

        if (!image.IsDecorative)
        {
            chapter.Start("span", image).Attribute("class", "missing-image").Text(image.AlternativeText).End();
        }
    }

    private void WritePixels(string name, double? pixels)
    {
        if (pixels is >= 1 and < 100_000)
        {
            writer.Attribute(name, Math.Round(pixels.Value).ToString("F0", CultureInfo.InvariantCulture));
        }
    }
}
