using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Documents.Announcements;
using DocBuilder.Inspection;

namespace DocBuilder;

/// <summary>What came of inspecting an edition.</summary>
/// <param name="Source">The file, or the name of the stream.</param>
/// <param name="Edition">What is announced of it; null when nothing could be read.</param>
/// <param name="Findings">What is wrong with it, a sentence each.</param>
public sealed record InspectionResult(string Source, InspectedEdition? Edition, ImmutableArray<Finding> Findings)
{
    /// <summary>Why nothing could be read; null when something was.</summary>
    public Finding? Failure => Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Fatal);

    /// <summary>
    /// The edition for people: a line for the whole, then an element a line, <c>H2 "…" (ar, page 3)</c>, what is in it indented below. The language stands
    /// where it changes, and so does the page.
    /// </summary>
    /// <returns>The lines, without ends; none when nothing could be read.</returns>
    public IEnumerable<string> ToLines() => Edition is null ? [] : [AnnouncementText.Heading(Edition), .. AnnouncementText.Lines(Edition)];

    /// <summary>The edition and the findings for machines, as one JSON object in UTF-8.</summary>
    /// <param name="output">Takes the bytes; stays open.</param>
    public void WriteJson(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        AnnouncementJson.Write(output, this);
    }
}
