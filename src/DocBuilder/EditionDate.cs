using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>The one date that both editions of an article carry. Never the clock: the same input gives the same bytes.</summary>
internal static class EditionDate
{
    /// <summary>When the article was last changed, else first published, else the builder's date, else <see cref="ArticleBuilder.UnknownDate"/>.</summary>
    /// <returns>The date in whole seconds, the precision that both formats hold, and the finding that goes with an unknown one.</returns>
    internal static (DateTimeOffset Date, Finding? Finding) Of(Metadata metadata, DateTimeOffset? otherwise)
    {
        var known = metadata.Modified ?? metadata.Published ?? otherwise;
        return known is { } date
            ? (new DateTimeOffset(date.Ticks - (date.Ticks % TimeSpan.TicksPerSecond), date.Offset), null)
            : (ArticleBuilder.UnknownDate, BuildFindings.NoDate.Of());
    }
}
