namespace DocBuilder.Typesetting.Unicode;

/// <summary>A set of bidirectional classes: the groups that the rules of UAX #9 speak of.</summary>
/// <param name="Bits">A bit for each class.</param>
internal readonly record struct BidiClasses(uint Bits)
{
    private const uint InitiatorBits = 1u << (int)BidiClass.LRI | 1u << (int)BidiClass.RLI | 1u << (int)BidiClass.FSI;
    private const uint IsolateBits = InitiatorBits | 1u << (int)BidiClass.PDI;
    private const uint EmbeddingBits = 1u << (int)BidiClass.LRE | 1u << (int)BidiClass.RLE | 1u << (int)BidiClass.LRO
        | 1u << (int)BidiClass.RLO | 1u << (int)BidiClass.PDF;

    private const uint RemovedBits = EmbeddingBits | 1u << (int)BidiClass.BN;
    private const uint SeparatorBits = 1u << (int)BidiClass.B | 1u << (int)BidiClass.S;
    private const uint NeutralBits = SeparatorBits | 1u << (int)BidiClass.WS | 1u << (int)BidiClass.ON;
    private const uint PlainBits = NeutralBits | 1u << (int)BidiClass.NSM | 1u << (int)BidiClass.BN | 1u << (int)BidiClass.ES
        | 1u << (int)BidiClass.ET | 1u << (int)BidiClass.CS;

    /// <summary>Embeddings, overrides, isolates, and what ends them.</summary>
    public static BidiClasses Explicit => new(EmbeddingBits | IsolateBits);

    /// <summary>Isolate initiators (BD8).</summary>
    public static BidiClasses Initiators => new(InitiatorBits);

    /// <summary>Isolate initiators and PDI.</summary>
    public static BidiClasses Isolates => new(IsolateBits);

    /// <summary>What X9 removes.</summary>
    public static BidiClasses Removed => new(RemovedBits);

    /// <summary>Neutrals and isolate formatting characters (NI in N1 and N2).</summary>
    public static BidiClasses Neutral => new(NeutralBits | IsolateBits);

    /// <summary>Paragraph and segment separators (L1).</summary>
    public static BidiClasses Separators => new(SeparatorBits);

    /// <summary>White space as L1 counts it, with the characters that X9 removes.</summary>
    public static BidiClasses Trailing => new(1u << (int)BidiClass.WS | IsolateBits | RemovedBits);

    /// <summary>European separators, common separators and European terminators (W4 to W6).</summary>
    public static BidiClasses NumberPunctuation => new(1u << (int)BidiClass.ES | 1u << (int)BidiClass.CS | 1u << (int)BidiClass.ET);

    /// <summary>What makes no level but 0 in a left-to-right paragraph.</summary>
    public static BidiClasses PlainLeftToRight => new(PlainBits | 1u << (int)BidiClass.L | 1u << (int)BidiClass.EN);

    /// <summary>What makes no level but 1 in a right-to-left paragraph.</summary>
    public static BidiClasses PlainRightToLeft => new(PlainBits | 1u << (int)BidiClass.R | 1u << (int)BidiClass.AL);

    /// <summary>A set of one class.</summary>
    public static BidiClasses Of(BidiClass bidiClass) => new(1u << (int)bidiClass);

    /// <summary>The union.</summary>
    public static BidiClasses operator |(BidiClasses left, BidiClasses right) => new(left.Bits | right.Bits);

    /// <summary>Whether a class is in the set.</summary>
    public bool Has(BidiClass bidiClass) => (Bits & (1u << (int)bidiClass)) != 0;

    /// <summary>Whether the sets share a class.</summary>
    public bool HasAny(BidiClasses other) => (Bits & other.Bits) != 0;

    /// <summary>Whether every class of this set is in the other.</summary>
    public bool IsWithin(BidiClasses other) => (Bits & ~other.Bits) == 0;
}
