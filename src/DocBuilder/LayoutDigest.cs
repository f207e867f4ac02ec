using System.Buffers.Binary;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder;

/// <summary>Tells one layout of an article from another: by what is on its pages, whatever the reason, be it the theme, the paper, a font or a picture.</summary>
internal static class LayoutDigest
{
    /// <summary>The hash of the look and of what begins every line of every page. Whole numbers only: the same on every machine.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="theme">What tells the theme from others: two may break a short article in the same places.</param>
    internal static byte[] Of(PageSet pages, string theme)
    {
        var hash = new Sha256();
        Append(hash, theme);
        foreach (var page in pages.Pages)
        {
            Append(hash, page.Label);
            Append(hash, (int)Math.Round(page.Width));
            Append(hash, (int)Math.Round(page.Height));
            foreach (var item in page.Items)
            {
                if (item is TextFragment { Owner.IsArtifact: false } fragment)
                {
                    Append(hash, fragment.TextStart);
                }
            }
        }

        return hash.CurrentHash();
    }

    private static void Append(Sha256 hash, string text)
    {
        hash.Append(Encoding.UTF8.GetBytes(text));
        hash.Append([0]);
    }

    private static void Append(Sha256 hash, int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        hash.Append(bytes);
    }
}
