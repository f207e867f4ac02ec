#pragma warning disable CS1591, IDE0060, CA1801, IDE0161, CA1822
using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Fonts
{
    public sealed class FontLibrary
    {
        public static FontLibrary Shipped { get; } = new();

        public FontLibrary With(IEnumerable<string> folders, out ImmutableArray<Finding> findings)
        {
            findings = [];
            return this;
        }
    }
}

namespace DocBuilder.Typesetting.Themes
{
    public sealed record Theme
    {
        public required PageGeometry Page { get; init; }

        public static Theme Print { get; } = new() { Page = PageGeometry.ForPaper(595, 842) };
    }

    public sealed record PageGeometry(double Width, double Height)
    {
        public static PageGeometry ForPaper(double width, double height) => new(width, height);
    }
}

namespace DocBuilder.Typesetting.Pages
{
    public static class PageLayout
    {
        public static PageSet Lay(Document document, Theme theme, FontLibrary fonts, CancellationToken cancellationToken) =>
            new([new Page(theme.Page.Width, theme.Page.Height, "1", [])], [], []);
    }
}
