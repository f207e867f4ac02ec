using DocBuilder.Documents;
using Xunit;

namespace DocBuilder.Tests.Building;

public sealed class EditionDateTests
{
    private static readonly DateTimeOffset March = new(2026, 3, 12, 9, 30, 0, TimeSpan.FromHours(3));
    private static readonly DateTimeOffset May = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Epoch = DateTimeOffset.FromUnixTimeSeconds(1_000_000_000);

    [Fact]
    public void The_last_change_comes_before_the_first_publication() => Assert.Equal((May, null), EditionDate.Of(Known(March, May), Epoch));

    [Fact]
    public void The_publication_comes_before_the_date_of_the_build() => Assert.Equal((March, null), EditionDate.Of(Known(March, null), Epoch));

    [Fact]
    public void The_date_of_the_build_stands_in_without_a_finding() => Assert.Equal((Epoch, null), EditionDate.Of(Known(null, null), Epoch));

    [Fact]
    public void An_unknown_date_is_1980_and_says_so()
    {
        var (date, finding) = EditionDate.Of(Known(null, null), null);

        Assert.Equal(new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero), date);
        Assert.Equal(("DB0008", FindingSeverity.Note), (finding!.Code, finding.Severity));
    }

    [Fact]
    public void Parts_of_a_second_are_dropped_and_the_offset_is_kept()
    {
        var (date, _) = EditionDate.Of(Known(March.AddMilliseconds(999), null), null);

        Assert.Equal(March, date);
        Assert.Equal(March.Offset, date.Offset);
    }

    private static Metadata Known(DateTimeOffset? published, DateTimeOffset? modified) =>
        new() { Title = "خبر", Identifier = "urn:uuid:0", Published = published, Modified = modified };
}
