using System.Collections.Immutable;
using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Epub.Content;

/// <summary>Writes lists.</summary>
internal sealed class ListWriter(Chapter chapter, BlockWriter blocks)
{
    private readonly XhtmlWriter writer = chapter.Writer;

    /// <summary>Writes an ordered or unordered list.</summary>
    public void Write(List list)
    {
        if (list.Items.IsEmpty)
        {
            return;
        }

        var step = list.IsOrdered ? WriteOrdered(list) : WriteUnordered(list);
        writer.Line();
        var expected = list.Items[0].Ordinal;
        foreach (var item in list.Items)
        {
            chapter.Start("li", item);
            if (list.IsOrdered && item.Ordinal != expected)
            {
                writer.Attribute("value", Number(item.Ordinal));
            }

            expected = unchecked(item.Ordinal + step);
            WriteItem(item.Blocks);
            writer.End().Line();
        }

        writer.End();
    }

    private int WriteUnordered(List list)
    {
        chapter.Start("ul", list);
        switch (list.Marker)
        {
            case ListMarker.Circle: writer.Attribute("class", "circle"); break;
            case ListMarker.Square: writer.Attribute("class", "square"); break;
            case ListMarker.None: writer.Attribute("class", "unmarked"); break;
            default: break;
        }

        return 0;
    }

    /// <summary>Opens <c>ol</c> with what the ordinals say, and returns by how much they go on.</summary>
    private int WriteOrdered(List list)
    {
        var first = list.Items[0].Ordinal;
        var isReversed = list.Items.Length > 1 && list.Items.Zip(list.Items.Skip(1)).All(static pair => pair.Second.Ordinal == (long)pair.First.Ordinal - 1);
        chapter.Start("ol", list);
        if (isReversed)
        {
            writer.Attribute("reversed", "reversed");
        }

        if (first != (isReversed ? list.Items.Length : 1))
        {
            writer.Attribute("start", Number(first));
        }

        WriteMarker(list.Marker);
        return isReversed ? -1 : 1;
    }

    private void WriteMarker(ListMarker marker)
    {
        switch (marker)
        {
            case ListMarker.LowerAlpha: writer.Attribute("type", "a"); break;
            case ListMarker.UpperAlpha: writer.Attribute("type", "A"); break;
            case ListMarker.LowerRoman: writer.Attribute("type", "i"); break;
            case ListMarker.UpperRoman: writer.Attribute("type", "I"); break;
            case ListMarker.Abjad: writer.Attribute("class", "abjad"); break;
            default:
                switch (chapter.Section.Numbering)
                {
                    case NumberingSystem.ArabicIndic: writer.Attribute("class", "arabic-indic"); break;
                    case NumberingSystem.ExtendedArabicIndic: writer.Attribute("class", "extended-arabic-indic"); break;
                    default: break;
                }

                break;
        }
    }

    /// <summary>An item that is one paragraph, or one with lists below it, is written without <c>p</c>, as lists mostly are.</summary>
    private void WriteItem(ImmutableArray<Block> item)
    {
        if (item is [Paragraph first, .. var rest] && blocks.IsBare(first) && rest.All(static block => block is List))
        {
            blocks.WriteBare(first);
            if (!rest.IsEmpty)
            {
                writer.Line();
                blocks.Write(rest);
            }
        }
        else
        {
            blocks.WriteContent(item);
        }
    }

    /// <summary>Writes terms and descriptions: <c>dl</c> when every term has its description, groups otherwise (HTML, 4.4.9).</summary>
    public void Write(DescriptionList list)
    {
        if (list.Items.IsEmpty)
        {
            return;
        }

        var isRegular = list.Items[0].IsTerm && !list.Items[^1].IsTerm;
        chapter.Start(isRegular ? "dl" : "div", list);
        if (!isRegular)
        {
            writer.Attribute("class", "terms");
        }

        writer.Line();
        foreach (var item in list.Items)
        {
            chapter.Start(isRegular ? item.IsTerm ? "dt" : "dd" : "div", item);
            if (!isRegular)
            {
                writer.Attribute("class", item.IsTerm ? "term" : "description");
            }

            blocks.WriteContent(item.Blocks, item.IsTerm ? Place.WithoutHeadings : Place.Flow);
            writer.End().Line();
        }

        writer.End();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
