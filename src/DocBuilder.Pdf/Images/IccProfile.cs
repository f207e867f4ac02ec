using System.Buffers.Binary;

namespace DocBuilder.Pdf.Images;

/// <summary>Tells what an ICC profile in a picture is good for (ICC.1, 7.2; ISO 19005-2, 6.2.4.2).</summary>
internal static class IccProfile
{
    /// <summary>The largest profile that is kept: profiles of screens and cameras are far smaller.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    private const int HeaderLength = 128;

    /// <summary>What to do with a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="components">The picture's colour components, 1 or 3.</param>
    public static IccVerdict Judge(ReadOnlySpan<byte> profile, int components)
    {
        if (profile.Length is < HeaderLength + 4 or > MostBytes
            || BinaryPrimitives.ReadUInt32BigEndian(profile) != profile.Length
            || profile[8] is < 2 or > 4
            || !profile[36..].StartsWith("acsp"u8)
            || !IsOneOf(profile.Slice(12, 4), "scnr"u8, "mntr"u8, "prtr"u8, "spac"u8)
            || !profile.Slice(16, 4).SequenceEqual(components == 1 ? "GRAY"u8 : "RGB "u8))
        {
            return IccVerdict.Unusable;
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderLength..]);
        for (var i = 0; i < count; i++)
        {
            var at = HeaderLength + 4 + (12 * i);
            if (at + 12 > profile.Length)
            {
                return IccVerdict.Unusable;
            }

            var (offset, length) = (BinaryPrimitives.ReadUInt32BigEndian(profile[(at + 4)..]), BinaryPrimitives.ReadUInt32BigEndian(profile[(at + 8)..]));
            if ((ulong)offset + length > (ulong)profile.Length)
            {
                return IccVerdict.Unusable;
            }

            if (profile.Slice(at, 4).SequenceEqual("desc"u8) && NamesSrgb(profile.Slice((int)offset, (int)length)))
            {
                return IccVerdict.Srgb;
            }
        }

        return IccVerdict.Usable;
    }

    /// <summary>Whether a description is that of sRGB itself, in ASCII ('desc') or UTF-16 ('mluc'). The v4 preference profiles are other colours.</summary>
    private static bool NamesSrgb(ReadOnlySpan<byte> description)
    {
        if (description.Length > 1024)
        {
            return false;
        }

        var letters = new List<char>(description.Length);
        foreach (var b in description)
        {
            if (b != 0)
            {
                letters.Add((char)b);
            }
        }

        var text = string.Concat(letters);
        return text.Contains("sRGB", StringComparison.Ordinal) && !text.Contains("v4", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("linear", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOneOf(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, ReadOnlySpan<byte> d) =>
        tag.SequenceEqual(a) || tag.SequenceEqual(b) || tag.SequenceEqual(c) || tag.SequenceEqual(d);
}

/// <summary>What an ICC profile is good for.</summary>
internal enum IccVerdict
{
    /// <summary>It goes along with the picture.</summary>
    Usable,

    /// <summary>It is sRGB, which the file's output intent says already.</summary>
    Srgb,

    /// <summary>PDF/A does not allow it, or it is not what it says.</summary>
    Unusable,
}
