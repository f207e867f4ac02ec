using System.Buffers.Binary;
using System.Text;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>The <c>name</c> table: what a font says of itself, in English.</summary>
internal static class NameTable
{
    public const int Copyright = 0;
    public const int Family = 1;
    public const int Subfamily = 2;
    public const int UniqueIdentifier = 3;
    public const int FullName = 4;
    public const int Version = 5;
    public const int PostScriptName = 6;
    public const int LicenseDescription = 13;
    public const int LicenseUrl = 14;
    public const int TypographicFamily = 16;
    public const int TypographicSubfamily = 17;

    private const int HeaderLength = 6;
    private const int RecordLength = 12;
    private const int WindowsPlatform = 3;
    private const int EnglishUnitedStates = 0x409;

    /// <summary>Finds one name: Windows English before other Unicode records before Macintosh Roman.</summary>
    public static string? Find(ReadOnlySpan<byte> table, int nameId)
    {
        if (table.Length < HeaderLength)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
        var storage = BinaryPrimitives.ReadUInt16BigEndian(table[4..]);
        string? best = null;
        var bestRank = 0;
        for (var i = 0; i < count && HeaderLength + ((i + 1) * RecordLength) <= table.Length; i++)
        {
            var record = table.Slice(HeaderLength + (i * RecordLength), RecordLength);
            if (BinaryPrimitives.ReadUInt16BigEndian(record[6..]) != nameId)
            {
                continue;
            }

            var platform = BinaryPrimitives.ReadUInt16BigEndian(record);
            var language = BinaryPrimitives.ReadUInt16BigEndian(record[4..]);
            var rank = (platform, language) switch
            {
                (WindowsPlatform, EnglishUnitedStates) => 4,
                (WindowsPlatform, _) when (language & 0x3FF) == 9 => 3,
                (0 or WindowsPlatform, _) => 2,
                (1, 0) => 1,
                _ => 0,
            };
            var length = BinaryPrimitives.ReadUInt16BigEndian(record[8..]);
            var offset = storage + BinaryPrimitives.ReadUInt16BigEndian(record[10..]);
            if (rank <= bestRank || offset + length > table.Length)
            {
                continue;
            }

            var text = table.Slice(offset, length);
            // Names of the Macintosh platform are ASCII in practice; Latin-1 keeps that and cannot fail.
            best = Printable((platform == 1 ? Encoding.Latin1 : Encoding.BigEndianUnicode).GetString(text));
            bestRank = rank;
        }

        return string.IsNullOrEmpty(best) ? null : best;
    }

    // Names are shown on terminals, where control characters are commands.
    private static string Printable(string name) =>
        string.Create(name.Length, name, static (letters, from) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        }).Trim();

    /// <summary>Writes a table of Windows English names.</summary>
    public static byte[] Write(SortedDictionary<int, string> names)
    {
        var table = new byte[HeaderLength + (names.Count * RecordLength) + names.Values.Sum(Encoding.BigEndianUnicode.GetByteCount)];
        var bytes = table.AsSpan();
        var storage = HeaderLength + (names.Count * RecordLength);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], (ushort)names.Count);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], checked((ushort)storage));
        var record = HeaderLength;
        var offset = 0;
        foreach (var (nameId, text) in names)
        {
            var length = Encoding.BigEndianUnicode.GetBytes(text, bytes[(storage + offset)..]);
            ReadOnlySpan<int> fields = [WindowsPlatform, 1, EnglishUnitedStates, nameId, length, offset];
            foreach (var field in fields)
            {
                BinaryPrimitives.WriteUInt16BigEndian(bytes[record..], checked((ushort)field));
                record += 2;
            }

            offset += length;
        }

        return table;
    }
}
