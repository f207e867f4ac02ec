namespace DocBuilder.Documents;

/// <summary>A kind of finding: a row of the catalogue. Rooms keep the rows that they raise; the codes never change their meaning.</summary>
/// <param name="Code">The stable code: <c>DB</c> and four digits.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One English sentence; <c>{0}</c>, <c>{1}</c>… stand for what was found.</param>
/// <param name="Advice">One English sentence that says what to do.</param>
/// <param name="Reference">The rule of a standard behind it, WCAG 2.2 and the Matterhorn Protocol first; empty when there is none.</param>
public sealed record FindingRule(string Code, FindingSeverity Severity, string Message, string Advice, string Reference = "")
{
    /// <summary>The finding at a place.</summary>
    /// <param name="position">The place; default when it is about the whole.</param>
    /// <param name="arguments">What stands for the placeholders of the message, in their order.</param>
    public Finding At(SourcePosition position, params ReadOnlySpan<FindingArgument> arguments) => new(this, position, [.. arguments]);

    /// <summary>The finding about the whole.</summary>
    /// <param name="arguments">What stands for the placeholders of the message, in their order.</param>
    public Finding Of(params ReadOnlySpan<FindingArgument> arguments) => new(this, default, [.. arguments]);
}
