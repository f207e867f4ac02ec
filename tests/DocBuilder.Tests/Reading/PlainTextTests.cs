using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("1 - 0")]
    [InlineData("5- 3 = 2")]
    public void Scores_and_sums_are_no_lists(string line) =>
        Assert.DoesNotContain("list", ModelDump.Blocks(Read.Text($"Title\n\nSome text of the article stands here.\n\n{line}\n\nMore text of the article stands here.\n").Document!), StringComparison.Ordinal);

    [Fact]
    public void A_number_before_a_line_that_a_text_follows_makes_a_heading_and_one_before_the_next_number_a_list() => Assert.Equal(
        "h1 Title\nh2 1- The first station\np We stopped there for tea, and it cost us a few coins.\nh2 2- The second station\np We came there at dawn, and it was very cold indeed.\nlist Decimal\n  item 1\n    p tea\n  item 2\n    p coffee\np Write to: fares@example.com or http://example.com/train\np The end of it is here.",
        ModelDump.Blocks(Read.Text("Title\n\n1- The first station\n\nWe stopped there for tea, and it cost us a few coins.\n\n2- The second station\n\nWe came there at dawn, and it was very cold indeed.\n\n1- tea\n\n2- coffee\n\nWrite to: fares@example.com or http://example.com/train\n\nThe end of it is here.\n").Document!));

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
    public void Lines_under_the_title_say_who_wrote_and_when()
    {
        var document = Read.Text("أيام في دمشق\n\nبقلم: يوسف الحلبي\n12 أكتوبر 2019\n\nوصلت إلى دمشق مساء، وكانت الشوارع خالية.\n").Document!;
        Assert.Equal(Read.Lines("h1 أيام في دمشق", "byline بقلم: يوسف الحلبي", "dateline 12 أكتوبر 2019", "p وصلت إلى دمشق مساء، وكانت الشوارع خالية."), ModelDump.Blocks(document));
        Assert.Equal(["يوسف الحلبي"], document.Metadata.Authors);
        Assert.Equal(new DateTimeOffset(2019, 10, 12, 0, 0, 0, TimeSpan.Zero), document.Metadata.Published);
    }

    [Fact]
    public void Signs_in_a_line_of_their_own_divide_and_under_a_line_make_it_a_heading() =>
        Assert.Equal(
            Read.Lines("h1 Title", "p One.", "rule", "p Two.", "h2 Part", "p Three."),
            ModelDump.Blocks(Read.Text("=====\nTitle\n=====\n\nOne.\n\n  * * *\n\nTwo.\n\nPart\n----\nThree.\n").Document!));

    [Fact]
    public void Signs_under_a_sentence_divide_it_from_what_follows() =>
        Assert.Equal(
            Read.Lines("h1 Title", "p One is a sentence.", "rule", "p Two.", "p Three lines", "rule", "p of which", "p none heads", "p anything."),
            ModelDump.Blocks(Read.Text("Title\n=====\n\nOne is a sentence.\n----\nTwo.\n\nThree lines\n----\nof which\n\nnone heads\n\nanything.\n").Document!));

    [Theory]
    [InlineData("    ")]
    [InlineData("\t")]
    [InlineData("          ")]
    public void Short_lines_that_are_all_indented_keep_their_ends(string indent) =>
        Assert.Equal(
            Read.Lines("h1 Title", "p He sang:", "verse", "  stanza The sea is calm tonight", "  line the tide is full.", "p And he went away."),
            ModelDump.Blocks(Read.Text($"Title\n\nHe sang:\n\n{indent}The sea is calm tonight\n{indent}the tide is full.\n\nAnd he went away.\n").Document!));

    [Theory]
    [InlineData("    One line that stands alone, and is no poem, though it is indented.")]
    [InlineData("    A paragraph begins with an indent,\nand goes on without one,\nas in books.")]
    [InlineData("    These lines are as long as lines of prose are when a program wraps them,\n    though all of them are indented, as in a letter that was quoted by\n    someone.")]
    public void Indented_prose_is_prose(string text) => Assert.DoesNotContain("verse", ModelDump.Blocks(Read.Text($"Title\n\nText.\n\n{text}\n\nText.\n").Document!), StringComparison.Ordinal);

    [Theory]
    [InlineData("على قدر أهل العزم تأتي العزائم ... وتأتي على قدر الكرام المكارم\n{0}وتعظم في عين الصغير صغارها ... وتصغر في عين العظيم العظائم", "")]
    [InlineData("على قدر أهل العزم تأتي العزائم ... وتأتي على قدر الكرام المكارم\n{0}وتعظم في عين الصغير صغارها ... وتصغر في عين العظيم العظائم", "\n")]
    [InlineData("على قدر أهل العزم تأتي العزائم\tوتأتي على قدر الكرام المكارم\n{0}وتعظم في عين الصغير صغارها\tوتصغر في عين العظيم العظائم", "\n")]
    public void Lines_with_dots_or_gaps_are_verse_when_they_are_several_and_rhyme(string poem, string between) =>
        Assert.Equal(
            Read.Lines(
                "h1 عنوان", "p قال المتنبي:", "verse", "  stanza على قدر أهل العزم تأتي العزائم // وتأتي على قدر الكرام المكارم",
                "  line وتعظم في عين الصغير صغارها // وتصغر في عين العظيم العظائم", "p انتهى."),
            ModelDump.Blocks(Read.Text("عنوان\n\nقال المتنبي:\n\n" + string.Format(System.Globalization.CultureInfo.InvariantCulture, poem, between) + "\n\nانتهى.\n").Document!));

    [Theory]
    [InlineData("كنت أنتظر ردها طويلا ... ولم تقل شيئا في ذلك اليوم")]
    [InlineData("كنت أنتظر ردها طويلا … ولم تقل شيئا في ذلك اليوم\nثم جاء الصباح باردا … وعادت الطيور إلى أعشاشها كلها")]
    [InlineData("We waited all night ... and nobody came at all\nThe birds came home ... and we saw them fall")]
    public void Prose_with_an_ellipsis_is_prose(string text) => Assert.DoesNotContain("verse", ModelDump.Blocks(Read.Text($"عنوان\n\nنص.\n\n{text}\n\nنص.\n").Document!), StringComparison.Ordinal);

    [Fact]
    public void Short_lines_in_a_row_are_no_headings_and_a_question_that_is_told_is_none()
    {
        Assert.DoesNotContain("h2", ModelDump.Blocks(Read.Text("Title\n\na\n\nb\n\nc\n\nd\n\nA paragraph.\n").Document!), StringComparison.Ordinal);
        Assert.Contains("h2 Why now?", ModelDump.Blocks(Read.Text("Title\n\nA paragraph.\n\nWhy now?\n\nBecause.\n").Document!), StringComparison.Ordinal);
        Assert.Contains("p I asked: why?", ModelDump.Blocks(Read.Text("Title\n\nA paragraph.\n\nI asked: why?\n\nBecause.\n").Document!), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_title_is_none_given() =>
        Assert.StartsWith("h1 Title", ModelDump.Blocks(Read.Text("Title\n\nText.\n", new DocBuilder.Reading.ReadingOptions { Title = "" }).Document!), StringComparison.Ordinal);

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
