using System.CommandLine;
using System.CommandLine.Parsing;
using DocBuilder.Documents;

namespace DocBuilder.Cli;

/// <summary>The options that say what editions are made of and how, the same for articles and for books.</summary>
internal sealed class EditionCommandOptions
{
    private readonly Option<Edition[]> _editions = new("--edition")
    {
        Description = "pdf or epub; may be repeated. [default: both]",
        HelpName = "pdf|epub",
        CustomParser = result => [.. result.Tokens.Select(token => OptionValues.Edition(token.Value, result))],
    };

    private readonly Option<string> _language = new("--lang")
    {
        HelpName = "TAG",
        CustomParser = result => OptionValues.Language(result.Tokens[0].Value, result),
    };

    private readonly Option<TextDirection?> _direction = new("--dir")
    {
        HelpName = "ltr|rtl",
        CustomParser = result => OptionValues.Direction(result.Tokens[0].Value, result),
    };

    private readonly Option<string> _title = new("--title") { HelpName = "TEXT" };

    private readonly Option<string[]> _authors = new("--author") { HelpName = "NAME" };

    private readonly Option<PageSize?> _pageSize = new("--page-size")
    {
        Description = "The page of the print edition: A4, A5, Letter or WxHmm, such as 170x240mm. [default: A4]",
        HelpName = "SIZE",
        CustomParser = result => OptionValues.PageSize(result.Tokens[0].Value, result),
    };

    private readonly Option<PrintTheme?> _theme = new("--theme")
    {
        Description = "How pages look: print, clear (sans), large-print (18 pt and more), or a JSON file of your own. [default: print]",
        HelpName = "print|clear|large-print|FILE.json",
        CustomParser = result => OptionValues.Theme(result.Tokens[0].Value, result),
    };

    private readonly Option<Kashida?> _kashida = new("--kashida")
    {
        Description = "How far joined letters are lengthened to fill lines. [default: moderate]",
        HelpName = "none|moderate|full",
        CustomParser = result => OptionValues.Kashida(result.Tokens[0].Value, result),
    };

    private readonly Option<NotePlacement?> _notes = new("--notes")
    {
        Description = "Where notes stand in print: at the foot of the page, or after the text. [default: foot]",
        HelpName = "foot|end",
        CustomParser = result => OptionValues.Notes(result.Tokens[0].Value, result),
    };

    private readonly Option<bool?> _contents = new("--toc") { Description = "Have a contents page, or with --toc false none. [default: from 8 pages]", HelpName = "true|false" };

    private readonly Option<bool> _cropMarks = new("--crop-marks") { Description = "Mark the corners of the trimmed page." };

    private readonly Option<double> _bleed = new("--bleed")
    {
        Description = "How far backgrounds reach beyond the trimmed page, such as 3mm.",
        HelpName = "LENGTH",
        CustomParser = result => OptionValues.Millimetres("--bleed", result.Tokens[0].Value, PrintOptions.MostBleed, result),
    };

    private readonly Option<double> _gutter = new("--gutter")
    {
        Description = "What the binding takes from the inner margin, such as 8mm.",
        HelpName = "LENGTH",
        CustomParser = result => OptionValues.Millimetres("--gutter", result.Tokens[0].Value, PrintOptions.MostGutter, result),
    };

    private readonly EpubCommandOptions _epub = new();

    private readonly Option<bool> _wholePage = new("--whole-page") { Description = "Keep everything on the page." };

    private readonly Option<bool> _article = new("--article") { Description = "Keep the article only. [default: decided by what the page is]" };

    private readonly Option<string> _encoding = new("--encoding") { Description = "The encoding of the input, such as windows-1256.", HelpName = "LABEL" };

    private readonly Option<string?> _baseFolder = new("--base-dir")
    {
        Description = "The folder that pictures are read from, and nothing outside it. [default: the article's own]",
        HelpName = "DIR",
        CustomParser = result => OptionValues.Folder(result.Tokens[0].Value, "pictures", result),
    };

    private readonly Option<string[]> _fontFolders = new("--font-dir")
    {
        Description = "A folder with fonts to use beside those built in; may be repeated.",
        HelpName = "DIR",
        CustomParser = result => [.. result.Tokens.Select(token => OptionValues.Folder(token.Value, "fonts", result))],
    };

    private readonly Option<PrintProfile?> _profile = new("--profile")
    {
        Description = "What the PDF conforms to: ua1-a2a (PDF/UA-1, PDF/A-2a), ua1-a3a (with the source inside), ua2-a4 (PDF/UA-2, PDF/A-4) or ua2-a4f (with the source inside). [default: ua1-a2a]",
        HelpName = "PROFILE",
        CustomParser = result => OptionValues.Profile(result.Tokens[0].Value, result),
    };

    /// <summary>Makes the options.</summary>
    /// <param name="isBook">Whether what the options name, such as the title, is a book's and not an article's.</param>
    internal EditionCommandOptions(bool isBook)
    {
        _language.Description = isBook ? "The language of the book, a BCP 47 tag; articles keep theirs. [default: that of most articles]" : "The language of the article, a BCP 47 tag, over what the page says.";
        _direction.Description = isBook ? "The direction of the book; articles keep theirs." : "The direction of the article, over what the page says.";
        _title.Description = isBook ? "The title of the book." : "The title, over what the page says; for one article.";
        _authors.Description = isBook ? "An author of the book; may be repeated. [default: those of the articles, if they are few]" : "An author, over what the page says; may be repeated.";
    }

    /// <summary>The title.</summary>
    internal Option Title => _title;

    /// <summary>Makes the options known to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _editions, _language, _direction, _title, _authors, _pageSize, _theme, _kashida, _notes, _contents, _cropMarks, _bleed, _gutter, _wholePage, _article, _encoding, _baseFolder, _fontFolders, _profile,
        })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(CheckTogether);
    }

    /// <summary>Makes the options for the EPUB known to a command; they stand after those of its own.</summary>
    internal void AddEpubTo(Command command) => _epub.AddTo(command);

    /// <summary>A builder that does as the options say.</summary>
    /// <returns>Null when nothing can be built with them; standard error was told why.</returns>
    internal ArticleBuilder? MakeBuilder(ParseResult parsed, FindingOptions findings, Surroundings surroundings)
    {
        if (!SourceDateEpoch.TryRead(surroundings.Variable, out var date))
        {
            surroundings.Error.WriteLine("docbuilder: SOURCE_DATE_EPOCH is not a number of seconds since 1970; correct or unset it.");
            return null;
        }

        var builder = new ArticleBuilder(Read(parsed) with { Strict = findings.IsStrict(parsed), IgnoredCodes = findings.Ignored(parsed), Date = date });
        foreach (var problem in builder.Problems)
        {
            surroundings.Error.WriteLine("docbuilder: " + TerminalText.Clean(problem));
        }

        return builder.Problems.IsEmpty ? builder : null;
    }

    private BuildOptions Read(ParseResult parsed) => new()
    {
        Editions = parsed.GetValue(_editions) is { Length: > 0 } editions ? [.. editions] : [Edition.Pdf, Edition.Epub],
        Language = parsed.GetValue(_language),
        Direction = parsed.GetValue(_direction),
        Title = parsed.GetValue(_title),
        Authors = [.. parsed.GetValue(_authors) ?? []],
        Encoding = parsed.GetValue(_encoding),
        WholePage = parsed.GetValue(_wholePage) ? true : parsed.GetValue(_article) ? false : null,
        PageSize = parsed.GetValue(_pageSize) ?? PageSize.A4,
        Theme = parsed.GetValue(_theme) ?? PrintTheme.Default,
        Print = new PrintOptions
        {
            Profile = parsed.GetValue(_profile) ?? PrintProfile.Default,
            Kashida = parsed.GetValue(_kashida) ?? Kashida.Moderate,
            Notes = parsed.GetValue(_notes) ?? NotePlacement.Foot,
            HasContents = parsed.GetValue(_contents),
            HasCropMarks = parsed.GetValue(_cropMarks),
            Bleed = parsed.GetValue(_bleed),
            Gutter = parsed.GetValue(_gutter),
        },
        Epub = _epub.Read(parsed),
        BaseFolder = parsed.GetValue(_baseFolder),
        FontFolders = [.. parsed.GetValue(_fontFolders) ?? []],
    };

    private void CheckTogether(CommandResult result)
    {
        if (result.GetValue(_wholePage) && result.GetValue(_article))
        {
            result.AddError("'--whole-page' and '--article' contradict each other.");
        }
    }
}
