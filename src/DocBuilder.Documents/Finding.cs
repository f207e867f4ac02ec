using System.Collections.Immutable;

namespace DocBuilder.Documents;

/// <summary>Something the author, or whoever builds, should know: what, where, and what to do.</summary>
/// <remarks>
/// A finding carries its rule and what was found, not a sentence in a language: whoever tells it chooses the words. <see cref="Message"/> and
/// <see cref="Advice"/> are the English ones.
/// </remarks>
public sealed record Finding
{
    internal Finding(FindingRule rule, SourcePosition position, ImmutableArray<FindingArgument> arguments)
    {
        Rule = rule;
        Position = position;
        Arguments = arguments;
        Message = FindingTemplate.Fill(rule.Message, arguments, static phrase => phrase.Words);
    }

    /// <summary>The kind of finding.</summary>
    public FindingRule Rule { get; }

    /// <summary>Where in the source; default when it is about the whole.</summary>
    public SourcePosition Position { get; }

    /// <summary>What stands for <c>{0}</c>, <c>{1}</c>… in the message of the rule.</summary>
    public ImmutableArray<FindingArgument> Arguments { get; }

    /// <summary>The stable code, such as <c>DB1501</c>.</summary>
    public string Code => Rule.Code;

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity => Rule.Severity;

    /// <summary>One English sentence that says what is so.</summary>
    public string Message { get; }

    /// <summary>One English sentence that says what to do.</summary>
    public string Advice => Rule.Advice;

    /// <summary>The rule of a standard behind it, such as "WCAG 2.2 1.1.1"; empty when there is none.</summary>
    public string Reference => Rule.Reference;

    /// <inheritdoc/>
    public bool Equals(Finding? other) => other is not null && Rule == other.Rule && Position == other.Position && Message == other.Message;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Position, Message);
}

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
