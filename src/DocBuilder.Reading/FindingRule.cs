using System.Globalization;
using DocBuilder.Documents;

namespace DocBuilder.Reading;

/// <summary>A kind of finding: a row of <see cref="FindingCatalog"/>.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence; <c>{0}</c>, <c>{1}</c>… stand for what was found.</param>
/// <param name="Advice">One sentence that says what to do.</param>
/// <param name="Reference">The rule behind it; empty when there is none.</param>
public sealed record FindingRule(string Code, FindingSeverity Severity, string Message, string Advice, string Reference = "")
{
    // Names and addresses come from the source; a message stays one readable sentence however long they are.
    private const int LongestArgument = 120;

    /// <summary>The finding at a place, the arguments put into the message.</summary>
    public Finding At(SourcePosition position, params ReadOnlySpan<string> arguments)
    {
        var message = Message;
        for (var i = 0; i < arguments.Length; i++)
        {
            message = message.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", Shorten(arguments[i]), StringComparison.Ordinal);
        }

        return new Finding(Code, Severity, message, Advice, position, Reference);
    }

    private static string Shorten(string argument)
    {
        var visible = string.Create(argument.Length, argument, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
        if (visible.Length <= LongestArgument)
        {
            return visible;
        }

        var cut = char.IsHighSurrogate(visible[LongestArgument - 1]) ? LongestArgument - 1 : LongestArgument;
        return visible[..cut] + "…";
    }
}
