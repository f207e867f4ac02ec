using DocBuilder.Documents;
using DocBuilder.Epub.Content;
using Xunit;

namespace DocBuilder.Tests.Epub;

public sealed class ValueTests
{
    [Theory]
    [InlineData("ar", true), InlineData("ar-EG", true), InlineData("zh-Hant-TW", true), InlineData("sl-rozaj-biske-1994", true), InlineData("de-CH-1901", true)]
    [InlineData("en-x-private", true), InlineData("ar-u-nu-latn", true), InlineData("zh-yue-HK", true), InlineData("es-419", true), InlineData("und", true)]
    [InlineData("", false), InlineData("a", false), InlineData("arabic language", false), InlineData("ar_EG", false), InlineData("ar-", false), InlineData("en-x", false)]
    [InlineData("en-u", false), InlineData("de-1901-1901", false), InlineData("en-u-aa-u-bb", false), InlineData("عر", false), InlineData("123", false)]
    public void Language_tags_follow_the_grammar(string tag, bool isWellFormed) => Assert.Equal(isWellFormed, LanguageTag.IsWellFormed(tag));

    [Theory]
    [InlineData("2026-03-12", true), InlineData("2026-03", true), InlineData("10:30", true), InlineData("2026-03-12T10:30", true), InlineData("2026-03-12T10:30:15.5Z", true)]
    [InlineData("2026-03-12 10:30-0500", true), InlineData(" 2026-03-12T10:30+02:00 ", true)]
    [InlineData("2026-02-30", false), InlineData("12/3/2026", false), InlineData("2026-03-12T25:00", false), InlineData("2026-03-12T10:30+99:00", false), InlineData("", false), InlineData("yesterday", false)]
    public void Machine_times_are_those_of_html(string value, bool isValid) => Assert.Equal(isValid ? value.Trim() : null, MachineTime.Checked(value));
}
