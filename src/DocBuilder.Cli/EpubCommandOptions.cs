using System.CommandLine;
using System.CommandLine.Parsing;

namespace DocBuilder.Cli;

/// <summary>The options of <c>build</c> that are about the EPUB edition.</summary>
internal sealed class EpubCommandOptions
{
    private readonly Option<bool> _noPageList = new("--no-page-list") { Description = "Leave out of the EPUB where the pages of print begin." };

    private readonly Option<bool> _noFonts = new("--no-fonts") { Description = "Leave fonts out of the EPUB; readers use their own." };

    private readonly Option<EpubCover?> _cover = new("--cover")
    {
        Description = "The cover of the EPUB: drawn from title and authors, auto (the article's main picture), none, or a picture's file. [default: drawn]",
        HelpName = "drawn|auto|none|FILE",
        CustomParser = result => OptionValues.Cover(result.Tokens[0].Value, result),
    };

    private readonly Option<string> _certifiedBy = new("--certified-by")
    {
        Description = "Who has evaluated the accessibility of the EPUB; claims conformance in their name.",
        HelpName = "NAME",
    };

    private readonly Option<string> _wcag = new("--certified-wcag")
    {
        Description = "What they found it to conform to, such as 2.1-AA. [default: 2.2-AA]",
        HelpName = "VERSION-LEVEL",
    };

    private readonly Option<string> _credential = new("--certifier-credential") { Description = "What entitles them to it.", HelpName = "TEXT" };

    private readonly Option<string> _report = new("--certifier-report") { Description = "The address of their report.", HelpName = "URL" };

    /// <summary>Makes the options known to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in new Option[] { _noPageList, _noFonts, _cover, _certifiedBy, _wcag, _credential, _report })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(CheckTogether);
    }

    /// <summary>What the options say.</summary>
    internal EpubEdition Read(ParseResult parsed) => new()
    {
        HasPageList = !parsed.GetValue(_noPageList),
        HasFonts = !parsed.GetValue(_noFonts),
        Cover = parsed.GetValue(_cover) ?? EpubCover.Drawn,
        Certification = parsed.GetValue(_certifiedBy) is { } name
            ? Certification.Create(name, parsed.GetValue(_wcag), parsed.GetValue(_credential), parsed.GetValue(_report), out _)
            : null,
    };

    private void CheckTogether(CommandResult result)
    {
        var by = result.GetValue(_certifiedBy);
        foreach (var option in new Option[] { _wcag, _credential, _report })
        {
            if (by is null && result.GetResult(option) is not null)
            {
                result.AddError($"'{option.Name}' says something of who certifies: give '--certified-by' too.");
            }
        }

        if (by is not null && Certification.Create(by, result.GetValue(_wcag), result.GetValue(_credential), result.GetValue(_report), out var problem) is null)
        {
            result.AddError(problem!);
        }
    }
}
