using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder.Pdf.Structure;

/// <content>Inline content: an element only where it carries something that the words alone do not.</content>
internal sealed partial class StructureBuilder
{
    private void AddInlines(StructureElement parent, ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            AddInline(parent, inline);
        }
    }

    private void AddInline(StructureElement parent, Inline inline)
    {
        _tree.PlaceNode(inline, parent);
        switch (inline)
        {
            case Text text:
                AddContent(InItsLanguage(parent, text), text, ContentPart.Content);
                break;
            case Styled styled:
                AddInlines(AddStyle(parent, styled), styled.Inlines);
                break;
            case Link link:
                AddLink(parent, link);
                break;
            case Quotation quotation:
                AddInlines(Child(parent, "Quote", quotation), quotation.Inlines);
                break;
            case Abbreviation abbreviation:
                var span = Child(parent, "Span", abbreviation);
                if (span != parent)
                {
                    span.Expansion = abbreviation.Expansion;
                }

                AddInlines(span, abbreviation.Inlines);
                break;
            case InlineContainer container:
                AddInlines(InItsLanguage(parent, container), container.Inlines);
                break;
            case Ruby ruby:
                var element = Child(parent, "Ruby", ruby);
                AddInlines(Child(element, "RB", ruby, holdsPlace: true), ruby.Base);
                AddInlines(Child(element, "RT", ruby, holdsPlace: true), ruby.Annotation);
                break;
            case NoteReference reference:
                AddNoteReference(parent, reference);
                break;
            case MathExpression math:
                AddFormula(parent, math, isBlock: false);
                break;
            case Image image:
                AddImage(parent, image, isBlock: false);
                break;
            case LineBreak or WordBreakOpportunity:
                break;
            default:
                throw new InvalidOperationException($"The structure tree has no place for a {inline.GetType().Name}.");
        }
    }

    private StructureElement InItsLanguage(StructureElement parent, Node node) =>
        LanguageTag.IsKnown(node.Language) && node.Language != LanguageOf(parent) ? Child(parent, "Span", node) : parent;

    private StructureElement AddStyle(StructureElement parent, Styled styled)
    {
        switch (styled.Style)
        {
            case InlineStyle.Code or InlineStyle.Sample or InlineStyle.Keyboard:
                return Child(parent, "Code", styled);
            case InlineStyle.Emphasis when vocabulary.Emphasis is { } type:
                return Child(parent, type, styled);
            case InlineStyle.Strong when vocabulary.Strong is { } type:
                return Child(parent, type, styled);
            case InlineStyle.Inserted or InlineStyle.Underline or InlineStyle.Deleted or InlineStyle.Strikethrough:
                var span = Child(parent, "Span", styled);
                if (span != parent)
                {
                    span.TextDecoration = styled.Style is InlineStyle.Inserted or InlineStyle.Underline ? "Underline" : "LineThrough";
                }

                return span;
            default:
                return InItsLanguage(parent, styled);
        }
    }

    private void AddLink(StructureElement parent, Link link)
    {
        if (!links.Contains(link))
        {
            AddInlines(InItsLanguage(parent, link), link.Inlines);
            return;
        }

        var element = Child(parent, "Link", link);
        PlaceLink(link, element);
        AddInlines(element, link.Inlines);
    }

    private void AddFormula(StructureElement parent, MathExpression math, bool isBlock)
    {
        var element = Child(parent, "Formula", math);
        if (element != parent)
        {
            element.AlternativeText = math.AlternativeText;
            element.IsPlacedAsBlock = isBlock;
        }

        AddContent(element, math, ContentPart.Content);
    }

    /// <summary>A picture that says nothing has no element; one that is missing is its alternative text, as words.</summary>
    private void AddImage(StructureElement parent, Image image, bool isBlock)
    {
        if (image.IsDecorative)
        {
            return;
        }

        if (image.Resource is null)
        {
            AddContent(isBlock ? Child(parent, "P", image) : InItsLanguage(parent, image), image, ContentPart.Content);
            return;
        }

        var element = Child(parent, "Figure", image);
        if (element != parent)
        {
            element.AlternativeText = image.AlternativeText;
            element.IsPlacedAsBlock = isBlock;
        }

        AddContent(element, image, ContentPart.Content);
    }
}
