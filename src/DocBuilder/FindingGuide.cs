using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;

namespace DocBuilder;

/// <summary>A language that findings can be told in.</summary>
public enum MessageLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Arabic.</summary>
    Arabic,
}

/// <summary>What the catalogue says of a code in one language.</summary>
/// <param name="Code">The code.</param>
/// <param name="Title">A few words that name what was found.</param>
/// <param name="Message">One sentence that says what is so; <c>{0}</c>, <c>{1}</c>… stand for what was found.</param>
/// <param name="Advice">One sentence that says what to do.</param>
/// <param name="Explanation">Why it matters, and how it is mended: paragraphs of Markdown with an empty line between them.</param>
public sealed record FindingPage(string Code, string Title, string Message, string Advice, string Explanation);

/// <summary>Tells findings in a language, and explains them. The pages lie in <c>Findings/en.md</c> and <c>Findings/ar.md</c>.</summary>
public sealed class FindingGuide
{
    private static readonly FindingGuide English = new("en", isRightToLeft: false);
    private static readonly FindingGuide Arabic = new("ar", isRightToLeft: true);

    // English sentences lie in the rules; its file is read for explanations only.
    private readonly Lazy<Contents> _contents;

    private FindingGuide(string tag, bool isRightToLeft)
    {
        Tag = tag;
        IsRightToLeft = isRightToLeft;
        _contents = new(() => Read(tag));
    }

    /// <summary>The language, a BCP 47 tag.</summary>
    public string Tag { get; }

    /// <summary>Whether the language is written from right to left.</summary>
    public bool IsRightToLeft { get; }

    /// <summary>All pages, in the order of the file.</summary>
    public ImmutableArray<FindingPage> Pages => _contents.Value.Pages;

    /// <summary>The guide in a language.</summary>
    public static FindingGuide In(MessageLanguage language) => language switch
    {
        MessageLanguage.English => English,
        MessageLanguage.Arabic => Arabic,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>The page of a code; null when there is none.</summary>
    public FindingPage? Page(string code) => _contents.Value.ByCode.GetValueOrDefault(code);

    /// <summary>
    /// One sentence that says what was found. From right to left, what comes from the source stands in isolates (UAX #9, FSI and PDI), so that paths and
    /// tags keep their order inside the sentence.
    /// </summary>
    public string Message(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return this == English
            ? finding.Message
            : FindingTemplate.Fill(
                Page(finding.Code)?.Message ?? finding.Rule.Message, finding.Arguments, phrase => Word(phrase.Words), IsRightToLeft ? static words => $"\u2068{words}\u2069" : null);
    }

    /// <summary>One sentence that says what to do.</summary>
    public string Advice(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return this == English ? finding.Advice : Page(finding.Code)?.Advice ?? finding.Advice;
    }

    /// <summary>The word for a severity.</summary>
    public string Severity(FindingSeverity severity) => Word(severity switch
    {
        FindingSeverity.Note => "note",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Error => "error",
        FindingSeverity.Fatal => "fatal",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    });

    /// <summary>Words inside messages, said in the language; words that it does not know stay English.</summary>
    internal string Word(string english) => this == English ? english : _contents.Value.Words.GetValueOrDefault(english, english);

    private static Contents Read(string tag)
    {
        using var stream = typeof(FindingGuide).Assembly.GetManifestResourceStream($"findings/{tag}.md") ?? throw new InvalidOperationException($"The pages in {tag} are not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var file = FindingPageFile.Read(reader);
        return new(file.Pages, file.Pages.ToFrozenDictionary(static page => page.Code, StringComparer.Ordinal), file.Words.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private sealed record Contents(ImmutableArray<FindingPage> Pages, FrozenDictionary<string, FindingPage> ByCode, FrozenDictionary<string, string> Words);
}
