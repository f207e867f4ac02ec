using System.Text;

namespace DocBuilder.Typesetting.Formulas;

/// <summary>Letters that have a meaning by their look, as <c>mathvariant</c> asks for them: ℝ, 𝔤, ℒ (Unicode, "Mathematical Alphanumeric Symbols").</summary>
internal static class MathAlphabet
{
    /// <summary>A token in a variant's own characters; as it is where the variant is only a weight or a slant, or has no such character.</summary>
    public static string Apply(string token, string? variant)
    {
        if (variant is not ("double-struck" or "script" or "fraktur" or "bold-script" or "bold-fraktur"))
        {
            return token;
        }

        var result = new StringBuilder(token.Length * 2);
        foreach (var c in token)
        {
            result.Append(Earlier(c, variant) ?? Block(c, variant) ?? c.ToString());
        }

        return result.ToString();
    }

    /// <summary>The letters that Unicode had before it had the block.</summary>
    private static string? Earlier(char c, string variant) => (variant, c) switch
    {
        ("double-struck", 'C') => "\u2102",
        ("double-struck", 'H') => "\u210D",
        ("double-struck", 'N') => "\u2115",
        ("double-struck", 'P') => "\u2119",
        ("double-struck", 'Q') => "\u211A",
        ("double-struck", 'R') => "\u211D",
        ("double-struck", 'Z') => "\u2124",
        ("script", 'B') => "\u212C",
        ("script", 'E') => "\u2130",
        ("script", 'F') => "\u2131",
        ("script", 'H') => "\u210B",
        ("script", 'I') => "\u2110",
        ("script", 'L') => "\u2112",
        ("script", 'M') => "\u2133",
        ("script", 'R') => "\u211B",
        ("script", 'e') => "\u212F",
        ("script", 'g') => "\u210A",
        ("script", 'o') => "\u2134",
        ("fraktur", 'C') => "\u212D",
        ("fraktur", 'H') => "\u210C",
        ("fraktur", 'I') => "\u2111",
        ("fraktur", 'R') => "\u211C",
        ("fraktur", 'Z') => "\u2128",
        _ => null,
    };

    private static string? Block(char c, string variant)
    {
        const int DoubleStruckZero = 0x1D7D8;
        var first = variant switch
        {
            "script" => 0x1D49C,
            "bold-script" => 0x1D4D0,
            "fraktur" => 0x1D504,
            "bold-fraktur" => 0x1D56C,
            _ => 0x1D538,
        };
        return c switch
        {
            >= 'A' and <= 'Z' => char.ConvertFromUtf32(first + c - 'A'),
            >= 'a' and <= 'z' => char.ConvertFromUtf32(first + 26 + c - 'a'),
            >= '0' and <= '9' when variant == "double-struck" => char.ConvertFromUtf32(DoubleStruckZero + c - '0'),
            _ => null,
        };
    }
}
