using DocBuilder.Documents;
using DocBuilder.Epub.Cover;
using DocBuilder.Epub.PageList;

namespace DocBuilder.Epub.Content;

/// <summary>What the parts of one EPUB share while it is written.</summary>
/// <param name="Plan">The files, identifiers and outline.</param>
/// <param name="Phrases">The words the book adds.</param>
/// <param name="Images">The pictures' files.</param>
/// <param name="Pages">The pages of a print edition in the text; null for none.</param>
/// <param name="Cover">The cover; null for none.</param>
/// <param name="Findings">What could not be written as it is in the model.</param>
internal sealed record Edition(EditionPlan Plan, Phrases Phrases, ImageFiles Images, PageBreaks? Pages, BookCover? Cover, List<Finding> Findings)
{
    /// <summary>The document.</summary>
    public Document Document => Plan.Document;
}
