namespace DocBuilder.Documents;

/// <summary>Something the author, or whoever builds, should know: what, where, and what to do.</summary>
/// <param name="Code">The stable code, <c>DB1042</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence that says what is so.</param>
/// <param name="Advice">One sentence that says what to do.</param>
/// <param name="Position">Where in the source; default when it is about the whole.</param>
/// <param name="Reference">The rule behind it, such as "WCAG 2.2 1.1.1"; empty when there is none.</param>
public sealed record Finding(
    string Code,
    FindingSeverity Severity,
    string Message,
    string Advice,
    SourcePosition Position = default,
    string Reference = "");

/// <summary>How much a <see cref="Finding"/> matters.</summary>
public enum FindingSeverity
{
    /// <summary>A decision that was taken for the author.</summary>
    Note,

    /// <summary>Something that could be better.</summary>
    Warning,

    /// <summary>Something that stands in a reader's way.</summary>
    Error,

    /// <summary>Nothing can be built.</summary>
    Fatal,
}
