using System.Text;
using DocBuilder.Pdf.Objects;
using Xunit;

namespace DocBuilder.Tests.Pdf;

public class TokenWriterTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0004, "0")]
    [InlineData(0.5, ".5")]
    [InlineData(-0.25, "-.25")]
    [InlineData(12.3456, "12.346")]
    [InlineData(100, "100")]
    [InlineData(-7.001, "-7.001")]
    public void Numbers_are_rounded_to_thousandths_and_written_short(double value, string expected) =>
        Assert.Equal(expected, Write(w => w.Number(value)));

    [Fact]
    public void Only_regular_characters_need_a_space_between_them() =>
        Assert.Equal("<</A 1/B[1 2(x)/C true]/D<41>>>", Write(w => w.BeginDictionary()
            .Name("A"u8).Integer(1)
            .Name("B"u8).BeginArray().Integer(1).Integer(2).String("x"u8).Name("C"u8).Boolean(true).EndArray()
            .Name("D"u8).Hexadecimal("A"u8).EndDictionary()));

    [Fact]
    public void Names_escape_what_is_not_regular() => Assert.Equal("/A#20#23#28#D9#84", Write(w => w.Name("A #(ل")));

    [Fact]
    public void Strings_escape_brackets_backslashes_and_carriage_returns() =>
        Assert.Equal("(\\(a\\)\\\\\\r\n)", Write(w => w.String("(a)\\\r\n"u8)));

    [Fact]
    public void Text_beyond_ascii_is_utf_16_with_a_mark() => Assert.Equal([0xFE, 0xFF, 0x06, 0x44], TextString.Encode("ل"));

    [Fact]
    public void Text_that_is_too_long_for_pdf_a_is_cut_between_characters()
    {
        var bytes = TextString.Encode("a" + string.Concat(Enumerable.Repeat("\U0001F600", 20_000)));
        Assert.True(bytes.Length < 32768);
        Assert.DoesNotContain('\uFFFD', Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)));
    }

    [Fact]
    public void Integers_outside_32_bits_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(w => w.Integer(int.MaxValue + 1L)));

    private static string Write(Action<TokenWriter> write)
    {
        var w = new TokenWriter();
        write(w);
        return Encoding.Latin1.GetString(w.Written);
    }
}
