using System.Globalization;
using AngleSharp.Dom;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.LogicalText;

/// <summary>Brings text into the form that everything after it expects: letters, not their shapes, in the order in which they are read.</summary>
internal static class LogicalOrder
{
    private static readonly string[] Attributes = ["alt", "title", "aria-label", "summary", "content", "label", "cite"];

    /// <summary>Mends a page in place.</summary>
    /// <param name="page">The page.</param>
    /// <param name="saysVisual">Whether the label of its encoding says that its text is in visual order.</param>
    /// <param name="findings">Where it is told.</param>
    public static void Mend(HtmlPage page, bool saysVisual, FindingList findings)
    {
        var (isVisual, mayHoldForms) = Look(page.Nodes.Texts, saysVisual);
        if (isVisual)
        {
            findings.Add(FindingCatalog.VisualOrder);
            new VisualPage(page).Turn();
        }

        var forms = 0;
        INode? first = null;
        foreach (var text in mayHoldForms ? page.Nodes.Texts : [])
        {
            if (PresentationForms.Count(text.Data) is > 0 and var count)
            {
                forms += count;
                first ??= text;
                text.Data = PresentationForms.ToLetters(text.Data);
            }
        }

        foreach (var element in page.Nodes.WithAttributes)
        {
            for (var i = 0; i < element.Attributes.Length; i++)
            {
                var attribute = element.Attributes[i]!;
                if (PresentationForms.Count(attribute.Value) is > 0 and var count && Attributes.Contains(attribute.LocalName))
                {
                    forms += count;
                    first ??= element;
                    attribute.Value = PresentationForms.ToLetters(attribute.Value);
                }
            }
        }

        if (forms > 0)
        {
            findings.Add(FindingCatalog.PresentationForms, page.PositionOf(first), Number(forms));
        }
    }

    /// <summary>Mends plain text.</summary>
    public static string Mend(string text, bool saysVisual, FindingList findings)
    {
        if ((HasHebrew(text) || MayHoldForms(text)) && VisualOrder.In(text).IsVisual(saysVisual))
        {
            findings.Add(FindingCatalog.VisualOrder);
            text = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(VisualLine.ToLogical));
        }

        return ToLetters(text, findings);
    }

    /// <summary>Letters for presentation forms.</summary>
    public static string ToLetters(string text, FindingList findings)
    {
        if (PresentationForms.Count(text) is > 0 and var forms)
        {
            findings.Add(FindingCatalog.PresentationForms, Number(forms));
        }

        return PresentationForms.ToLetters(text);
    }

    private static (bool IsVisual, bool MayHoldForms) Look(List<IText> texts, bool saysVisual)
    {
        var order = default(VisualOrder);
        bool canTurn = false, mayHoldForms = false;
        foreach (var text in texts)
        {
            var letters = text.Data.AsSpan();
            var hasForms = MayHoldForms(letters);
            mayHoldForms |= hasForms;
            if (hasForms || HasHebrew(letters))
            {
                canTurn = true;
                order = order.And(VisualOrder.In(letters));
            }
        }

        return (canTurn && order.IsVisual(saysVisual), mayHoldForms);
    }

    private static bool HasHebrew(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u05D0', '\u05EA');

    private static bool MayHoldForms(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\uFB50', '\uFEFC');

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
