using System.Globalization;
using DocBuilder.Reading.Decoding;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace DocBuilder.Reading.Markdown;

/// <summary>Writes Markdown (CommonMark, with tables, notes, definitions and front matter) as the page that it stands for.</summary>
internal static class MarkdownPage
{
    /// <summary>The attribute that says where in the Markdown an element came from, as "line:column".</summary>
    public const string PlaceAttribute = "data-docbuilder-place";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseDefinitionLists().UseAbbreviations().UseFigures().UseTaskLists().UseListExtras()
        .UseEmphasisExtras().UseCitations().UseAutoIdentifiers().UseGenericAttributes().UseYamlFrontMatter()
        .Build();

    /// <summary>The page; null when its elements are nested too deep to be read as Markdown.</summary>
    public static string? Write(SourceText source)
    {
        try
        {
            var document = Markdig.Markdown.Parse(source.Value, Pipeline);
            foreach (var block in document.Descendants<Block>())
            {
                block.GetAttributes().AddPropertyIfNotExist(PlaceAttribute, string.Create(CultureInfo.InvariantCulture, $"{block.Line + 1}:{block.Column + 1}"));
            }

            using var html = new StringWriter(CultureInfo.InvariantCulture);
            var renderer = new HtmlRenderer(html);
            Pipeline.Setup(renderer);
            renderer.Render(document);
            var matter = document.OfType<YamlFrontMatterBlock>().FirstOrDefault();
            return FrontMatter.Read(matter is null ? "" : matter.Lines.ToString()).WriteHead() + html + "</body></html>";
        }
        catch (ArgumentException e) when (e.Message.Contains("depth", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
