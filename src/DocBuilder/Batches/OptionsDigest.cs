using System.Text;
using DocBuilder.Documents;

namespace DocBuilder.Batches;

/// <summary>A hash over everything in the options that may change an edition.</summary>
internal static class OptionsDigest
{
    /// <summary>The hash, in hexadecimal. Fonts in folders count by their bytes.</summary>
    public static string Of(BuildOptions options)
    {
        var hash = new Sha256();
        // A record tells all its values; what it tells of lists is only that there are some.
        Append(hash, options.ToString());
        Append(hash, string.Join(',', options.Editions.Distinct().Order()));
        Append(hash, string.Join('\0', options.Authors));
        Append(hash, options.Theme.Identity);
        foreach (var folder in options.FontFolders)
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(static file => file.FullName, StringComparer.Ordinal))
            {
                Append(hash, file.Name);
                hash.Append(Sha256.HashData(File.ReadAllBytes(file.FullName)));
            }
        }

        return Convert.ToHexStringLower(hash.CurrentHash());
    }

    private static void Append(Sha256 hash, string text)
    {
        hash.Append(Encoding.UTF8.GetBytes(text));
        hash.Append([0]);
    }
}
