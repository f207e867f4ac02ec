using System.Buffers.Text;
using UglyToad.PdfPig.Core;

namespace DocBuilder.Pdf.Inspection;

/// <summary>
/// What the newest trailer says (ISO 32000-1 7.5.5), be it a trailer or the dictionary of a cross-reference stream: both stand in the file as plain text.
/// </summary>
/// <param name="Root">The catalog.</param>
/// <param name="Information">The information dictionary; null when there is none.</param>
/// <param name="CrossReferences">Where the newest table of references begins; null when the file does not say.</param>
/// <param name="Encryption">The entries that tell how the file is encrypted, as they stand; empty when it is not.</param>
internal sealed record FileTrailer(IndirectReference Root, IndirectReference? Information, int? CrossReferences, byte[] Encryption)
{
    /// <summary>Finds the trailer.</summary>
    /// <returns>Null when nothing names a catalog.</returns>
    public static FileTrailer? Find(ReadOnlySpan<byte> file) => Reference(file, "/Root"u8, out _) is { } root
        ? new(root, Reference(file, "/Info"u8, out _), Start(file), EncryptionOf(file))
        : null;

    /// <summary>The last place where a key has a reference for value.</summary>
    private static IndirectReference? Reference(ReadOnlySpan<byte> file, ReadOnlySpan<byte> key, out ReadOnlySpan<byte> text)
    {
        for (var end = file.Length; file[..end].LastIndexOf(key) is >= 0 and var place; end = place)
        {
            var rest = Skip(file[(place + key.Length)..]);
            if (Utf8Parser.TryParse(rest, out int number, out var length) && number > 0
                && Utf8Parser.TryParse(Skip(rest[length..]), out int generation, out var second) && generation is >= 0 and <= ushort.MaxValue
                && Skip(Skip(rest[length..])[second..]) is [(byte)'R', ..])
            {
                text = file[place..(file.Length - Skip(Skip(rest[length..])[second..]).Length + 1)];
                return new(number, generation);
            }
        }

        text = [];
        return null;
    }

    private static int? Start(ReadOnlySpan<byte> file)
    {
        var place = file.LastIndexOf("startxref"u8);
        return place >= 0 && Utf8Parser.TryParse(Skip(file[(place + 9)..]), out int start, out _) && start > 0 && start < file.Length ? start : null;
    }

    private static byte[] EncryptionOf(ReadOnlySpan<byte> file)
    {
        if (Reference(file, "/Encrypt"u8, out var encryption) is null)
        {
            return [];
        }

        for (var end = file.Length; file[..end].LastIndexOf("/ID"u8) is >= 0 and var place; end = place)
        {
            if (Skip(file[(place + 3)..]) is [(byte)'[', ..] array && ArrayLength(array) is > 0 and var length)
            {
                return [.. encryption, .. "\n/ID "u8, .. array[..length]];
            }
        }

        return encryption.ToArray();
    }

    /// <summary>The length of an array of strings, in which brackets may stand.</summary>
    private static int ArrayLength(ReadOnlySpan<byte> array)
    {
        var parentheses = 0;
        for (var i = 1; i < Math.Min(array.Length, 1000); i++)
        {
            switch (array[i])
            {
                case (byte)'\\' when parentheses > 0:
                    i++;
                    break;
                case (byte)'(':
                    parentheses++;
                    break;
                case (byte)')':
                    parentheses--;
                    break;
                case (byte)']' when parentheses == 0:
                    return i + 1;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n\f\0"u8);
}
