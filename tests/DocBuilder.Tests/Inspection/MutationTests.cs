using System.Collections.Immutable;
using DocBuilder.Tests.Building;
using Xunit;

namespace DocBuilder.Tests.Inspection;

/// <summary>Our own editions with some of their bytes changed: never a crash, a hang, or a fault of ours.</summary>
public sealed class MutationTests
{
    private const int Mutations = 150;

    private static readonly Lazy<(byte[] Pdf, byte[] Epub)> Editions = new(Build);

    [Fact]
    public void A_pdf_with_changed_bytes_is_no_harm() => Mutate(Editions.Value.Pdf, 7);

    [Fact]
    public void An_epub_with_changed_bytes_is_no_harm() => Mutate(Editions.Value.Epub, 11);

    private static void Mutate(byte[] edition, int seed)
    {
        Assert.NotNull(Inspect.Bytes(edition).Edition);
#pragma warning disable CA5394 // Not for secrets: the same changes every time.
        var random = new Random(seed);
        for (var i = 0; i < Mutations; i++)
        {
            byte[] changed = [.. edition];
            for (var changes = 1 + random.Next(12); changes > 0; changes--)
            {
                var place = random.Next(changed.Length);
                switch (random.Next(4))
                {
                    case 0:
                        changed[place] = (byte)random.Next(256);
                        break;
                    case 1:
                        changed[place] ^= (byte)(1 << random.Next(8));
                        break;
                    case 2:
                        changed.AsSpan(place, Math.Min(random.Next(64), changed.Length - place)).Clear();
                        break;
                    default:
                        changed = [.. changed[..place], .. changed[Math.Min(changed.Length, place + random.Next(64))..]];
                        break;
                }
            }

            Inspect.Json(Inspect.Bytes(changed));
        }
#pragma warning restore CA5394
    }

    private static (byte[] Pdf, byte[] Epub) Build()
    {
        using var pdf = new MemoryStream();
        using var epub = new MemoryStream();
        using var article = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(TemporaryFolder.NewsArticle));
        var result = new ArticleBuilder(new BuildOptions()).Build(ArticleInput.FromStream(article, "article.html"), pdf, epub);
        Assert.Null(result.Failure);
        return (pdf.ToArray(), epub.ToArray());
    }
}
