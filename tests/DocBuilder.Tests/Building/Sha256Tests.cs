using System.Security.Cryptography;
using CsCheck;
using DocBuilder.Documents;
using Xunit;

namespace DocBuilder.Tests.Building;

public sealed class Sha256Tests
{
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void The_standards_own_examples_come_out(string text, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(Sha256.HashData(System.Text.Encoding.ASCII.GetBytes(text))));

    [Theory, InlineData(true), InlineData(false)]
    public void It_is_the_systems_hash_however_the_bytes_are_cut(bool withOpenSsl) =>
        Gen.Byte.Array[0, 300].Array[0, 6].Sample(pieces =>
        {
            var hash = new Sha256(withOpenSsl);
            Array.ForEach(pieces, piece => { hash.Append(piece); hash.CurrentHash(); });
            return hash.CurrentHash().AsSpan().SequenceEqual(SHA256.HashData(pieces.SelectMany(piece => piece).ToArray()));
        });
}
