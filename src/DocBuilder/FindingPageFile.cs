using System.Collections.Immutable;
using System.Text;

namespace DocBuilder;

/// <summary>
/// Reads a file of explanations. A page begins with <c>## DB1234: Title</c>; in the quotation that follows, the first paragraph is the message and the
/// second the advice; what comes after it explains. Rows of tables outside pages are words: English, then the language's own.
/// </summary>
internal sealed class FindingPageFile
{
    private readonly ImmutableArray<FindingPage>.Builder _pages = ImmutableArray.CreateBuilder<FindingPage>();
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _quotation = [];
    private readonly StringBuilder _explanation = new();
    private string? _code;
    private string _title = "";

    private FindingPageFile()
    {
    }

    internal ImmutableArray<FindingPage> Pages => _pages.ToImmutable();

    internal IReadOnlyDictionary<string, string> Words => _words;

    internal static FindingPageFile Read(TextReader reader)
    {
        var file = new FindingPageFile();
        while (reader.ReadLine() is { } line)
        {
            file.Add(line.TrimEnd());
        }

        file.EndPage();
        return file;
    }

    private void Add(string line)
    {
        if (line.StartsWith('#'))
        {
            EndPage();
            if (line.StartsWith("## DB", StringComparison.Ordinal) && line.Split(": ", 2) is [var heading, var title])
            {
                _code = heading[3..];
                _title = title;
            }
        }
        else if (_code is null)
        {
            if (line.StartsWith('|') && line.Split('|', StringSplitOptions.TrimEntries) is [_, var english, var own, _] && !english.StartsWith("---", StringComparison.Ordinal))
            {
                _words[english] = own;
            }
        }
        else if (line.StartsWith('>'))
        {
            if (line.Length > 1)
            {
                _quotation.Add(line[1..].TrimStart());
            }
        }
        else if (_quotation.Count > 0)
        {
            _explanation.Append(line).Append('\n');
        }
    }

    private void EndPage()
    {
        if (_code is not null)
        {
            _pages.Add(_quotation is [var message, var advice]
                ? new FindingPage(_code, _title, message, advice, _explanation.ToString().Trim())
                : throw new InvalidDataException($"The page of {_code} does not quote one message and one advice."));
        }

        _code = null;
        _quotation.Clear();
        _explanation.Clear();
    }
}
