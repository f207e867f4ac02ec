using System.Buffers.Binary;
using System.Text;

namespace DocBuilder.Pdf.Objects;

/// <summary>
/// A PDF file as it is written, from the header to the last line (ISO 32000-1 7.5). Streams go out at once, other objects are packed
/// into object streams (7.5.7), and a cross-reference stream (7.5.8) ends the file. It knows nothing of what the objects mean.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    /// <summary>Objects to a stream: about as many as fit into the window of deflate.</summary>
    private const int ObjectsPerStream = 256;

    // What is left of a font behind Flate; all other streams of most articles are smaller.
    private const int UsualStream = 64 * 1024;

    private readonly Stream _output;
    private readonly List<Entry> _entries = [default];
    private readonly TokenWriter _line = new();
    private readonly TokenWriter _packed = new();
    private readonly TokenWriter _index = new();
    private readonly ByteBuffer _compressed = new(UsualStream);
    private readonly List<(int Number, int Offset)> _packedObjects = new(ObjectsPerStream);
    private long _position;
    private bool _isObjectOpen;

    /// <summary>Begins the file with its header.</summary>
    /// <param name="output">Where the bytes go; need not seek.</param>
    /// <param name="version">The version, "1.7" or "2.0".</param>
    public PdfFile(Stream output, string version)
    {
        _output = output;
        Emit(Encoding.ASCII.GetBytes($"%PDF-{version}\n"));
        Emit([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>Gives the memory back that the file was written in; the output stays open.</summary>
    public void Dispose()
    {
        _line.Dispose();
        _packed.Dispose();
        _index.Dispose();
        _compressed.Dispose();
    }

    /// <summary>Gives the next free object number.</summary>
    public ObjectId Reserve()
    {
        _entries.Add(default);
        return new ObjectId(_entries.Count - 1);
    }

    /// <summary>Begins an object that is not a stream; write exactly one object, then <see cref="End"/>.</summary>
    public TokenWriter Begin(ObjectId id)
    {
        if (_isObjectOpen)
        {
            throw new InvalidOperationException("An object is still being written.");
        }

        _isObjectOpen = true;
        _packedObjects.Add((id.Number, _packed.Length));
        return _packed;
    }

    /// <summary>Ends the object that <see cref="Begin"/> began.</summary>
    public void End()
    {
        _isObjectOpen = false;
        _packed.LineFeed();
        if (_packedObjects.Count == ObjectsPerStream)
        {
            WriteObjectStream();
        }
    }

    /// <summary>Writes a stream, compressed with Flate.</summary>
    public void WriteStream(ObjectId id, ReadOnlySpan<byte> data, Action<TokenWriter>? dictionary = null)
    {
        _compressed.Clear();
        Flate.Compress(data, _compressed);
        WriteEncodedStream(id, _compressed.Written, "FlateDecode"u8, dictionary);
    }

    /// <summary>
    /// Writes a JPEG as it is, behind Flate where that makes it smaller by a twentieth: pictures of flat colours, and encoders that use the tables of
    /// the standard's example, leave that much.
    /// </summary>
    public void WriteJpegStream(ObjectId id, ReadOnlySpan<byte> data, Action<TokenWriter> dictionary)
    {
        // Large pictures are photographs, where trying costs time and gains nothing.
        const int LargestTried = 128 * 1024;
        var compressed = data.Length <= LargestTried ? Flate.Compress(data) : [];
        if (data.Length > LargestTried || compressed.Length > data.Length - (data.Length / 20))
        {
            WriteEncodedStream(id, data, "DCTDecode"u8, dictionary);
            return;
        }

        WriteEncodedStream(id, compressed, default, w =>
        {
            dictionary(w);
            w.Name("Filter"u8).BeginArray().Name("FlateDecode"u8).Name("DCTDecode"u8).EndArray();
        });
    }

    /// <summary>Writes a stream whose data are already encoded; an empty filter means plain data.</summary>
    public void WriteEncodedStream(ObjectId id, ReadOnlySpan<byte> data, ReadOnlySpan<byte> filter, Action<TokenWriter>? dictionary = null)
    {
        _entries[id.Number] = new Entry(1, _position, 0);
        _line.Clear();
        _line.Integer(id.Number).Integer(0).Keyword("obj"u8).LineFeed().BeginDictionary();
        dictionary?.Invoke(_line);
        if (!filter.IsEmpty)
        {
            _line.Name("Filter"u8).Name(filter);
        }

        _line.Name("Length"u8).Integer(data.Length).EndDictionary().LineFeed().Keyword("stream"u8).LineFeed();
        Emit(_line.Written);
        Emit(data);
        Emit("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes the cross-reference stream and the end of the file.</summary>
    /// <param name="catalog">The document catalog (7.7.2).</param>
    /// <param name="information">The information dictionary (14.3.3); null for none.</param>
    /// <param name="identify">Gives the file identifier (14.4), asked when every object is written.</param>
    public void Finish(ObjectId catalog, ObjectId? information, Func<byte[]> identify)
    {
        if (_packedObjects.Count > 0)
        {
            WriteObjectStream();
        }

        var id = Reserve();
        var start = _position;
        _entries[id.Number] = new Entry(1, start, 0);
        var fileId = identify();
        WriteStream(id, CrossReferences(out var offsetBytes), w =>
        {
            w.Name("Type"u8).Name("XRef"u8)
                .Name("Size"u8).Integer(_entries.Count)
                .Name("W"u8).BeginArray().Integer(1).Integer(offsetBytes).Integer(2).EndArray()
                .Name("DecodeParms"u8).BeginDictionary()
                    .Name("Predictor"u8).Integer(12).Name("Columns"u8).Integer(3 + offsetBytes).EndDictionary()
                .Name("Root"u8).Reference(catalog);
            if (information is { } dictionary)
            {
                w.Name("Info"u8).Reference(dictionary);
            }

            w.Name("ID"u8).BeginArray().Hexadecimal(fileId).Hexadecimal(fileId).EndArray();
        });
        Emit(Encoding.ASCII.GetBytes($"startxref\n{start}\n%%EOF"));
    }

    private void WriteObjectStream()
    {
        var id = Reserve();
        _index.Clear();
        for (var i = 0; i < _packedObjects.Count; i++)
        {
            _index.Integer(_packedObjects[i].Number).Integer(_packedObjects[i].Offset);
            _entries[_packedObjects[i].Number] = new Entry(2, id.Number, i);
        }

        var (count, first) = (_packedObjects.Count, _index.LineFeed().Length);
        WriteStream(id, _index.Raw(_packed.Written).Written, w => w
            .Name("Type"u8).Name("ObjStm"u8).Name("N"u8).Integer(count).Name("First"u8).Integer(first));
        _packed.Clear();
        _packedObjects.Clear();
    }

    /// <summary>The rows of the cross-reference stream (7.5.8.3), each as its difference from the row above (PNG's Up).</summary>
    private byte[] CrossReferences(out int offsetBytes)
    {
        offsetBytes = _position switch { < 1 << 16 => 2, < 1 << 24 => 3, <= uint.MaxValue => 4, _ => 8 };
        var columns = 3 + offsetBytes;
        var rows = new byte[_entries.Count * (columns + 1)];
        Span<byte> above = stackalloc byte[columns];
        Span<byte> row = stackalloc byte[columns];
        Span<byte> offset = stackalloc byte[8];
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            if (i > 0 && entry.Type == 0)
            {
                throw new InvalidOperationException($"Object {i} was reserved and never written.");
            }

            row[0] = entry.Type;
            BinaryPrimitives.WriteInt64BigEndian(offset, entry.Place);
            offset[^offsetBytes..].CopyTo(row[1..]);
            BinaryPrimitives.WriteUInt16BigEndian(row[^2..], i == 0 ? ushort.MaxValue : (ushort)entry.Index);
            var target = rows.AsSpan(i * (columns + 1), columns + 1);
            target[0] = 2;
            for (var c = 0; c < columns; c++)
            {
                target[c + 1] = (byte)(row[c] - above[c]);
            }

            row.CopyTo(above);
        }

        return rows;
    }

    private void Emit(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _position += bytes.Length;
    }

    /// <summary>An entry of the cross-reference stream (Table 18).</summary>
    /// <param name="Type">0 free, 1 at an offset, 2 in an object stream.</param>
    /// <param name="Place">The offset, or the number of the object stream.</param>
    /// <param name="Index">The index in the object stream.</param>
    private readonly record struct Entry(byte Type, long Place, int Index);
}
