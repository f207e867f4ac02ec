using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("هذه فقرة عربية تتحدث عن الطقس في المدينة وعن الناس", "ar")]
    [InlineData("این یک متن فارسی است که درباره‌ی هوای شهر و مردم گفتگو می‌کند", "fa")]
    [InlineData("یہ اردو زبان میں لکھا ہوا ایک مضمون ہے جو شہر کے بارے میں ہے", "ur")]
    [InlineData("זוהי פסקה בעברית על מזג האוויר בעיר", "he")]
    [InlineData("This is a paragraph about the weather in the city", "en")]
    public void An_undeclared_language_is_told_from_the_text(string text, string expected)
    {
        var result = Read.Html($"<h1>{text}</h1><p>{text}</p>");
        Assert.Equal(expected, result.Document!.Language);
        Assert.Contains("DB1301", Read.Codes(result));
    }

    [Fact]
    public void Arabic_without_a_direction_runs_right_to_left()
    {
        var result = Read.Html("<html lang=ar><h1>عنوان</h1><p>نص</p><blockquote lang=en><p>text</p></blockquote>");
        Assert.Equal(TextDirection.RightToLeft, result.Document!.Direction);
        Assert.Equal(Read.Lines("p نص", "quote[en,ltr]", "  p text"), ModelDump.Body(result.Document));
        Assert.Contains("DB1304", Read.Codes(result));
    }

    [Fact]
    public void A_declared_direction_is_inherited_whatever_the_language() =>
        Assert.Equal(Read.Lines("quote[en]", "  p text"), Read.Arabic("<blockquote lang=en>text</blockquote>"));

    [Fact]
    public void A_template_in_the_wrong_language_is_not_believed()
    {
        var result = Read.Html("<html lang=en><h1>عنوان المقال</h1><p>هذا نص عربي طويل بما يكفي ليُعرف</p>");
        Assert.Equal("ar", result.Document!.Language);
        Assert.Contains("DB1305", Read.Codes(result));
    }

    [Theory]
    [InlineData("ar_eg", "ar-EG")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("iw", "he")]
    public void Tags_are_written_as_usual(string tag, string expected) =>
        Assert.Equal(expected, DocBuilder.Reading.Languages.LanguageTags.Normalize(tag));

    [Fact]
    public void Options_override_the_source()
    {
        var options = new ReadingOptions { Language = "fa", Direction = TextDirection.RightToLeft, Title = "نام", Authors = ["الف", "ب"] };
        var document = Read.Html("<html lang=en dir=ltr><meta name=author content=X><h1>T</h1><p class=byline>By X</p><p>body", options).Document!;
        Assert.Equal(Read.Lines("h1 نام", "byline الف، ب", "p body"), ModelDump.Blocks(document));
        Assert.Equal("fa", document.Language);
    }

    [Theory]
    [InlineData("ar", "٣ ثم ٤", NumberingSystem.ArabicIndic)]
    [InlineData("ar", "3 ثم 4", NumberingSystem.Latin)]
    [InlineData("ar", "بلا", NumberingSystem.ArabicIndic)]
    [InlineData("ar-MA", "بلا", NumberingSystem.Latin)]
    [InlineData("fa", "بی", NumberingSystem.ExtendedArabicIndic)]
    [InlineData("ur", "بلا", NumberingSystem.Latin)]
    public void Numbers_follow_the_digits_of_the_text_else_the_language(string language, string text, NumberingSystem expected) =>
        Assert.Equal(expected, Read.Html($"<html lang={language} dir=rtl><h1>ا</h1><p>{text}").Document!.Numbering);
}
