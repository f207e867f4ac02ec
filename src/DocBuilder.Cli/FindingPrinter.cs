using System.Globalization;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Cli;

/// <summary>Puts a finding into the one line that editors and people know how to read.</summary>
/// <param name="colored">Whether the severity is coloured.</param>
internal sealed class FindingPrinter(bool colored)
{
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

        var severity = colored ? $"\e[{Color(finding.Severity)}m{Name(finding.Severity)}\e[0m" : Name(finding.Severity);
        line.Append(": ").Append(severity).Append(' ').Append(finding.Code).Append(": ").Append(TerminalText.Clean(finding.Message));
        if (finding.Advice.Length > 0)
        {
            line.Append(' ').Append(TerminalText.Clean(finding.Advice));
        }

        if (finding.Reference.Length > 0)
        {
            line.Append(" [").Append(TerminalText.Clean(finding.Reference)).Append(']');
        }

        return line.ToString();
    }

    private static string Name(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Note => "note",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Error => "error",
        _ => "fatal",
    };

    /// <summary>Select Graphic Rendition (ECMA-48 8.3.117): bold, and cyan, yellow or red.</summary>
    private static string Color(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Note => "36",
        FindingSeverity.Warning => "1;33",
        _ => "1;31",
    };
}
