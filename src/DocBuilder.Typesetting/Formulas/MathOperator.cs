namespace DocBuilder.Typesetting.Formulas;

/// <summary>How an operator is set (MathML Core 3.2.4). Spaces are in ems.</summary>
/// <param name="Kind">What it does in the formula.</param>
/// <param name="Before">The space that is kept before it.</param>
/// <param name="After">The space that is kept after it.</param>
internal readonly record struct MathOperator(OperatorKind Kind, double Before, double After)
{
    private const double Thin = 3 / 18.0;
    private const double Medium = 4 / 18.0;
    private const double Thick = 5 / 18.0;

    /// <summary>Whether it grows as high as what stands beside it.</summary>
    public bool IsVertical => Kind is OperatorKind.Fence or OperatorKind.VerticalArrow;

    /// <summary>Whether it is drawn larger in a formula on a line of its own.</summary>
    public bool IsLarge => Kind is OperatorKind.Sum or OperatorKind.Integral;

    /// <summary>Whether a formula that is too long may go on in the next line after it.</summary>
    public bool MayBreakAfter => Kind is OperatorKind.Relation or OperatorKind.Binary or OperatorKind.Arrow;

    /// <summary>Finds how an operator is set.</summary>
    /// <param name="sign">The operator.</param>
    /// <param name="form">Whether it stands before, between or after what it works on.</param>
    public static MathOperator Of(string sign, OperatorForm form) => KindOf(sign) switch
    {
        OperatorKind.Separator => new MathOperator(OperatorKind.Separator, 0, Thin),
        OperatorKind.Sum => new MathOperator(OperatorKind.Sum, Thin, Thin),
        OperatorKind.Integral => new MathOperator(OperatorKind.Integral, Thin, Thin),
        OperatorKind.Binary when form == OperatorForm.Infix => new MathOperator(OperatorKind.Binary, Medium, Medium),
        OperatorKind.Relation when form == OperatorForm.Infix => new MathOperator(OperatorKind.Relation, Thick, Thick),
        OperatorKind.Arrow => new MathOperator(OperatorKind.Arrow, Thick, Thick),
        OperatorKind.Word => new MathOperator(OperatorKind.Word, Thin, Thin),
        OperatorKind.Relation or OperatorKind.Binary => new MathOperator(OperatorKind.Sign, 0, 0),
        var kind => new MathOperator(kind, 0, 0),
    };

    private static OperatorKind KindOf(string sign)
    {
        if (sign.Length != 1)
        {
            return sign switch
            {
                "" => OperatorKind.Invisible,
                "||" => OperatorKind.Sign,
                _ when char.IsLetter(sign[0]) => OperatorKind.Word,
                "!!" or "''" or "..." => OperatorKind.Sign,
                _ when sign.All(static c => "!*+-/:<=>|&~^".Contains(c, StringComparison.Ordinal)) => OperatorKind.Relation,
                _ => OperatorKind.Sign,
            };
        }

        return sign[0] switch
        {
            >= '\u2061' and <= '\u2064' => OperatorKind.Invisible,
            '(' or ')' or '[' or ']' or '{' or '}' or '|' or '\u2016' or '\u2308' or '\u2309' or '\u230A' or '\u230B' or '\u27E6' or '\u27E7' or '\u27E8' or '\u27E9' or '\u27EA' or '\u27EB' or '\u27EE' or '\u27EF' or '\u2329' or '\u232A' => OperatorKind.Fence,
            ',' or ';' or '\u060C' or '\u061B' => OperatorKind.Separator,
            (>= '\u220F' and <= '\u2211') or (>= '\u22C0' and <= '\u22C3') or (>= '\u2A00' and <= '\u2A0A') => OperatorKind.Sum,
            (>= '\u222B' and <= '\u2233') or (>= '\u2A0B' and <= '\u2A1C') => OperatorKind.Integral,
            '\u2191' or '\u2193' or '\u2195' or '\u21D1' or '\u21D3' or '\u21D5' => OperatorKind.VerticalArrow,
            (>= '\u2190' and <= '\u21FF') or (>= '\u27F0' and <= '\u27FF') or (>= '\u2900' and <= '\u297F') or (>= '\u2B30' and <= '\u2B4F') => OperatorKind.Arrow,
            '+' or '-' or '*' or '\u00B1' or '\u00B7' or '\u00D7' or '\u00F7' or '\u2022' or '\u2040' => OperatorKind.Binary,
            (>= '\u2212' and <= '\u2218' and not '\u2215') or (>= '\u2227' and <= '\u222A') or '\u2238' or '\u2240' or (>= '\u228C' and <= '\u228E') or (>= '\u2293' and <= '\u22A1') => OperatorKind.Binary,
            (>= '\u22BA' and <= '\u22BD') or (>= '\u22C4' and <= '\u22C7') or (>= '\u22C9' and <= '\u22CC') or (>= '\u22CE' and <= '\u22CF') or '\u22D2' or '\u22D3' or (>= '\u2A1D' and <= '\u2A65') => OperatorKind.Binary,
            '=' or '<' or '>' or ':' or '\u221D' or (>= '\u2208' and <= '\u220D') or (>= '\u2223' and <= '\u2226') or (>= '\u2234' and <= '\u228B') or (>= '\u228F' and <= '\u2292') => OperatorKind.Relation,
            (>= '\u22A2' and <= '\u22B9') or '\u22C8' or '\u22CD' or (>= '\u22D0' and <= '\u22ED') or (>= '\u2A66' and <= '\u2AFF') => OperatorKind.Relation,
            _ => OperatorKind.Sign,
        };
    }
}

/// <summary>Where an operator stands (MathML Core 3.2.4.2).</summary>
internal enum OperatorForm
{
    /// <summary>Before what it works on.</summary>
    Prefix,

    /// <summary>Between.</summary>
    Infix,

    /// <summary>After what it works on.</summary>
    Postfix,
}

/// <summary>What an operator does.</summary>
internal enum OperatorKind
{
    /// <summary>A sign that keeps no distance: a factorial, a prime, a minus before a number.</summary>
    Sign,

    /// <summary>One that is heard and not seen: function application, invisible times.</summary>
    Invisible,

    /// <summary>A word that is an operator: "mod".</summary>
    Word,

    /// <summary>A bracket or bar.</summary>
    Fence,

    /// <summary>A comma.</summary>
    Separator,

    /// <summary>A sum, a product, a union of many.</summary>
    Sum,

    /// <summary>An integral.</summary>
    Integral,

    /// <summary>An operation on two.</summary>
    Binary,

    /// <summary>A comparison.</summary>
    Relation,

    /// <summary>An arrow to the side.</summary>
    Arrow,

    /// <summary>An arrow up or down.</summary>
    VerticalArrow,
}
