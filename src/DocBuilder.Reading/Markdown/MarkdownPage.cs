using System.Globalization;
using System.Text.RegularExpressions;
using DocBuilder.Reading.Decoding;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Yaml;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocBuilder.Reading.Markdown;

/// <summary>Writes Markdown (CommonMark, with tables, notes, definitions and front matter) as the page that it stands for.</summary>
internal static partial class MarkdownPage
{
    /// <summary>The attribute that says where in the Markdown an element came from, as "line:column".</summary>
    public const string PlaceAttribute = "data-docbuilder-place";

    private static readonly MarkdownPipeline Pipeline = Extended().UseYamlFrontMatter().Build();
    private static readonly MarkdownPipeline WithoutFrontMatter = Extended().Build();

    private static MarkdownPipelineBuilder Extended() => WithAdjacentNotes(new MarkdownPipelineBuilder())
        .UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().UseAbbreviations().UseFigures().UseTaskLists().UseListExtras()
        .UseEmphasisExtras().UseCitations().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UseAutoLinks();

    private static MarkdownPipelineBuilder WithAdjacentNotes(MarkdownPipelineBuilder builder)
    {
        builder.InlineParsers.Replace<LinkInlineParser>(new AdjacentNotes());
        return builder;
    }

    /// <summary>Two calls to notes side by side, "[^1][^2]", are no link with a text and a label.</summary>
    private sealed class AdjacentNotes : LinkInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.CurrentChar != ']' || slice.PeekChar() != '[' || slice.PeekChar(2) != '^')
            {
                return base.Match(processor, ref slice);
            }

            var end = slice.End;
            slice.End = slice.Start;
            var isMatch = base.Match(processor, ref slice);
            slice.End = end;
            return isMatch;
        }
    }

    /// <summary>Signs at the end of an address are the sentence's, in every script.</summary>
    private static void TrimAddress(LinkInline link)
    {
        if (link is not { Url: { } url, FirstChild: LiteralInline words } || words.Content.ToString() is not { Length: > 0 } shown)
        {
            return;
        }

        var kept = shown.TrimEnd('،', '؛', '؟', '…', '»', '”', '’', '*', '_', '۔', '.', ',', ':', ';', '!', '"', '\'');
        var extra = shown.Length - kept.Length;
        if (extra > 0 && kept.Length > 0 && url.EndsWith(shown[kept.Length..], StringComparison.Ordinal))
        {
            link.Url = url[..^extra];
            words.Content = new StringSlice(kept);
            link.InsertAfter(new LiteralInline(shown[kept.Length..]));
        }
    }

    /// <summary>
    /// The id that Pandoc and others let authors write after a heading, "{#id}". Attributes elsewhere are not looked for: what stands in braces in a text is
    /// nearly always meant to be read.
    /// </summary>
    private static void TakeAttributes(HeadingBlock heading, LiteralInline last)
    {
        var match = HeadingAttributes().Match(last.Content.ToString());
        if (match.Success)
        {
            last.Content = new StringSlice(match.Groups["words"].Value);
            if (match.Groups["id"] is { Success: true, Value: var id })
            {
                heading.GetAttributes().Id = id;
            }
        }
    }

    [GeneratedRegex(@"^(?<words>.*?)\s*\{\s*(?:#(?<id>[^\s{}]+))?\s*(?:\.[^\s{}#]+\s*)*\}\s*$")]
    private static partial Regex HeadingAttributes();

    /// <summary>The page; null when its elements are nested too deep to be read as Markdown.</summary>
    public static string? Write(SourceText source)
    {
        try
        {
            // Empty lines keep the places of what follows.
            var toml = FrontMatter.FromToml(source.Value, out var length);
            var text = toml is null ? source.Value : new string([.. source.Value.AsSpan(0, length).ToArray().Select(static c => c is '\n' or '\r' ? c : ' ')]) + source.Value[length..];
            var document = Markdig.Markdown.Parse(text, Pipeline);
            if (document is [YamlFrontMatterBlock first, ..] && !FrontMatter.IsOne(first.Lines.ToString()))
            {
                // Lines of dashes around a text are an ornament.
                document = Markdig.Markdown.Parse(text, WithoutFrontMatter);
            }

            Alerts.Apply(document, text);
            foreach (var link in document.Descendants<LinkInline>().Where(static link => link.IsAutoLink).ToList())
            {
                TrimAddress(link);
            }

            foreach (var block in document.Descendants<Block>())
            {
                if (block is HeadingBlock { Inline.LastChild: LiteralInline last } heading)
                {
                    TakeAttributes(heading, last);
                }

                block.GetAttributes().AddPropertyIfNotExist(PlaceAttribute, string.Create(CultureInfo.InvariantCulture, $"{block.Line + 1}:{block.Column + 1}"));
            }

            using var html = new StringWriter(CultureInfo.InvariantCulture);
            var renderer = new HtmlRenderer(html);
            Pipeline.Setup(renderer);
            renderer.Render(document);
            var matter = document.OfType<YamlFrontMatterBlock>().FirstOrDefault();
            return FrontMatter.Read(toml ?? matter?.Lines.ToString() ?? "").WriteHead() + html + "</body></html>";
        }
        catch (ArgumentException e) when (e.Message.Contains("depth", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
