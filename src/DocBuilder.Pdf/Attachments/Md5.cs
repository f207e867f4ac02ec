using System.Buffers.Binary;
using System.Numerics;

namespace DocBuilder.Pdf.Attachments;

/// <summary>
/// The MD5 sum (RFC 1321) that ISO 32000-1 Table 46 asks for with an embedded file: it shows damage and protects nothing. The framework's needs a
/// cryptographic library of the system, which a native binary on a bare machine does not have.
/// </summary>
internal static class Md5
{
    private const int BlockSize = 64;

    private static readonly int[] Rotations = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

    // RFC 1321 3.4: the whole part of 2^32 times the sine of 1, 2, 3 and so on, in radians.
    private static readonly uint[] Sines = [.. Enumerable.Range(1, 64).Select(static i => (uint)(Math.Abs(Math.Sin(i)) * 4294967296.0))];

    /// <summary>The sum of the bytes, 16 bytes long.</summary>
    public static byte[] HashData(ReadOnlySpan<byte> bytes)
    {
        Span<uint> state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476];
        var whole = bytes.Length - (bytes.Length % BlockSize);
        for (var start = 0; start < whole; start += BlockSize)
        {
            Add(state, bytes.Slice(start, BlockSize));
        }

        Span<byte> end = stackalloc byte[2 * BlockSize];
        end.Clear();
        var rest = bytes[whole..];
        rest.CopyTo(end);
        end[rest.Length] = 0x80;
        var size = rest.Length + 9 > BlockSize ? 2 * BlockSize : BlockSize;
        BinaryPrimitives.WriteUInt64LittleEndian(end[(size - 8)..], (ulong)bytes.Length * 8);
        for (var start = 0; start < size; start += BlockSize)
        {
            Add(state, end.Slice(start, BlockSize));
        }

        var sum = new byte[16];
        for (var i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(sum.AsSpan(4 * i), state[i]);
        }

        return sum;
    }

    private static void Add(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[16];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32LittleEndian(block[(4 * i)..]);
        }

        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        for (var i = 0; i < 64; i++)
        {
            var (mixed, word) = (i / 16) switch
            {
                0 => ((b & c) | (~b & d), i),
                1 => ((b & d) | (c & ~d), ((5 * i) + 1) % 16),
                2 => (b ^ c ^ d, ((3 * i) + 5) % 16),
                _ => (c ^ (b | ~d), (7 * i) % 16),
            };
            var turned = BitOperations.RotateLeft(a + mixed + Sines[i] + words[word], Rotations[(4 * (i / 16)) + (i % 4)]);
            (a, d, c, b) = (d, c, b, b + turned);
        }

        (state[0], state[1], state[2], state[3]) = (state[0] + a, state[1] + b, state[2] + c, state[3] + d);
    }
}
