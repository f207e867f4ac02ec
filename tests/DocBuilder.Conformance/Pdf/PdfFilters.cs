using System.IO.Compression;

namespace DocBuilder.Conformance.Pdf;

/// <summary>Undoes the filters that we write.</summary>
internal static class PdfFilters
{
    public static byte[] Decode(PdfValue stream)
    {
        var bytes = stream.RawBytes;
        foreach (var filter in stream["Filter"].Items)
        {
            bytes = filter.Name == "FlateDecode" ? Inflate(bytes) : throw new NotSupportedException($"{stream}: filter {filter.Name}");
        }

        return bytes;
    }

    private static byte[] Inflate(byte[] bytes)
    {
        using var source = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }
}
