using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Pdf.Inspection;

/// <summary>
/// The stream filters (ISO 32000-1 7.4) for text and structure, each measured before it is let run: the library's own know no bound. A stream that
/// would become too large is empty, and so is every picture, for nobody looks at it here.
/// </summary>
internal sealed class BoundedFilters(DecodingBudget budget) : BaseFilterProvider(Make(budget))
{
    private static Dictionary<string, IFilter> Make(DecodingBudget budget)
    {
        var flate = new Bounded(new FlateFilter(), budget, InflatedLength);
        var lzw = new Bounded(new LzwFilter(), budget, (input, most) => LzwData.DecodedLength(input.Span, most));
        var runs = new Bounded(new RunLengthFilter(), budget, (input, _) => RunLength(input.Span));
        // Four characters make at most four bytes ("zzzz" makes sixteen).
        var ascii85 = new Bounded(new Ascii85Filter(), budget, (input, _) => 4L * input.Length);
        var hex = new Bounded(new AsciiHexDecodeFilter(), budget, (input, _) => input.Length);
        var picture = new Empty();
        return new()
        {
            ["FlateDecode"] = flate,
            ["Fl"] = flate,
            ["LZWDecode"] = lzw,
            ["LZW"] = lzw,
            ["RunLengthDecode"] = runs,
            ["RL"] = runs,
            ["ASCII85Decode"] = ascii85,
            ["A85"] = ascii85,
            ["ASCIIHexDecode"] = hex,
            ["AHx"] = hex,
            ["DCTDecode"] = picture,
            ["DCT"] = picture,
            ["CCITTFaxDecode"] = picture,
            ["CCF"] = picture,
            ["JBIG2Decode"] = picture,
            ["JPXDecode"] = picture,
            ["BrotliDecode"] = picture,
            ["Crypt"] = new Same(),
        };
    }

    /// <summary>What Flate data becomes, counted up to one byte more than is allowed.</summary>
    private static long InflatedLength(Memory<byte> input, long most)
    {
        // The two bytes of the zlib header; what is damaged behind it counts as far as it goes.
        if (input.Length <= 2)
        {
            return 0;
        }

        using var compressed = new MemoryStream(input[2..].ToArray(), writable: false);
        using var inflated = new DeflateStream(compressed, CompressionMode.Decompress);
        Span<byte> block = stackalloc byte[16 * 1024];
        long length = 0;
        try
        {
            int read;
            while (length <= most && (read = inflated.Read(block)) > 0)
            {
                length += read;
            }
        }
        catch (InvalidDataException)
        {
            // Damaged from here on.
        }

        return length;
    }

    private static long RunLength(ReadOnlySpan<byte> input)
    {
        long length = 0;
        for (var i = 0; i < input.Length && input[i] != 128;)
        {
            length += input[i] < 128 ? input[i] + 1 : 257 - input[i];
            i += input[i] < 128 ? input[i] + 2 : 2;
        }

        return length;
    }

    private sealed class Bounded(IFilter filter, DecodingBudget budget, Func<Memory<byte>, long, long> measure) : IFilter
    {
        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (!budget.Spend(measure(input, budget.Left)))
            {
                return Memory<byte>.Empty;
            }

            var decoded = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (streamDictionary.Data.TryGetValue("First", out var first) && first is NumericToken number)
            {
                LoneReferences.RemoveFromObjectStream(decoded.Span, number.Int);
            }

            return decoded;
        }
    }

    private sealed class Empty : IFilter
    {
        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) => Memory<byte>.Empty;
    }

    private sealed class Same : IFilter
    {
        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) => input;
    }
}
