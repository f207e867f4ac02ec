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
    public void Addresses_are_in_no_language() =>
        Assert.Equal("ar", Read.Html("<p>زوروا موقعنا https://www.example.com/articles/history-of-the-old-city-and-its-architecture ثم اكتبوا إلينا.</p>").Document!.Language);

    [Fact]
    public void A_template_in_another_language_gives_no_direction_either()
    {
        var result = Read.Html("<html><body lang=en-US dir=ltr><h1 lang=ar-EG dir=rtl>قصة البئر</h1><p lang=ar-EG dir=rtl>كان يا ما كان، في قديم الزمان، بئر لا قاع لها ولا ماء فيها.</p><ol><li><p lang=ar-EG dir=rtl>بئر زمزم</p></li></ol>");
        Assert.Equal(TextDirection.RightToLeft, result.Document!.Direction);
        Assert.Equal(TextDirection.RightToLeft, result.Document.Blocks.OfType<List>().Single().Direction);
    }

    [Theory]
    [InlineData("<p><span lang=en>This is a sentence in English, and it says so.</span></p>", false)]
    [InlineData("<p>This is a sentence in English, and it does not say so.</p>", true)]
    public void A_paragraph_whose_words_say_their_language_is_not_told_to(string body, bool isTold)
    {
        var result = Read.Html($"<html lang=ar dir=rtl><title>ع</title><body><h1>ع</h1><p>هذا نص عربي طويل بما يكفي.</p>{body}");
        Assert.Equal(isTold, Read.Codes(result).Contains("DB1309"));
        Assert.Equal("en", result.Document!.Blocks[^1] is Paragraph { Inlines: [var first, ..] } ? first.Language : "");
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
