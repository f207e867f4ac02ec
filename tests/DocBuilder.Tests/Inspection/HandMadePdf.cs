using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DocBuilder.Tests.Inspection;

/// <summary>A PDF put together object by object, right or wrong.</summary>
internal sealed class HandMadePdf
{
    private readonly SortedDictionary<int, byte[]> _objects = [];

    /// <summary>One page with words in Helvetica, tagged when a structure tree is given.</summary>
    /// <param name="content">The page's content stream.</param>
    /// <param name="structure">Objects from 10 on; object 10 is the root of the structure tree.</param>
    /// <param name="catalog">More entries of the catalog.</param>
    internal static HandMadePdf Page(string content, IEnumerable<(int Number, string Body)>? structure = null, string catalog = "/Lang (en)")
    {
        var pdf = new HandMadePdf();
        pdf.Add(1, $"<</Type /Catalog /Pages 2 0 R {catalog}{(structure is null ? "" : " /MarkInfo <</Marked true>> /StructTreeRoot 10 0 R")}>>");
        pdf.Add(2, "<</Type /Pages /Kids [3 0 R] /Count 1>>");
        pdf.Add(3, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>> /StructParents 0>>");
        pdf.AddStream(4, content);
        pdf.Add(5, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>");
        foreach (var (number, body) in structure ?? [])
        {
            pdf.Add(number, body);
        }

        return pdf;
    }

    /// <summary>Shows words in marked content, a line lower for each.</summary>
    internal static string Marked(params string[] words) => string.Concat(words.Select((text, id) =>
        string.Create(CultureInfo.InvariantCulture, $"/P <</MCID {id}>> BDC BT /F 12 Tf 50 {700 - 20 * id} Td ({text}) Tj ET EMC\n")));

    internal void Add(int number, string body) => _objects[number] = Encoding.Latin1.GetBytes(body);

    internal void AddStream(int number, string content) => AddStream(number, "", Encoding.Latin1.GetBytes(content));

    internal void AddStream(int number, string entries, byte[] content) =>
        _objects[number] = [.. Encoding.Latin1.GetBytes($"<<{entries} /Length {content.Length}>>\nstream\n"), .. content, .. "\nendstream"u8];

    /// <summary>The file, with a table of references.</summary>
    internal byte[] Bytes()
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"u8);
        var table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, body) in _objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{file.Position:0000000000} 00000 n \n");
            file.Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n"));
            file.Write(body);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Position;
        file.Write(Encoding.Latin1.GetBytes($"{table}trailer\n<</Size {_objects.Keys.Max() + 1} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>Zeros, compressed as far as they can be, without ever being there.</summary>
    internal static byte[] CompressedZeros(long length)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var block = new byte[1024 * 1024];
            for (long written = 0; written < length; written += block.Length)
            {
                zlib.Write(block);
            }
        }

        return compressed.ToArray();
    }
}
