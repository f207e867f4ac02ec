using System.Text;
using DocBuilder.Documents;
using DocBuilder.Reading;
using Xunit;

namespace DocBuilder.Tests.Reading;

public sealed class EncodingTests
{
    // Only letters that every one of the pages has.
    private const string Arabic = """
        <html lang="ar" dir="rtl"><head>
        DECLARATION
        <title>مدينة على نهر</title></head><body><h1>مدينة على نهر</h1>
        <p>في المدينة القديمة جسر من حجر، وعلى ضفتي النهر بيوت يسكنها الصيادون منذ قرون؛ فهل يعرف الزائر ذلك؟</p>
        <p>يبدأ العمل قبل الفجر، حين تخرج القوارب واحدا بعد الآخر، ثم تعود إلى المرسى عند الظهر محملة بالسمك.</p>
        <ul><li>جسر</li><li>سوق</li></ul></body></html>
        """;

    private const string Hebrew = """
        <html lang="he" dir="rtl"><head>
        DECLARATION
        <title>עיר על הנהר</title></head><body><h1>עיר על הנהר</h1>
        <p>בעיר העתיקה עומד גשר מאבן, ועל שתי גדות הנהר בתים שדייגים גרים בהם מאות שנים.</p></body></html>
        """;

    private static readonly Encoding Utf8 = new UTF8Encoding(false);

    /// <summary>How the bytes are made, what the page says of them, and the finding that tells what was decided; none where the page is right.</summary>
    public static TheoryData<string, string, string?> Combinations() => new()
    {
        { "utf-8", "<meta charset=utf-8>", null },
        { "utf-8 marked", "", null },
        { "utf-8", "", "DB1013" },
        { "utf-8", "<meta charset=windows-1256>", "DB1010" },
        { "utf-8", "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>", "DB1010" },
        { "utf-16le marked", "", null },
        { "utf-16be marked", "<meta charset=utf-8>", null },
        { "utf-16le", "", "DB1008" },
        { "utf-16be", "", "DB1008" },
        { "windows-1256", "<meta http-equiv=Content-Type content='text/html; charset=windows-1256'>", null },
        { "windows-1256", "<meta charset=cp1256>", null },
        { "windows-1256", "", "DB1008" },
        { "windows-1256", "<meta charset=utf-8>", "DB1010" },
        { "windows-1256", "<meta charset=iso-8859-1>", "DB1010" },
        { "windows-1256", "<meta charset=ISO-8859-6>", "DB1010" },
        { "iso-8859-6", "<meta charset=ISO-8859-6>", null },
        { "iso-8859-6", "", "DB1008" },
        { "iso-8859-6", "<meta charset=windows-1256>", "DB1010" },
        { "asmo-708", "<meta charset=asmo-708>", null },
        { "utf-8 twice", "<meta charset=utf-8>", "DB1014" },
        { "utf-8 twice through windows-1256", "<meta charset=utf-8>", "DB1014" },
        { "windows-1256", "<meta charset=no-such-thing>", "DB1007" },
    };

    [Theory, MemberData(nameof(Combinations))]
    public void The_same_article_in_another_encoding_is_the_same_document(string encoding, string declaration, string? finding)
    {
        var result = Read.Bytes(Encode(encoding, Arabic.Replace("DECLARATION", declaration, StringComparison.Ordinal)), "article.html");
        Assert.Equal(Expected(Arabic), Write(result));
        var decisions = Read.Codes(result).Where(static code => code.StartsWith("DB10", StringComparison.Ordinal));
        if (finding is null)
        {
            Assert.Empty(decisions);
        }
        else
        {
            Assert.Contains(finding, decisions);
        }
    }

    [Theory]
    [InlineData("windows-1255", "<meta charset=windows-1255>")]
    [InlineData("windows-1255", "")]
    [InlineData("windows-1255", "<meta charset=iso-8859-1>")]
    [InlineData("windows-1255", "<meta charset=utf-8>")]
    [InlineData("iso-8859-8", "<meta charset=iso-8859-8-i>")]
    [InlineData("iso-8859-8", "<meta charset=logical>")]
    [InlineData("iso-8859-8", "<meta charset=iso-8859-8>")]
    public void Hebrew_pages_in_logical_order_are_read_whatever_they_declare(string encoding, string declaration) =>
        Assert.Equal(Expected(Hebrew), Write(Read.Bytes(Encode(encoding, Hebrew.Replace("DECLARATION", declaration, StringComparison.Ordinal)), "article.html")));

    [Theory]
    [InlineData("windows-1251", "Город стоит на реке, и люди живут здесь уже много веков.")]
    [InlineData("windows-1253", "Η πόλη βρίσκεται δίπλα στο ποτάμι και οι άνθρωποι ζουν εδώ αιώνες.")]
    [InlineData("windows-1252", "La ville était bâtie près d'une rivière où l'été passait en fête.")]
    [InlineData("windows-1252", "Müller und Söhne führten Bücher über größere Geschäfte.")]
    public void Other_scripts_are_told_from_arabic(string encoding, string text)
    {
        var result = Read.Bytes(Encode(encoding, $"<title>T</title><h1>T</h1><p>{text}</p>"), "a.html");
        Assert.Contains(text, string.Join('\n', ModelDump.TextLines(result.Document!)), StringComparison.Ordinal);
        var declared = Read.Bytes(Encode(encoding, $"<meta charset={encoding}><title>T</title><h1>T</h1><p>{text}</p>"), "a.html");
        Assert.DoesNotContain("DB1010", Read.Codes(declared));
    }

    [Fact]
    public void What_is_asked_for_overrules_everything()
    {
        var bytes = Encode("windows-1256", Arabic.Replace("DECLARATION", "<meta charset=utf-8>", StringComparison.Ordinal));
        var result = Read.Bytes(bytes, "article.html", new ReadingOptions { Encoding = "windows-1256" });
        Assert.Equal(Expected(Arabic), Write(result));
        Assert.DoesNotContain(Read.Codes(result), static code => code.StartsWith("DB10", StringComparison.Ordinal));
        Assert.Contains("Ôå", Read.Bytes([0xD4, 0xE5, 0xE4], "a.txt", new ReadingOptions { Encoding = "windows-1252" }).Document!.Metadata.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_few_bad_bytes_damage_a_page_and_do_not_change_its_encoding()
    {
        byte[] bytes = [.. Utf8.GetBytes(Arabic.Replace("DECLARATION", "", StringComparison.Ordinal)), 0xFF, .. "<p>end</p>"u8];
        var result = Read.Bytes(bytes, "article.html");
        Assert.Contains("DB1009", Read.Codes(result));
        Assert.Equal("مدينة على نهر", result.Document!.Metadata.Title);
    }

    [Fact]
    public void Plain_text_in_unmarked_utf16_is_read()
    {
        const string Text = "عنوان\n\nهذا نص عربي من غير علامة في أوله، وفيه من الكلام ما يكفي.\n";
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal("عنوان", Read.Bytes(encoding.GetBytes(Text), "a.txt").Document!.Metadata.Title);
        }
    }

    [Fact]
    public void Words_that_only_look_encoded_twice_are_left_alone()
    {
        var document = Read.EnglishPage("<p>The letters Ã© and Ø§ show what goes wrong.</p>").Document!;
        Assert.Equal("p The letters Ã© and Ø§ show what goes wrong.", ModelDump.Body(document));
    }

    private static byte[] Encode(string encoding, string text) => encoding switch
    {
        "utf-8" => Utf8.GetBytes(text),
        "utf-8 marked" => [.. Encoding.UTF8.Preamble, .. Utf8.GetBytes(text)],
        "utf-8 twice" => Utf8.GetBytes(ThroughLatin1(Utf8.GetBytes(text))),
        "utf-8 twice through windows-1256" => Utf8.GetBytes(CodePagesEncodingProvider.Instance.GetEncoding("windows-1256")!.GetString(Utf8.GetBytes(text))),
        "utf-16le marked" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be marked" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        "utf-16le" => Encoding.Unicode.GetBytes(text),
        "utf-16be" => Encoding.BigEndianUnicode.GetBytes(text),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text),
    };

    // As browsers do: where windows-1252 has no character, the control of the same number.
    private static string ThroughLatin1(byte[] bytes)
    {
        var page = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;
        return string.Concat(bytes.Select(b => page.GetString([b]) is var c && c[0] != '\uFFFD' ? c : ((char)b).ToString()));
    }

    private static string Expected(string page) =>
        Write(Read.Bytes(Encode("utf-8", page.Replace("DECLARATION", "<meta charset=utf-8>", StringComparison.Ordinal)), "article.html"));

    private static string Write(ReadingResult result) => SameDocument.Write(result.Document!, nameof(Metadata.Identifier));
}
