using System.Text;
using DocBuilder.Documents;
using DocBuilder.Pdf.Metadata;
using DocBuilder.Pdf.Objects;
using DocBuilder.Pdf.Structure;

namespace DocBuilder.Pdf.Attachments;

/// <summary>Writes embedded files as associated files of the whole document (ISO 32000-2 14.13; PDF/A-3 6.8; PDF/A-4 6.9).</summary>
internal static class EmbeddedFileWriter
{
    /// <summary>Writes the files.</summary>
    /// <param name="file">Where.</param>
    /// <param name="embedded">The files, their names all different.</param>
    /// <param name="date">The date that they carry: the edition's, since the clock must not change the bytes.</param>
    /// <returns>The file specifications, in the same order.</returns>
    public static IReadOnlyList<(byte[] Key, ObjectId Value)> Write(PdfFile file, IReadOnlyList<EmbeddedFile> embedded, DateTimeOffset date) =>
        [.. embedded.Select(item => (TextString.Encode(item.Name), WriteSpecification(file, item, WriteStream(file, item, date))))];

    /// <summary>
    /// Gives every formula its MathML as an associated file (ISO 32000-2 14.13.6; ISO 14289-2 8.2.5.29), for readers that speak mathematics. It is no file that
    /// somebody would take out of the PDF, so it is not listed among those.
    /// </summary>
    /// <param name="file">Where.</param>
    /// <param name="element">The root of the structure, numbered and not yet written.</param>
    /// <param name="date">The date that the files carry.</param>
    public static void WriteFormulas(PdfFile file, StructureElement element, DateTimeOffset date)
    {
        if (element is { Type: "Formula", Source: MathExpression math })
        {
            var item = new EmbeddedFile("formula.mml", "application/mathml+xml", Encoding.UTF8.GetBytes(math.MathMl), "Supplement", math.AlternativeText);
            element.AssociatedFile = WriteSpecification(file, item, WriteStream(file, item, date));
        }

        foreach (var child in element.Kids.OfType<StructureElement>())
        {
            WriteFormulas(file, child, date);
        }
    }

    private static ObjectId WriteStream(PdfFile file, EmbeddedFile item, DateTimeOffset date)
    {
        var id = file.Reserve();
        var bytes = item.Bytes.Span;
        var compressed = Flate.Compress(bytes);
        var checksum = Md5.HashData(bytes);
        if (compressed.Length < bytes.Length)
        {
            file.WriteEncodedStream(id, compressed, "FlateDecode"u8, Describe);
        }
        else
        {
            file.WriteEncodedStream(id, bytes, default, Describe);
        }

        return id;

        void Describe(TokenWriter w) => w
            .Name("Type"u8).Name("EmbeddedFile"u8).Name("Subtype"u8).Name(item.MediaType)
            .Name("Params"u8).BeginDictionary()
                .Name("Size"u8).Integer(item.Bytes.Length)
                .Name("CheckSum"u8).Hexadecimal(checksum)
                .Name("ModDate"u8).Text(Information.Date(date)).EndDictionary();
    }

    private static ObjectId WriteSpecification(PdfFile file, EmbeddedFile item, ObjectId stream)
    {
        var id = file.Reserve();
        file.Begin(id).BeginDictionary()
            .Name("Type"u8).Name("Filespec"u8)
            .Name("F"u8).String(PlainName(item.Name)).Name("UF"u8).Text(item.Name)
            .Name("Desc"u8).Text(item.Description)
            .Name("AFRelationship"u8).Name(item.Relationship)
            .Name("EF"u8).BeginDictionary().Name("F"u8).Reference(stream).Name("UF"u8).Reference(stream).EndDictionary()
            .EndDictionary();
        file.End();
        return id;
    }

    /// <summary>The name for readers that know no Unicode.</summary>
    private static byte[] PlainName(string name) =>
        Encoding.ASCII.GetBytes(string.Concat(name.EnumerateRunes().Select(static rune => rune.Value is > ' ' and < 0x7F and not ('/' or '\\' or ':') ? (char)rune.Value : '_')));
}
