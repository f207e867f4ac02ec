using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class PlainTextTests
{
    [Fact]
    public void Title_paragraphs_headings_lists_and_verse_are_recognised() =>
        Assert.Equal(
            Read.Lines(
                "h1 عنوان المقال",
                "p سطر أول وسطر ثان.",
                "h2 عنوان فرعي",
                "p فقرة بعده.",
                "list Disc", "  item", "    p أول", "  item", "    p ثان",
                "list Decimal", "  item 1", "    p واحد", "  item 2", "    p اثنان",
                "verse", "  stanza وليل كموج البحر // أرخى سدوله", "  line علي بأنواع الهموم // ليبتلي معي",
                "p خاتمة."),
            ModelDump.Blocks(Read.Text("عنوان المقال\n\nسطر أول\nوسطر ثان.\n\nعنوان فرعي\n\nفقرة بعده.\n\n- أول\n- ثان\n\n١. واحد\n٢. اثنان\n\nوليل كموج البحر *** أرخى سدوله\nعلي بأنواع الهموم *** ليبتلي معي\n\nخاتمة.\n").Document!));

    [Fact]
    public void A_line_that_ends_in_a_colon_leads_in_what_follows() =>
        Assert.Equal(
            Read.Lines("h1 عنوان", "p وأبرزها ما يلي:", "list Disc", "  item", "    p أول"),
            ModelDump.Blocks(Read.Text("عنوان\n\nوأبرزها ما يلي:\n\n- أول\n").Document!));

    [Fact]
    public void A_text_file_with_html_in_it_is_read_as_html()
    {
        var result = Read.Text("<!doctype html><html lang=en dir=ltr><h1>T</h1>");
        Assert.Equal("h1 T", ModelDump.Blocks(result.Document!));
        Assert.Contains("DB1011", Read.Codes(result));
    }
}
