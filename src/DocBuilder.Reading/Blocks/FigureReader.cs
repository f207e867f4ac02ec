using System.Collections.Immutable;
using AngleSharp.Dom;
using DocBuilder.Documents;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Blocks;

/// <summary>Reads figures with their captions: <c>figure</c>, and WordPress's captioned pictures.</summary>
internal sealed class FigureReader(ArticleState state, ContentReader content)
{
    /// <summary>Whether a <c>div</c>, or a table of an old blog, is a picture with its caption.</summary>
    public static bool IsCaptionedPicture(IElement element) =>
        Tokens.HasClass(element, "wp-caption", "caption", "image-caption-container", "thumb", "media-figure", "tr-caption-container") && CaptionOf(element) is not null
        && element.QuerySelector("img") is not null;

    public void Read(IElement element, Flow flow, ReadContext context)
    {
        var caption = CaptionOf(element);
        var captionBlocks = ImmutableArray<Block>.Empty;
        var captionText = "";
        if (caption is not null && !state.IsLeftOut(caption))
        {
            captionBlocks = content.ReadBlocks(caption, state.Contexts.Enter(caption, context, isBlock: true));
            captionText = TextCleaner.Fold(caption.TextContent);
        }

        using var scope = state.Images.Within(captionText);
        var inner = state.BlockFlow(context, flow);
        foreach (var child in element.ChildNodes)
        {
            if (child != caption)
            {
                ReadWithout(child, caption, inner, context);
            }
        }

        var blocks = inner.Finish();
        if (blocks.Length == 0)
        {
            foreach (var block in captionBlocks)
            {
                flow.Add(block);
            }

            return;
        }

        // The caption over a table alone is the table's own. (Below it, it stays: that is the order in which it is read.)
        var isCaptionFirst = captionBlocks.Length > 0 && caption!.ParentElement == element && element.Children.First(child => !state.IsLeftOut(child)) == caption;
        if (isCaptionFirst && blocks is [Table { Caption: [] } table])
        {
            flow.Add(table with { Caption = captionBlocks, Anchor = table.Anchor ?? state.Anchors.Of(element) });
            return;
        }

        flow.Add(new Figure
        {
            Blocks = blocks,
            Caption = captionBlocks,
            CaptionFirst = isCaptionFirst,
            Language = context.Language,
            Direction = context.Direction,
            Position = state.Page.PositionOf(element),
            Anchor = state.Anchors.Of(element),
        });
    }

    // A caption deeper in the figure is taken out of its place before the rest is read.
    private void ReadWithout(INode node, IElement? caption, Flow flow, ReadContext context)
    {
        if (caption is not null && node is IElement element && element.Contains(caption))
        {
            state.Boilerplate.LeaveOutSilently(caption);
        }

        content.Read(node, flow, context);
    }

    private static IElement? CaptionOf(IElement element) =>
        element.LocalName == "figure"
            ? Subtree.First(element, child => child.LocalName == "figcaption" && child.Closest("figure") == element)
            : element.QuerySelector(".wp-caption-text, .caption-text, figcaption, .thumbcaption, .image-caption, .tr-caption");
}
