using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DocBuilder.Epub.Styles;

/// <summary>What a face needs for a formula: its own characters, the signs that readers draw around them, and letters as they lean (MathML Core, appendix C).</summary>
internal static class MathText
{
    // A root has a sign of its own; mfenced has brackets; a hyphen is drawn as a minus.
    private const string Signs = "\u221A()[]{}|\u2212+=,";

    /// <summary>The characters.</summary>
    public static string Of(string mathMl)
    {
        var text = new StringBuilder(Signs);
        try
        {
            using var reader = XmlReader.Create(new StringReader(mathMl), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            foreach (var element in XElement.Load(reader).DescendantsAndSelf().Where(static element => !element.HasElements))
            {
                text.Append(element.Value);
                if (element.Name.LocalName == "mi" && Leaning(element.Value.Trim()) is { } letter)
                {
                    text.Append(letter);
                }
            }
        }
        catch (XmlException)
        {
            // It is written as words, and those are set as text.
        }

        return text.ToString();
    }

    /// <summary>A single letter as mathematical italic; null for what has none.</summary>
    private static string? Leaning(string letter) => letter is not [var c] ? null : c switch
    {
        'h' => "\u210E",
        >= 'A' and <= 'Z' => char.ConvertFromUtf32(0x1D434 + c - 'A'),
        >= 'a' and <= 'z' => char.ConvertFromUtf32(0x1D44E + c - 'a'),
        >= '\u0391' and <= '\u03A9' => char.ConvertFromUtf32(0x1D6E2 + c - '\u0391'),
        >= '\u03B1' and <= '\u03C9' => char.ConvertFromUtf32(0x1D6FC + c - '\u03B1'),
        '\u2202' => char.ConvertFromUtf32(0x1D715),
        _ => null,
    };
}
