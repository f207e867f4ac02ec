using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Pdf.Inspection;

/// <summary>Looks objects up (ISO 32000-1 7.3) and gives null for whatever is missing, broken or of another type than is asked for.</summary>
internal sealed class PdfTokens(UglyToad.PdfPig.Structure structure)
{
    private const int MostReferences = 16;

    /// <summary>The object itself, behind the references that lead to it.</summary>
    public IToken? Resolve(IToken? token)
    {
        for (var steps = 0; steps < MostReferences; steps++)
        {
            switch (token)
            {
                case IndirectReferenceToken reference:
                    token = Object(reference.Data);
                    break;
                case ObjectToken wrapped:
                    token = wrapped.Data;
                    break;
                case NullToken or null:
                    return null;
                default:
                    return token;
            }
        }

        return null;
    }

    /// <summary>The value of a dictionary's entry, resolved.</summary>
    public IToken? Get(DictionaryToken? dictionary, string key) => Resolve(Raw(dictionary, key));

    /// <summary>The value of a dictionary's entry as it is written, a reference perhaps.</summary>
    public static IToken? Raw(DictionaryToken? dictionary, string key) => dictionary is not null && dictionary.Data.TryGetValue(key, out var value) ? value : null;

    /// <summary>A dictionary, that of a stream too.</summary>
    public DictionaryToken? Dictionary(IToken? token) => Resolve(token) switch
    {
        DictionaryToken dictionary => dictionary,
        StreamToken stream => stream.StreamDictionary,
        _ => null,
    };

    public DictionaryToken? Dictionary(DictionaryToken? dictionary, string key) => Dictionary(Raw(dictionary, key));

    public string? Name(DictionaryToken? dictionary, string key) => (Get(dictionary, key) as NameToken)?.Data;

    public int? Integer(DictionaryToken? dictionary, string key) => Integer(Get(dictionary, key));

    public int? Integer(IToken? token) => Resolve(token) is NumericToken { Data: > int.MinValue and < int.MaxValue } number ? (int)number.Data : null;

    /// <summary>A text string (7.9.2.2); null when there is none or nothing in it.</summary>
    public string? Text(DictionaryToken? dictionary, string key) => Text(Get(dictionary, key));

    public string? Text(IToken? token) => Resolve(token) switch
    {
        StringToken text => TextStringReader.Read(text.GetBytes()),
        HexToken hex => TextStringReader.Read(hex.Bytes.ToArray()),
        _ => null,
    };

    /// <summary>What is in a stream, decompressed; null when there is none or it cannot be had.</summary>
    public ReadOnlyMemory<byte>? Content(DictionaryToken? dictionary, string key)
    {
        try
        {
            return Get(dictionary, key) is StreamToken stream ? stream.Decode(structure.FilterProvider, structure.TokenScanner) : null;
        }
        catch (Exception exception) when (IsFault(exception))
        {
            return null;
        }
    }

    /// <summary>The elements of an array, as they are written; a single object is an array of one.</summary>
    public IReadOnlyList<IToken> Items(IToken? token) => Resolve(token) switch
    {
        null => [],
        ArrayToken array => array.Data,
        _ => [token!],
    };

    /// <summary>The values of a number tree (7.9.7) by their keys.</summary>
    public SortedDictionary<int, IToken> NumberTree(IToken? root)
    {
        var values = new SortedDictionary<int, IToken>();
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<IToken?>([root]);
        while (open.TryPop(out var token))
        {
            if (token is IndirectReferenceToken reference && !seen.Add(reference.Data))
            {
                continue;
            }

            var node = Dictionary(token);
            foreach (var kid in Items(Raw(node, "Kids")))
            {
                open.Push(kid);
            }

            var numbers = Items(Raw(node, "Nums"));
            for (var i = 0; i + 1 < numbers.Count; i += 2)
            {
                if (Integer(numbers[i]) is { } key)
                {
                    values.TryAdd(key, numbers[i + 1]);
                }
            }
        }

        return values;
    }

    private IToken? Object(IndirectReference reference)
    {
        try
        {
            return structure.GetObject(reference)?.Data;
        }
        catch (Exception exception) when (IsFault(exception))
        {
            return null;
        }
    }

    /// <summary>Whether an exception of the library tells of a broken file. It has no type of its own for all that can be wrong with one.</summary>
    public static bool IsFault(Exception exception) => exception is not (OperationCanceledException or OutOfMemoryException);
}

/// <summary>Reads text strings (ISO 32000-2 7.9.2.2): UTF-16 or UTF-8 with a mark, else PDFDocEncoding.</summary>
internal static class TextStringReader
{
    private const char Escape = '\u001B';

    // PDFDocEncoding 0x18 to 0x1F and 0x80 to 0xA0 (ISO 32000-1 D.2); the rest of it is Latin-1.
    private const string Low = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";
    private const string High = "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    /// <summary>The text; null when it is empty.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xFE, 0xFF, ..] => WithoutLanguages(Encoding.BigEndianUnicode.GetString(bytes[2..])),
            [0xFF, 0xFE, ..] => WithoutLanguages(Encoding.Unicode.GetString(bytes[2..])),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
            _ => Document(bytes),
        };
        return text.Length > 0 ? text : null;
    }

    private static string Document(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var value in bytes)
        {
            text.Append(value switch
            {
                >= 0x18 and <= 0x1F => Low[value - 0x18],
                >= 0x80 and <= 0xA0 => High[value - 0x80],
                _ => (char)value,
            });
        }

        return text.ToString();
    }

    /// <summary>Takes out the language codes between two ESC (7.9.2.2.2).</summary>
    private static string WithoutLanguages(string text)
    {
        for (var start = text.IndexOf(Escape); start >= 0; start = text.IndexOf(Escape))
        {
            var end = text.IndexOf(Escape, start + 1);
            text = end < 0 ? text.Remove(start, 1) : text.Remove(start, end - start + 1);
        }

        return text;
    }
}
