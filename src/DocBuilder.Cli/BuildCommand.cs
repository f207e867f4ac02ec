using System.CommandLine;
using System.CommandLine.Parsing;
using DocBuilder.Documents;

namespace DocBuilder.Cli;

/// <summary><c>docbuilder build INPUT...</c>, and <c>docbuilder check INPUT...</c>, which finds what a build with the same options would find.</summary>
internal sealed class BuildCommand
{
    private const string StandardInput = "-";

    private readonly bool _writes;

    private readonly Surroundings _surroundings;
    private readonly CancellationToken _cancellationToken;

    private readonly Argument<string[]> _inputs = new("INPUT")
    {
        Description = "Articles: files, folders (.html .htm .xhtml .mhtml .mht .md .txt in them), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The folder the editions are written to.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "output",
    };

    private readonly Option<Edition[]> _editions = new("--edition")
    {
        Description = "pdf or epub; may be repeated. [default: both]",
        HelpName = "pdf|epub",
        CustomParser = result => [.. result.Tokens.Select(token => OptionValues.Edition(token.Value, result))],
    };

    private readonly Option<string> _language = new("--lang")
    {
        Description = "The language of the article, a BCP 47 tag, over what the page says.",
        HelpName = "TAG",
        CustomParser = result => OptionValues.Language(result.Tokens[0].Value, result),
    };

    private readonly Option<TextDirection?> _direction = new("--dir")
    {
        Description = "The direction of the article, over what the page says.",
        HelpName = "ltr|rtl",
        CustomParser = result => OptionValues.Direction(result.Tokens[0].Value, result),
    };

    private readonly Option<string> _title = new("--title") { Description = "The title, over what the page says; for one article.", HelpName = "TEXT" };

    private readonly Option<string[]> _authors = new("--author")
    {
        Description = "An author, over what the page says; may be repeated.",
        HelpName = "NAME",
    };

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

    private readonly Option<int> _jobs = new("--jobs")
    {
        Description = "How many articles are worked on at once. [default: one for each processor]",
        HelpName = "N",
        CustomParser = result => OptionValues.Jobs(result.Tokens[0].Value, result),
        DefaultValueFactory = _ => Math.Clamp(Environment.ProcessorCount, 1, BatchOptions.MostJobs),
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Pass over articles that an earlier run has built of the same source with the same options." };

    private readonly Option<bool> _failFast = new("--fail-fast") { Description = "End with the first article that cannot be built." };

    private readonly FindingOptions _findings = new();

    private BuildCommand(bool writes, string name, string description, Surroundings surroundings, CancellationToken cancellationToken)
    {
        _writes = writes;
        _surroundings = surroundings;
        _cancellationToken = cancellationToken;
        Command = new Command(name, description)
        {
            _inputs, _editions, _language, _direction, _title, _authors, _pageSize, _theme, _kashida, _notes, _contents, _cropMarks, _bleed, _gutter, _wholePage, _article, _encoding, _baseFolder, _fontFolders, _profile,
        };
        if (writes)
        {
            Command.Options.Insert(0, _output);
            Command.Options.Add(_jobs);
            Command.Options.Add(_resume);
            Command.Options.Add(_failFast);
        }

        _epub.AddTo(Command);
        foreach (var option in _findings.All)
        {
            Command.Options.Add(option);
        }

        Command.Validators.Add(CheckTogether);
        Command.SetAction(Run);
    }

    internal Command Command { get; }

    internal static BuildCommand Build(Surroundings surroundings, CancellationToken cancellationToken) =>
        new(true, "build", "Build both editions of every article.", surroundings, cancellationToken);

    internal static BuildCommand Check(Surroundings surroundings, CancellationToken cancellationToken) =>
        new(false, "check", "Tell what stands in the way of accessibility, and write nothing.", surroundings, cancellationToken);

    /// <summary>What the parser took for an input though it is written like an option.</summary>
    internal IEnumerable<string> UnknownOptions(ParseResult parsed, string[] args)
    {
        if (parsed.GetResult(_inputs) is not { } inputs)
        {
            return [];
        }

        // What stands behind "--" is an input whatever it looks like.
        var literal = Array.IndexOf(args, "--") is var mark and >= 0 ? args.Length - mark - 1 : 0;
        return inputs.Tokens.SkipLast(literal).Where(token => token.Value is ['-', _, ..]).Select(token => $"There is no option '{token.Value.Split('=')[0]}'.");
    }

    private void CheckTogether(CommandResult result)
    {
        if (result.GetValue(_wholePage) && result.GetValue(_article))
        {
            result.AddError("'--whole-page' and '--article' contradict each other.");
        }

        _findings.CheckTogether(result);
        if (result.GetResult(_inputs) is not { Tokens: { Count: > 0 } inputs })
        {
            return;
        }

        if (result.GetResult(_title) is not null && (inputs.Count > 1 || Directory.Exists(inputs[0].Value)))
        {
            result.AddError("'--title' is for one article; several would get the same title.");
        }

        if (inputs.Count(token => token.Value == StandardInput) > 1)
        {
            result.AddError("Standard input can be read only once.");
        }

        if (inputs.Any(token => token.Value.Length == 0))
        {
            result.AddError("An input has no name.");
        }

        if (_writes && result.GetResult(_output) is { Tokens: [{ Value: "" }] })
        {
            result.AddError("The output folder has no name.");
        }
    }

    private int Run(ParseResult parsed)
    {
        if (!SourceDateEpoch.TryRead(_surroundings.Variable, out var date))
        {
            _surroundings.Error.WriteLine("docbuilder: SOURCE_DATE_EPOCH is not a number of seconds since 1970; correct or unset it.");
            return ExitCode.WrongUsage;
        }

        var builder = new ArticleBuilder(new BuildOptions
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
            Strict = _findings.IsStrict(parsed),
            IgnoredCodes = _findings.Ignored(parsed),
            Date = date,
        });
        if (!builder.Problems.IsEmpty)
        {
            foreach (var problem in builder.Problems)
            {
                _surroundings.Error.WriteLine("docbuilder: " + TerminalText.Clean(problem));
            }

            return ExitCode.WrongUsage;
        }

        var paths = parsed.GetRequiredValue(_inputs);
        var quiet = _findings.IsQuiet(parsed);
        var colored = _findings.HasColors(parsed, _surroundings);
        var reporter = new BuildReporter(new FindingPrinter(_findings.Guide(parsed), colored), quiet, _findings.IsVerbose(parsed), _writes);
        var hasBar = colored && !quiet && (paths.Length > 1 || Directory.Exists(paths[0]));

        var batch = _writes ? new BatchOptions { Jobs = parsed.GetValue(_jobs), Resume = parsed.GetValue(_resume), FailFast = parsed.GetValue(_failFast) } : new BatchOptions();
        return hasBar ? ProgressBar.Show(_surroundings, Work) : Work(new PlainDisplay(_surroundings));

        int Work(IDisplay display)
        {
            reporter.ShowOn(display);
            reporter.Report("fonts", builder.Findings);
            var inputs = paths.Select(Input);
            var results = _writes
                ? builder.BuildAll(inputs, parsed.GetRequiredValue(_output), batch, reporter, _cancellationToken)
                : builder.CheckAll(inputs, reporter, _cancellationToken);
            reporter.Summarize(results);
            if (_findings.WriteReports(parsed, builder.Findings, results) is { } problem)
            {
                display.Tell("docbuilder: " + TerminalText.Clean(problem));
                return ExitCode.NotBuilt;
            }

            return results.Any(static result => result.Failure is not null) ? ExitCode.NotBuilt
                : results.Any(static result => result.IsHeldBack) ? ExitCode.HeldBack
                : ExitCode.Built;
        }
    }

    private ArticleInput Input(string path) => path == StandardInput ? ArticleInput.FromStream(_surroundings.OpenInput(), "stdin") : ArticleInput.FromPath(path);
}
