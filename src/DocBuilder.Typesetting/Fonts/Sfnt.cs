using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>The tables of a font file (OpenType 1.9, "Organization of an OpenType Font"). Nothing of the file is trusted: every table handed out lies inside it.</summary>
public sealed class Sfnt
{
    private const uint CollectionTag = 0x74746366; // ttcf
    private const int HeaderLength = 12;
    private const int RecordLength = 16;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly Dictionary<uint, Range> _tables;

    private Sfnt(ReadOnlyMemory<byte> file, uint version, Dictionary<uint, Range> tables)
    {
        _file = file;
        Version = version;
        _tables = tables;
    }

    /// <summary>The file's first four bytes: 0x00010000 for TrueType outlines, <c>OTTO</c> for CFF.</summary>
    public uint Version { get; }

    /// <summary>The tags of the tables, in ordinal order.</summary>
    public IEnumerable<string> Tags => _tables.Keys.Order().Select(TagText);

    /// <summary>How many faces the file holds: more than one only in a collection (.ttc); 0 when it is no font file.</summary>
    /// <param name="file">The file's bytes.</param>
    public static int FaceCount(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength)
        {
            return 0;
        }

        var tag = BinaryPrimitives.ReadUInt32BigEndian(file);
        if (tag != CollectionTag)
        {
            return IsVersion(tag) ? 1 : 0;
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(file[8..]);
        return (int)Math.Min(count, (uint)((file.Length - HeaderLength) / 4));
    }

    /// <summary>Whether a layout table has a feature (OpenType 1.9, "FeatureList table").</summary>
    /// <param name="table"><c>GSUB</c> or <c>GPOS</c>.</param>
    /// <param name="feature">The feature's tag.</param>
    internal bool HasLayoutFeature(string table, string feature)
    {
        const int FeatureListOffset = 6, FeatureRecordLength = 6;
        var bytes = Span(table);
        var wanted = Tag(feature);
        if (bytes.Length < FeatureListOffset + 2 || BinaryPrimitives.ReadUInt16BigEndian(bytes[FeatureListOffset..]) is var start && start + 2 > bytes.Length)
        {
            return false;
        }

        var records = bytes[(start + 2)..];
        for (var left = BinaryPrimitives.ReadUInt16BigEndian(bytes[start..]); left > 0 && records.Length >= FeatureRecordLength; left--)
        {
            if (BinaryPrimitives.ReadUInt32BigEndian(records) == wanted)
            {
                return true;
            }

            records = records[FeatureRecordLength..];
        }

        return false;
    }

    /// <summary>Reads the table directory.</summary>
    /// <param name="file">The file's bytes, which must not change afterwards.</param>
    /// <param name="faceIndex">Which face of a collection.</param>
    /// <exception cref="InvalidDataException">It is not a font file, or its directory points outside it.</exception>
    public static Sfnt Parse(ReadOnlyMemory<byte> file, int faceIndex = 0)
    {
        var bytes = file.Span;
        if (faceIndex < 0 || faceIndex >= FaceCount(bytes))
        {
            throw new InvalidDataException("it is not a TrueType or OpenType font");
        }

        var start = BinaryPrimitives.ReadUInt32BigEndian(bytes) == CollectionTag
            ? BinaryPrimitives.ReadUInt32BigEndian(bytes[(HeaderLength + (4 * faceIndex))..])
            : 0;
        if (start > bytes.Length - HeaderLength)
        {
            throw new InvalidDataException("its face begins outside the file");
        }

        var directory = bytes[(int)start..];
        var version = BinaryPrimitives.ReadUInt32BigEndian(directory);
        var count = BinaryPrimitives.ReadUInt16BigEndian(directory[4..]);
        if (!IsVersion(version) || count == 0 || HeaderLength + (count * RecordLength) > directory.Length)
        {
            throw new InvalidDataException("its table directory is cut short");
        }

        var tables = new Dictionary<uint, Range>(count);
        for (var i = 0; i < count; i++)
        {
            var record = directory.Slice(HeaderLength + (i * RecordLength), RecordLength);
            var offset = BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(record[12..]);
            if (offset > bytes.Length || length > bytes.Length - offset)
            {
                throw new InvalidDataException($"its table \"{TagText(BinaryPrimitives.ReadUInt32BigEndian(record))}\" lies outside the file");
            }

            // Where a hostile directory names a tag twice the first one counts, as it does for HarfBuzz.
            tables.TryAdd(BinaryPrimitives.ReadUInt32BigEndian(record), new Range((int)offset, (int)(offset + length)));
        }

        return new Sfnt(file, version, tables);
    }

    /// <summary>Finds a table.</summary>
    /// <param name="tag">Its four characters, such as <c>glyf</c> or <c>CFF </c>.</param>
    /// <param name="table">Its bytes, without copying.</param>
    /// <returns>Whether the font has it.</returns>
    public bool TryTable(string tag, out ReadOnlyMemory<byte> table)
    {
        var found = _tables.TryGetValue(Tag(tag), out var range);
        table = found ? _file[range] : default;
        return found;
    }

    /// <summary>Whether there is such a table.</summary>
    /// <param name="tag">Its four characters.</param>
    public bool Has(string tag) => _tables.ContainsKey(Tag(tag));

    internal ReadOnlySpan<byte> Span(string tag) => TryTable(tag, out var table) ? table.Span : default;

    internal static uint Tag([NotNull] string tag) =>
        tag.Length == 4 ? ((uint)(byte)tag[0] << 24) | ((uint)(byte)tag[1] << 16) | ((uint)(byte)tag[2] << 8) | (byte)tag[3]
            : throw new ArgumentException("A tag has four characters.", nameof(tag));

    private static string TagText(uint tag)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, tag);
        return Encoding.Latin1.GetString(bytes);
    }

    private static bool IsVersion(uint version) =>
        version is 0x00010000 or 0x4F54544F /* OTTO */ or 0x74727565 /* true, Apple's own TrueType fonts */;
}
