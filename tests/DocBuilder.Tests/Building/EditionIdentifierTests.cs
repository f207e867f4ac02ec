using Xunit;

namespace DocBuilder.Tests.Building;

public sealed class EditionIdentifierTests
{
    private const string Article = "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8";

    [Fact]
    public void It_is_the_first_half_of_the_hash_of_article_and_edition_with_version_8()
    {
        // printf '6ba7b8109dad11d180b400c04fd430c8706466' | xxd -r -p | sha256sum, version and variant set by hand.
        Assert.Equal("urn:uuid:818af49f-896f-815c-9175-7d84e3e3d6ee", EditionIdentifier.Of(Article, Edition.Pdf));
    }

    [Theory]
    [InlineData(Article)]
    [InlineData("URN:UUID:6BA7B810-9DAD-11D1-80B4-00C04FD430C8")]
    [InlineData("isbn:9783161484100")]
    [InlineData("")]
    public void It_is_a_uuid_of_version_8_and_of_the_rfc_variant(string article)
    {
        var identifier = EditionIdentifier.Of(article, Edition.Epub);

        Assert.StartsWith("urn:uuid:", identifier, StringComparison.Ordinal);
        var uuid = Guid.ParseExact(identifier[9..], "D");
        Assert.Equal(8, uuid.Version);
        Assert.InRange(uuid.Variant, 8, 11);
    }

    [Fact]
    public void The_editions_of_an_article_differ() => Assert.NotEqual(EditionIdentifier.Of(Article, Edition.Pdf), EditionIdentifier.Of(Article, Edition.Epub));

    [Fact]
    public void Capitals_in_a_uuid_mean_nothing() => Assert.Equal(EditionIdentifier.Of(Article, Edition.Pdf), EditionIdentifier.Of(Article.ToUpperInvariant(), Edition.Pdf));
}
