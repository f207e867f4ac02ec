using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace DocBuilder.Pdf.Objects;

/// <summary>Writes PDF tokens (ISO 32000-1 7.2, 7.3) with no more white space than they need.</summary>
internal sealed class TokenWriter : IDisposable
{
    /// <summary>PDF/A-2 6.1.13: a string holds less than 32,768 bytes.</summary>
    private const int MaxStringBytes = 32767;

    // The digits of 64 bits, a sign and a point.
    private const int LongestNumber = 24;

    // What stands in a name as it is (7.3.5): neither white space nor a delimiter nor the sign that escapes.
    private static readonly SearchValues<byte> Regular = SearchValues.Create(
        "!\"$&'*+,-.0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^_`abcdefghijklmnopqrstuvwxyz|~"u8);

    private readonly ByteBuffer _buffer = new(1024);
    private bool _afterRegular;

    /// <summary>The bytes written so far.</summary>
    public int Length => _buffer.Count;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.Written;

    /// <summary>Forgets what was written, keeps the memory.</summary>
    public void Clear()
    {
        _buffer.Clear();
        _afterRegular = false;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _buffer.Dispose();

    /// <summary>A name (7.3.5), given without its solidus.</summary>
    public TokenWriter Name(ReadOnlySpan<byte> name)
    {
        _buffer.Add((byte)'/');
        for (int special; (special = name.IndexOfAnyExcept(Regular)) >= 0; name = name[(special + 1)..])
        {
            _buffer.Write(name[..special]);
            _buffer.Add((byte)'#');
            WriteHexadecimal(name[special]);
        }

        _buffer.Write(name);
        _afterRegular = true;
        return this;
    }

    /// <summary>A name (7.3.5), written as UTF-8.</summary>
    public TokenWriter Name(string name) => Name(Encoding.UTF8.GetBytes(name));

    /// <summary>An integer (7.3.3); PDF/A-2 6.1.13 keeps it inside 32 bits.</summary>
    public TokenWriter Integer(long value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, int.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, int.MinValue);
        Separate();
        WriteInteger(value);
        return this;
    }

    /// <summary>A number (7.3.3) rounded to thousandths, written as short as it goes.</summary>
    public TokenWriter Number(double value) => Thousandths((long)Math.Round(value * 1000, MidpointRounding.AwayFromZero));

    /// <summary>A number given in thousandths.</summary>
    public TokenWriter Thousandths(long value)
    {
        Separate();
        var (whole, fraction) = Math.DivRem(Math.Abs(value), 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(whole, int.MaxValue);
        if (value < 0)
        {
            _buffer.Add((byte)'-');
        }

        if (whole != 0 || fraction == 0)
        {
            WriteInteger(whole);
        }

        if (fraction != 0)
        {
            _buffer.Add((byte)'.');
            for (var unit = 100L; fraction != 0; unit /= 10)
            {
                _buffer.Add((byte)('0' + (fraction / unit)));
                fraction %= unit;
            }
        }

        return this;
    }

    /// <summary>A string of bytes (7.3.4.2).</summary>
    public TokenWriter String(ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, MaxStringBytes);
        var room = _buffer.Room(2 + (2 * value.Length));
        var count = 0;
        room[count++] = (byte)'(';
        foreach (var b in value)
        {
            if (b is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
            {
                room[count++] = (byte)'\\';
            }

            // A bare carriage return would be read as a line feed.
            room[count++] = b == (byte)'\r' ? (byte)'r' : b;
        }

        room[count++] = (byte)')';
        _buffer.Advance(count);
        _afterRegular = false;
        return this;
    }

    /// <summary>A string of bytes as hexadecimal digits (7.3.4.3).</summary>
    public TokenWriter Hexadecimal(ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, MaxStringBytes);
        _buffer.Add((byte)'<');
        foreach (var b in value)
        {
            WriteHexadecimal(b);
        }

        _buffer.Add((byte)'>');
        _afterRegular = false;
        return this;
    }

    /// <summary>A text string (7.9.2.2), cut where PDF/A's limit demands.</summary>
    public TokenWriter Text(string value) => String(TextString.Encode(value));

    /// <summary>A reference to an indirect object (7.3.10).</summary>
    public TokenWriter Reference(ObjectId id) => Integer(id.Number).Integer(0).Keyword("R"u8);

    /// <summary>A bare word: <c>true</c>, <c>null</c>, an operator.</summary>
    public TokenWriter Keyword(ReadOnlySpan<byte> word)
    {
        Separate();
        _buffer.Write(word);
        return this;
    }

    /// <summary>A boolean (7.3.2).</summary>
    public TokenWriter Boolean(bool value) => Keyword(value ? "true"u8 : "false"u8);

    /// <summary>The null object (7.3.9).</summary>
    public TokenWriter Null() => Keyword("null"u8);

    /// <summary>Begins a dictionary (7.3.7).</summary>
    public TokenWriter BeginDictionary() => Punctuation("<<"u8);

    /// <summary>Ends a dictionary.</summary>
    public TokenWriter EndDictionary() => Punctuation(">>"u8);

    /// <summary>Begins an array (7.3.6).</summary>
    public TokenWriter BeginArray() => Punctuation("["u8);

    /// <summary>Ends an array.</summary>
    public TokenWriter EndArray() => Punctuation("]"u8);

    /// <summary>An operator of a content stream (7.8.2), and the end of its line.</summary>
    public TokenWriter Operator(ReadOnlySpan<byte> word)
    {
        Keyword(word);
        return LineFeed();
    }

    /// <summary>The end of a line.</summary>
    public TokenWriter LineFeed() => Punctuation("\n"u8);

    /// <summary>Bytes as they are; the caller knows what stands around them.</summary>
    public TokenWriter Raw(ReadOnlySpan<byte> bytes) => Punctuation(bytes);

    private TokenWriter Punctuation(ReadOnlySpan<byte> bytes)
    {
        _buffer.Write(bytes);
        _afterRegular = false;
        return this;
    }

    private void Separate()
    {
        if (_afterRegular)
        {
            _buffer.Add((byte)' ');
        }

        _afterRegular = true;
    }

    private void WriteInteger(long value)
    {
        // Most are small: objects, CIDs, what moves the pen by a little.
        if (value is >= 0 and < 10)
        {
            _buffer.Add((byte)('0' + value));
            return;
        }

        Utf8Formatter.TryFormat(value, _buffer.Room(LongestNumber), out var written);
        _buffer.Advance(written);
    }

    private void WriteHexadecimal(byte value)
    {
        _buffer.Add(Digit(value >> 4));
        _buffer.Add(Digit(value & 15));

        static byte Digit(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);
    }
}
