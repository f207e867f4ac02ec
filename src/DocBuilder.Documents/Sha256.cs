using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DocBuilder.Documents;

/// <summary>
/// The SHA-256 hash (FIPS 180-4), which names things by their content: articles, editions, layouts. It keeps no secrets.
/// </summary>
/// <remarks>
/// Not the framework's: on Linux that is OpenSSL, without which it would end the command, and which it takes long to set up. What OpenSSL has for this
/// alone is used where a system has it, for it knows the processor's own instructions; the same is done here where it has not.
/// </remarks>
public sealed class Sha256
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashSize = 32;

    private const int BlockSize = 64;

    // 4.2.2: the fractions of the cube roots of the first 64 primes.
    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    // 5.3.3: the fractions of the square roots of the first eight primes.
    private readonly uint[] _state =
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    private readonly byte[] _block = new byte[BlockSize];
    private readonly byte[]? _openSsl;
    private long _length;

    /// <summary>Begins with nothing.</summary>
    public Sha256()
        : this(OpenSslSha256.IsPresent)
    {
    }

    /// <summary>Begins with nothing.</summary>
    /// <param name="withOpenSsl">Whether OpenSSL does the work; it has to be there.</param>
    internal Sha256(bool withOpenSsl) => _openSsl = withOpenSsl ? OpenSslSha256.Begin() : null;

    /// <summary>The hash of some bytes.</summary>
    public static byte[] HashData(ReadOnlySpan<byte> bytes)
    {
        var hash = new Sha256();
        hash.Append(bytes);
        return hash.CurrentHash();
    }

    /// <summary>Adds bytes to what is hashed.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_openSsl is not null)
        {
            OpenSslSha256.Append(_openSsl, bytes);
            return;
        }

        var filled = (int)(_length % BlockSize);
        _length += bytes.Length;
        if (filled > 0)
        {
            var missing = Math.Min(BlockSize - filled, bytes.Length);
            bytes[..missing].CopyTo(_block.AsSpan(filled));
            bytes = bytes[missing..];
            if (filled + missing < BlockSize)
            {
                return;
            }

            Compress(_block);
        }

        for (; bytes.Length >= BlockSize; bytes = bytes[BlockSize..])
        {
            Compress(bytes[..BlockSize]);
        }

        bytes.CopyTo(_block);
    }

    /// <summary>The hash of all that was added so far.</summary>
    public byte[] CurrentHash()
    {
        if (_openSsl is not null)
        {
            return OpenSslSha256.End([.. _openSsl]);
        }

        var ended = new Sha256(withOpenSsl: false) { _length = _length };
        _state.CopyTo(ended._state, 0);
        _block.CopyTo(ended._block, 0);
        return ended.End();
    }

    private byte[] End()
    {
        // 5.1.1: a one, zeros, and the length in bits.
        var bits = _length * 8;
        var zeros = (int)((2 * BlockSize - 9 - (_length % BlockSize)) % BlockSize);
        Span<byte> padding = stackalloc byte[BlockSize + 9];
        padding.Clear();
        padding[0] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(padding[(1 + zeros)..], bits);
        Append(padding[..(1 + zeros + 8)]);

        var hash = new byte[HashSize];
        for (var i = 0; i < _state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * 4), _state[i]);
        }

        return hash;
    }

    /// <summary>6.2.2, for one block.</summary>
    private void Compress(ReadOnlySpan<byte> block)
    {
        Span<uint> schedule = stackalloc uint[64];
        for (var t = 0; t < 16; t++)
        {
            schedule[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(t * 4)..]);
        }

        for (var t = 16; t < 64; t++)
        {
            var (early, late) = (schedule[t - 15], schedule[t - 2]);
            var sigma0 = BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3);
            var sigma1 = BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10);
            schedule[t] = sigma1 + schedule[t - 7] + sigma0 + schedule[t - 16];
        }

        var (a, b, c, d, e, f, g, h) = (_state[0], _state[1], _state[2], _state[3], _state[4], _state[5], _state[6], _state[7]);
        var constants = RoundConstants;
        for (var t = 0; t < 64; t += 8)
        {
            // Eight rounds, so that each variable has its own place again and none is moved.
            Round(a, b, c, ref d, e, f, g, ref h, constants[t] + schedule[t]);
            Round(h, a, b, ref c, d, e, f, ref g, constants[t + 1] + schedule[t + 1]);
            Round(g, h, a, ref b, c, d, e, ref f, constants[t + 2] + schedule[t + 2]);
            Round(f, g, h, ref a, b, c, d, ref e, constants[t + 3] + schedule[t + 3]);
            Round(e, f, g, ref h, a, b, c, ref d, constants[t + 4] + schedule[t + 4]);
            Round(d, e, f, ref g, h, a, b, ref c, constants[t + 5] + schedule[t + 5]);
            Round(c, d, e, ref f, g, h, a, ref b, constants[t + 6] + schedule[t + 6]);
            Round(b, c, d, ref e, f, g, h, ref a, constants[t + 7] + schedule[t + 7]);
        }

        _state[0] += a;
        _state[1] += b;
        _state[2] += c;
        _state[3] += d;
        _state[4] += e;
        _state[5] += f;
        _state[6] += g;
        _state[7] += h;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(uint a, uint b, uint c, ref uint d, uint e, uint f, uint g, ref uint h, uint word)
    {
        var sum1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
        var one = h + sum1 + ((e & f) ^ (~e & g)) + word;
        var sum0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
        d += one;
        h = one + sum0 + ((a & b) ^ (a & c) ^ (b & c));
    }
}
