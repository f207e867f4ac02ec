using System.Globalization;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Cli;

/// <summary>Puts a finding into the one line that editors and people know how to read.</summary>
/// <param name="guide">The language.</param>
/// <param name="colored">Whether the severity is coloured.</param>
internal sealed class FindingPrinter(FindingGuide guide, bool colored)
{
    // RLI and PDI (UAX #9): the path begins the line from left to right, and the sentence after it keeps its own order.
    private const char RightToLeftIsolate = '\u2067';
    private const char PopIsolate = '\u2069';

    /// <summary>The language.</summary>
    internal FindingGuide Guide => guide;

    /// <summary><c>file:line:column: severity DB1234: sentence Advice. [WCAG …]</c>, without what is unknown.</summary>
    internal string Print(string source, Finding finding)
    {
        var line = new StringBuilder(TerminalText.Clean(source));
        if (finding.Position.Line > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $":{finding.Position.Line}");
            if (finding.Position.Column > 0)
            {
                line.Append(CultureInfo.InvariantCulture, $":{finding.Position.Column}");
            }
        }

        line.Append(": ");
        if (guide.IsRightToLeft)
        {
            line.Append(RightToLeftIsolate);
        }

        // What a finding quotes of the article was cleaned when the finding was made.
        var severity = guide.Severity(finding.Severity);
        line.Append(colored ? $"\e[{Color(finding.Severity)}m{severity}\e[0m" : severity).Append(' ').Append(finding.Code).Append(": ").Append(guide.Message(finding));
        if (finding.Advice.Length > 0)
        {
            line.Append(' ').Append(guide.Advice(finding));
        }

        if (finding.Reference.Length > 0)
        {
            line.Append(" [").Append(finding.Reference).Append(']');
        }

        return guide.IsRightToLeft ? line.Append(PopIsolate).ToString() : line.ToString();
    }

    /// <summary>What the catalogue explains of a code, a line each.</summary>
    internal IEnumerable<string> Explain(Finding finding) =>
        guide.Page(finding.Code)?.Explanation.Split('\n').Where(static line => line.Length > 0).Select(static line => "    " + line) ?? [];

    /// <summary>Select Graphic Rendition (ECMA-48 8.3.117): bold, and cyan, yellow or red.</summary>
    private static string Color(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Note => "36",
        FindingSeverity.Warning => "1;33",
        _ => "1;31",
    };
}
