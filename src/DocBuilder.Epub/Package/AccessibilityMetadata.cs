using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Epub.Content;
using DocBuilder.Epub.PageList;

namespace DocBuilder.Epub.Package;

/// <summary>
/// What can be said of the book's accessibility (EPUB Accessibility 1.1, 2; schema.org), computed from what is in it.
/// Claims that need a person (<c>dcterms:conformsTo</c>) are made elsewhere, when there is one.
/// </summary>
/// <param name="AccessModes"><c>schema:accessMode</c>.</param>
/// <param name="SufficientModes"><c>schema:accessModeSufficient</c>.</param>
/// <param name="Features"><c>schema:accessibilityFeature</c>, in alphabetical order.</param>
/// <param name="Hazard"><c>schema:accessibilityHazard</c>.</param>
/// <param name="Summary"><c>schema:accessibilitySummary</c>, in the language of the phrases.</param>
/// <param name="IsDescribed">Whether every picture that says something has words that say the same, without which nothing conforms (WCAG 2.2, 1.1.1).</param>
internal sealed record AccessibilityMetadata(
    ImmutableArray<string> AccessModes,
    ImmutableArray<string> SufficientModes,
    ImmutableArray<string> Features,
    string Hazard,
    string Summary,
    bool IsDescribed)
{
    /// <summary>Looks through the document for what is so.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="isCertified">Whether a person has evaluated it.</param>
    public static AccessibilityMetadata Of(Edition edition, bool isCertified)
    {
        var facts = new Facts(edition);
        return new AccessibilityMetadata(
            facts.Pictures > 0 ? ["textual", "visual"] : ["textual"],
            SufficientModesOf(facts),
            FeaturesOf(facts, edition.Pages),
            facts.MayMove ? "unknown" : "none",
            SummaryOf(facts, edition, isCertified),
            facts.Undescribed == 0);
    }

    private static ImmutableArray<string> SufficientModesOf(Facts facts) => facts switch
    {
        { Pictures: 0, MissingPictures: 0 } => ["textual"],
        { Undescribed: 0, Pictures: > 0 } => ["textual", "textual,visual"],
        { Undescribed: 0 } => ["textual"],
        _ => ["textual,visual"],
    };

    private static ImmutableArray<string> FeaturesOf(Facts facts, PageBreaks? pages)
    {
        // Always so: there is a toc, headings are marked, files and blocks stand in the order of the source, nothing is locked.
        var features = new List<string> { "readingOrder", "structuralNavigation", "tableOfContents", "unlocked" };
        if (facts.Pictures > 0 && facts.Undescribed == 0)
        {
            features.Add("alternativeText");
        }

        // The stylesheet has no fixed sizes and colours; only pictures among the letters cannot follow the reader's settings.
        if (!facts.HasPictureInLine)
        {
            features.Add("displayTransformability");
        }

        if (pages is { Entries.Count: > 0 })
        {
            features.AddRange(["pageBreakMarkers", "pageNavigation"]);
        }

        if (facts.HasMath)
        {
            features.Add("MathML");
            if (facts.IsMathDescribed)
            {
                features.Add("describedMath");
            }
        }

        features.Sort(StringComparer.Ordinal);
        return [.. features];
    }

    private static string SummaryOf(Facts facts, Edition edition, bool isCertified)
    {
        var phrases = edition.Phrases;
        var sentences = new List<string> { phrases.MadeByProgram };
        if (!isCertified)
        {
            sentences.Add(phrases.NotEvaluated);
        }

        if (facts.Undescribed > 0)
        {
            sentences.Add($"{phrases.PicturesWithoutDescription} {edition.Document.Numbering.Format(facts.Undescribed)}.");
        }

        if (facts.MissingPictures > 0)
        {
            sentences.Add(phrases.PicturesMissing);
        }

        return string.Join(' ', sentences);
    }

    /// <summary>What is in the document.</summary>
    private sealed class Facts
    {
        public Facts(Edition edition)
        {
            var standing = new HashSet<Node>(ReferenceEqualityComparer.Instance);
            foreach (var node in NodeTree.SelfAndDescendants(edition.Document))
            {
                switch (node)
                {
                    case ImageBlock block:
                        standing.Add(block.Image);
                        break;
                    case Image { IsDecorative: false } image when edition.Images.Of(image) is { } file:
                        Pictures++;
                        Undescribed += ImageDescription.IsDescribed(image) ? 0 : 1;
                        HasPictureInLine |= !standing.Contains(image);
                        MayMove |= Animation.IsPossible(file.Resource);
                        break;
                    case Image { IsDecorative: false } image:
                        MissingPictures++;
                        Undescribed += ImageDescription.IsDescribed(image) ? 0 : 1;
                        break;
                    case Image image when edition.Images.Of(image) is { } file:
                        MayMove |= Animation.IsPossible(file.Resource);
                        break;
                    case MathExpression math:
                        HasMath = true;
                        IsMathDescribed &= PlainText.Fold(math.AlternativeText).Length > 0;
                        break;
                    default:
                        break;
                }
            }
        }

        public int Pictures { get; }

        public int Undescribed { get; }

        public int MissingPictures { get; }

        public bool HasPictureInLine { get; }

        public bool MayMove { get; }

        public bool HasMath { get; }

        public bool IsMathDescribed { get; } = true;
    }
}
