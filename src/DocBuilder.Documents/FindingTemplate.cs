using System.Collections.Immutable;
using System.Text;

namespace DocBuilder.Documents;

/// <summary>Puts arguments into the messages of findings.</summary>
public static class FindingTemplate
{
    /// <summary>Puts arguments in the place of <c>{0}</c> to <c>{9}</c>; what an argument holds is never taken for a placeholder.</summary>
    /// <param name="template">The message. A placeholder without an argument is left as it is.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="say">The words for a phrase, in the language of the template.</param>
    /// <param name="isolate">What to do to the words of the source, such as isolate them from the direction of ours; null for nothing.</param>
    public static string Fill(string template, ImmutableArray<FindingArgument> arguments, Func<FindingPhrase, string> say, Func<string, string>? isolate = null)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(say);
        var filled = new StringBuilder(template.Length + (16 * arguments.Length));
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '{' && i + 2 < template.Length && template[i + 2] == '}' && char.IsAsciiDigit(template[i + 1]) && template[i + 1] - '0' is var number && number < arguments.Length)
            {
                filled.Append(Say(arguments[number], say, isolate));
                i += 2;
            }
            else
            {
                filled.Append(template[i]);
            }
        }

        return filled.ToString();
    }

    private static string Say(FindingArgument argument, Func<FindingPhrase, string> say, Func<string, string>? isolate) =>
        argument.Phrase is { } phrase ? Fill(say(phrase), argument.Arguments, say, isolate) : isolate?.Invoke(argument.Text) ?? argument.Text;
}
