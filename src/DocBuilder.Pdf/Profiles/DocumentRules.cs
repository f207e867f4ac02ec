using System.Globalization;
using DocBuilder.Documents;
using DocBuilder.Pdf.Structure;

namespace DocBuilder.Pdf.Profiles;

/// <summary>Rules that only the finished tree can answer for.</summary>
internal static class DocumentRules
{
    /// <summary>Throws for our own mistakes, notes what the document cannot meet, and clears the tree of what says nothing.</summary>
    public static void Check(Document document, StructureTree tree, Profile profile, ViolationList violations)
    {
        if (tree.FindLostText() is { } lost)
        {
            throw new InvalidOperationException($"The text \"{lost.Value}\" is on no page.");
        }

        tree.DropEmptyElements();
        if (!LanguageTag.IsKnown(document.Language))
        {
            violations.Add(profile.ANeedsLanguage ? Claims.Ua | Claims.A : Claims.Ua, PdfFindings.NoLanguage.At(document.Position));
        }

        var headingLevel = 0;
        CheckElement(tree.Root, document, violations, ref headingLevel);
    }

    private static void CheckElement(StructureElement element, Document document, ViolationList violations, ref int headingLevel)
    {
        if (element is { Type: "Figure" or "Formula" } && string.IsNullOrWhiteSpace(element.AlternativeText))
        {
            violations.Add(Claims.Ua, PdfFindings.NoAlternativeText.At((element.Source ?? document).Position));
        }

        if (element.Source is Heading heading)
        {
            if (heading.Level > headingLevel + 1)
            {
                violations.Add(Claims.Ua, PdfFindings.SkippedHeadingLevel.At(heading.Position, heading.Level.ToString(CultureInfo.InvariantCulture)));
            }

            headingLevel = heading.Level;
        }

        foreach (var kid in element.Kids)
        {
            if (kid is StructureElement child)
            {
                CheckElement(child, document, violations, ref headingLevel);
            }
        }
    }
}
