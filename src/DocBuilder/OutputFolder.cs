using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>Where editions go.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder and tries it, so that a folder that cannot be written is told once and before the work.</summary>
    /// <returns>Why it cannot be written; null when it can.</returns>
    internal static Finding? Prepare(string folder)
    {
        try
        {
            using var trial = new EditionFile(Edition.Pdf, Path.Combine(folder, "docbuilder"));
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return BuildFindings.OutputFolder.Of(FindingArgument.Whole(folder), SystemReasons.OfFolder(exception));
        }
    }
}
