using System.Buffers.Binary;
using System.IO.Hashing;
using DocBuilder.Pdf.Objects;

namespace DocBuilder.Pdf.Fonts;

/// <summary>Writes a font's objects: Type 0 font, CIDFont, descriptor, font file, CIDToGIDMap and ToUnicode (ISO 32000-1 9.7).</summary>
internal static class CidFontWriter
{
    private const int Symbolic = 4, Italic = 64;

    /// <summary>Writes the font and all that hangs on it.</summary>
    public static void Write(PdfFile file, CidFont font)
    {
        using var program = CompositeFontFile.Build(font);
        var cidToGid = CidToGidMap(font, program.Glyphs);
        var name = Tag(program.Bytes, cidToGid) + "+" + font.Face.PostScriptName;
        var (descendant, descriptor, fontFile, map, toUnicode) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());

        file.Begin(font.Id).BeginDictionary()
            .Name("Type"u8).Name("Font"u8).Name("Subtype"u8).Name("Type0"u8).Name("BaseFont"u8).Name(name)
            .Name("Encoding"u8).Name("Identity-H"u8)
            .Name("DescendantFonts"u8).BeginArray().Reference(descendant).EndArray()
            .Name("ToUnicode"u8).Reference(toUnicode).EndDictionary();
        file.End();

        var dictionary = file.Begin(descendant).BeginDictionary()
            .Name("Type"u8).Name("Font"u8).Name("Subtype"u8).Name("CIDFontType2"u8).Name("BaseFont"u8).Name(name)
            .Name("CIDSystemInfo"u8).BeginDictionary()
                .Name("Registry"u8).String("Adobe"u8).Name("Ordering"u8).String("Identity"u8).Name("Supplement"u8).Integer(0).EndDictionary()
            .Name("FontDescriptor"u8).Reference(descriptor)
            .Name("CIDToGIDMap"u8).Reference(map)
            .Name("DW"u8).Integer(0).Name("W"u8);
        WriteWidths(dictionary, font);
        dictionary.EndDictionary();
        file.End();

        WriteDescriptor(file.Begin(descriptor), font, name, fontFile);
        file.End();

        var length = program.Bytes.Length;
        file.WriteStream(fontFile, program.Bytes, w => w.Name("Length1"u8).Integer(length));
        file.WriteStream(map, cidToGid);
        using var characters = ToUnicodeMap.Of(font);
        file.WriteStream(toUnicode, characters.Written);
    }

    private static byte[] CidToGidMap(CidFont font, ushort[] glyphs)
    {
        var map = new byte[2 * font.Characters.Count];
        for (var cid = 1; cid < font.Characters.Count; cid++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan(2 * cid), glyphs[font.Characters[cid].Outline]);
        }

        return map;
    }

    /// <summary>The W array (9.7.4.3): a range for at least four equal widths, lists for the rest; widths of 0 are the default.</summary>
    private static void WriteWidths(TokenWriter w, CidFont font)
    {
        var widths = font.Characters.ConvertAll(c => font.WidthOf(font.Outlines[c.Outline]));
        w.BeginArray();
        var isListOpen = false;
        for (var cid = 1; cid < widths.Count;)
        {
            var end = cid + 1;
            while (end < widths.Count && widths[end] == widths[cid])
            {
                end++;
            }

            var isRange = end - cid >= 4 || widths[cid] == 0;
            if (isRange && isListOpen)
            {
                w.EndArray();
                isListOpen = false;
            }

            if (!isRange)
            {
                if (!isListOpen)
                {
                    w.Integer(cid).BeginArray();
                    isListOpen = true;
                }

                for (; cid < end; cid++)
                {
                    w.Integer(widths[cid]);
                }
            }
            else if (widths[cid] != 0)
            {
                w.Integer(cid).Integer(end - 1).Integer(widths[cid]);
            }

            cid = end;
        }

        if (isListOpen)
        {
            w.EndArray();
        }

        w.EndArray();
    }

    private static void WriteDescriptor(TokenWriter w, CidFont font, string name, ObjectId fontFile)
    {
        var face = font.Face;
        var box = face.BoundingBox;
        w.BeginDictionary()
            .Name("Type"u8).Name("FontDescriptor"u8).Name("FontName"u8).Name(name)
            .Name("Flags"u8).Integer(Symbolic | (face.IsItalic ? Italic : 0))
            .Name("FontBBox"u8).BeginArray()
                .Integer(Em(box.XMin)).Integer(Em(box.YMin)).Integer(Em(box.XMax)).Integer(Em(box.YMax)).EndArray()
            .Name("ItalicAngle"u8).Number(face.ItalicAngle)
            .Name("Ascent"u8).Integer(Em(face.Ascender)).Name("Descent"u8).Integer(Em(face.Descender))
            .Name("CapHeight"u8).Integer(Em(face.CapHeight > 0 ? face.CapHeight : face.Ascender))
            .Name("StemV"u8).Integer(StemOf(face.Weight))
            .Name("FontFile2"u8).Reference(fontFile).EndDictionary();

        int Em(double units) => (int)Math.Round(units * 1000 / face.UnitsPerEm);
    }

    /// <summary>The usual estimate of a vertical stem from the weight class; faces do not say it themselves.</summary>
    private static int StemOf(int weight) => 50 + (int)Math.Round(Math.Pow(weight / 65.0, 2));

    /// <summary>The subset tag (9.6.4): six letters that follow from what is in the font.</summary>
    private static string Tag(ReadOnlySpan<byte> program, ReadOnlySpan<byte> cidToGid)
    {
        var hash = new XxHash3();
        hash.Append(program);
        hash.Append(cidToGid);
        return string.Create(6, hash.GetCurrentHashAsUInt64(), static (letters, rest) =>
        {
            for (var i = 0; i < letters.Length; i++, rest /= 26)
            {
                letters[i] = (char)('A' + (rest % 26));
            }
        });
    }
}
