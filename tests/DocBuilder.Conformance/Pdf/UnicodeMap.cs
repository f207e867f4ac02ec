using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace DocBuilder.Conformance.Pdf;

/// <summary>A ToUnicode CMap (ISO 32000-1 9.10.3).</summary>
internal sealed class UnicodeMap
{
    private readonly Dictionary<int, string> texts = [];

    public IReadOnlyDictionary<int, string> Texts => texts;

    /// <summary>The CMap that it builds on, if any.</summary>
    public bool UsesAnother { get; private set; }

    public static UnicodeMap Parse(byte[] bytes)
    {
        var map = new UnicodeMap();
        var scanner = new CoreTokenScanner(new MemoryInputBytes(bytes), usePdfDocEncoding: false, new StackDepthGuard(256));
        var operands = new List<IToken>();
        while (scanner.MoveNext())
        {
            if (scanner.CurrentToken is not OperatorToken operation)
            {
                operands.Add(scanner.CurrentToken);
                continue;
            }

            map.Apply(operation.Data, operands);
            operands.Clear();
        }

        return map;
    }

    private void Apply(string operation, List<IToken> operands)
    {
        switch (operation)
        {
            case "usecmap":
                UsesAnother = true;
                break;
            case "endbfchar":
                foreach (var pair in operands.Chunk(2))
                {
                    texts[Code(pair[0])] = Text(pair[1], 0);
                }

                break;
            case "endbfrange":
                foreach (var range in operands.Chunk(3))
                {
                    var first = Code(range[0]);
                    for (var code = first; code <= Code(range[1]); code++)
                    {
                        texts[code] = range[2] is ArrayToken array ? Text(array.Data[code - first], 0) : Text(range[2], code - first);
                    }
                }

                break;
            default:
                break;
        }
    }

    private static int Code(IToken token)
    {
        var code = 0;
        foreach (var value in ((HexToken)token).Bytes)
        {
            code = (code << 8) | value;
        }

        return code;
    }

    private static string Text(IToken token, int offset)
    {
        var bytes = ((HexToken)token).Bytes.ToArray();
        bytes[^1] += (byte)offset;
        return Encoding.BigEndianUnicode.GetString(bytes);
    }
}
