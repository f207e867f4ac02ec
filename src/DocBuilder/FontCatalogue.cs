using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Fonts;

namespace DocBuilder;

/// <summary>The fonts that editions can be made with: those that come with DocBuilder, and those in folders of the user's.</summary>
/// <param name="Families">The families by name, in ordinal order; of two that have one name, the user's, which wins, stands first.</param>
/// <param name="Findings">What cannot be used, as a build tells it: broken files, fonts that forbid embedding, folders that cannot be read.</param>
public sealed record FontCatalogue(ImmutableArray<FontFamily> Families, ImmutableArray<Finding> Findings)
{
    /// <summary>Looks at the fonts there are. Each is opened, looked at and let go, so memory does not grow with their number.</summary>
    /// <param name="folders">Folders of fonts (.ttf, .otf, .ttc, at any depth), the preferred first, as in <see cref="BuildOptions.FontFolders"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static FontCatalogue Read(IEnumerable<string>? folders = null, CancellationToken cancellationToken = default) =>
        new FontCatalogueReader(cancellationToken).Read(folders ?? []);

    /// <summary>The catalogue for people: a line for each family, and what there is to know of it indented below.</summary>
    /// <param name="guide">The language. From right to left, what fonts say stands in isolates (UAX #9, FSI and PDI).</param>
    /// <returns>The lines, without ends, and without control characters, whatever fonts call themselves.</returns>
    public IEnumerable<string> ToLines(FindingGuide guide)
    {
        ArgumentNullException.ThrowIfNull(guide);
        return new FontCatalogueText(guide).Lines(this);
    }

    /// <summary>The catalogue and the findings for machines, as one JSON object in UTF-8.</summary>
    /// <param name="output">Takes the bytes; stays open.</param>
    /// <param name="guide">The language of the findings; nothing else depends on it.</param>
    public void WriteJson(Stream output, FindingGuide guide)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(guide);
        FontCatalogueJson.Write(output, guide, this);
    }
}
