using System.Text;
using DocBuilder.Reading;
using DocBuilder.Reading.LogicalText;
using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class LogicalTextTests
{
    [Theory]
    [InlineData("\u200Eםולש", "שלום")]
    [InlineData("םלוע םולש", "שלום עולם")]
    [InlineData("1948 תנשב", "בשנת 1948")]
    [InlineData("50% לש הלזוה", "הוזלה של 50%")]
    [InlineData("12,345.60 ריחמ", "מחיר 12,345.60")]
    [InlineData(".Windows 95 תנכות", "תוכנת Windows 95.")]
    [InlineData("(גוס) ללפ", "פלל (סוג)")]
    [InlineData("Hello, world.", "Hello, world.")]
    [InlineData("ךלמה (David) דוד", "דוד (David) המלך")]
    public void A_line_in_visual_order_is_turned(string visual, string logical) => Assert.Equal(logical, VisualLine.ToLogical(visual).Trim('\u200E'));

    [Fact]
    public void Turning_is_the_reverse_of_what_the_eye_sees()
    {
        var letters = CsCheck.Gen.OneOfConst("א", "ב", "ג", "ש", " ", "a", "7", "(", ")", ".");
        CsCheck.Check.Sample(letters.Array[1, 12], static pieces =>
        {
            var line = string.Concat(pieces);
            return VisualLine.ToLogical(line).Length == line.Length;
        }, iter: 500, threads: 1);
    }

    [Fact]
    public void A_visual_hebrew_page_is_read_in_logical_order()
    {
        const string Page = """
            <html><head><meta charset="iso-8859-8"><title>ריעה לע</title></head><body dir="ltr">
            <h1 align="right">ריעה לע</h1>
            <p align="right"><b>(1998)</b> ןבאמ רשג דמוע הקיתעה ריעב<br>.םינש תואמ םהב םירג םיגיידש םיתב</p>
            <table dir="ltr"><tr><th>ריחמ</th><th>גד</th></tr><tr><td>12</td><td>ןומלס</td></tr></table></body></html>
            """;
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-8")!.GetBytes(Page);
        var result = Read.Bytes(bytes, "a.html", new ReadingOptions { Scope = ArticleScope.WholePage });
        Assert.Contains("DB1308", Read.Codes(result));
        Assert.Equal(DocBuilder.Documents.TextDirection.RightToLeft, result.Document!.Direction);
        Assert.Equal("he", result.Document.Language);
        Assert.Equal(Read.Lines(
            "על העיר",
            "בעיר העתיקה עומד גשר מאבן (1998)" + " בתים שדייגים גרים בהם מאות שנים.",
            "דג", "מחיר", "סלמון", "12"), string.Join('\n', ModelDump.TextLines(result.Document)));
    }

    [Fact]
    public void Visual_order_is_seen_without_a_label()
    {
        var text = string.Join("\n\n", Enumerable.Repeat("ןבאמ רשג דמוע הקיתעה ריעב ,םינש םיבר םידימ", 3));
        var result = Read.Text(text);
        Assert.Contains("DB1308", Read.Codes(result));
        Assert.StartsWith("מידים רבים שנים, בעיר העתיקה עומד גשר מאבן", result.Document!.Metadata.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Presentation_forms_become_letters_and_signs_stay()
    {
        var result = Read.Html("<html lang=ar dir=rtl><meta charset=utf-8><title>ع</title><h1>ع</h1><p>\uFEDF\uFEE0\uFE92\uFEF4\uFE96 &#65275; \uFDF2 ﷺ ﷽ ﴿\uFE8D\uFEDF\uFEA4\uFEE4\uFEAA﴾ ﷼</p>");
        Assert.Equal("p للبيت لا الله ﷺ ﷽ ﴿الحمد﴾ ﷼", ModelDump.Body(result.Document!));
        Assert.Contains("DB1307", Read.Codes(result));
    }

    [Fact]
    public void Presentation_forms_in_visual_order_are_turned_too()
    {
        // "السلام عليكم" as an old program drew it: the last letter first.
        const string Visual = "\uFEE2\uFEDC\uFEF4\uFEE0\uFECB \uFEE1\uFEFC\uFEB4\uFEDF\uFE8D";
        var result = Read.Html($"<html lang=ar dir=ltr><meta charset=utf-8><title>T</title><h1>T</h1><p>{Visual}</p>");
        Assert.Equal("p السلام عليكم", ModelDump.Body(result.Document!));
        Assert.Contains("DB1308", Read.Codes(result));
    }

    [Fact]
    public void Marks_over_a_carrier_return_to_their_letters() =>
        Assert.Equal("مَدّ", PresentationForms.ToLetters("\uFEE3\uFE77\uFEAA\uFE7C"));
}
