using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace DocBuilder.Reading.Decoding;

/// <summary>How far bytes have the shape of UTF-8.</summary>
/// <param name="Sequences">Characters of more than one byte.</param>
/// <param name="Broken">Bytes, or beginnings of characters, that belong to none.</param>
internal readonly record struct Utf8Shape(int Sequences, int Broken)
{
    // The bytes of a sequence after its first are below.
    private const byte FirstOfSequence = 0xC0;

    /// <summary>Whether every byte is ASCII.</summary>
    public bool IsAscii => Sequences == 0 && Broken == 0;

    public static Utf8Shape Of(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            var whole = 0;
            foreach (var b in bytes)
            {
                whole += b >= FirstOfSequence ? 1 : 0;
            }

            return new Utf8Shape(whole, 0);
        }

        int sequences = 0, broken = 0;
        while (true)
        {
            var high = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (high < 0)
            {
                return new Utf8Shape(sequences, broken);
            }

            bytes = bytes[high..];
            var isWhole = Rune.DecodeFromUtf8(bytes, out _, out var length) == OperationStatus.Done;
            sequences += isWhole ? 1 : 0;
            broken += isWhole ? 0 : 1;
            bytes = bytes[length..];
        }
    }

    /// <summary>
    /// Whether this is UTF-8, perhaps damaged. A few bad bytes damage a page that says it is UTF-8; one that says nothing must have many good
    /// characters for every bad byte, for in other encodings some pairs of bytes look like UTF-8 by chance.
    /// </summary>
    public bool IsUtf8(bool isDeclared) => Broken == 0 || (isDeclared ? Sequences > Broken : Sequences >= Broken * 8L);
}
