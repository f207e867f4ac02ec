namespace DocBuilder.Typesetting.Unicode;

/// <summary>A normalization form (UAX #15).</summary>
/// <param name="IsCompatibility">Whether compatibility mappings are used too.</param>
/// <param name="Composes">Whether characters are composed again.</param>
/// <param name="FirstAffected">Below this, every character is a starter that the form leaves as it is.</param>
/// <param name="DoubtfulBits">The bits of <see cref="NormalizationQuickCheckTable"/> that say "no" or "maybe".</param>
internal readonly record struct NormalizationForm(bool IsCompatibility, bool Composes, char FirstAffected, byte DoubtfulBits)
{
    /// <summary>NFD.</summary>
    public static NormalizationForm Nfd => new(false, false, '\u00C0', 0b00_0001);

    /// <summary>NFC.</summary>
    public static NormalizationForm Nfc => new(false, true, '\u0300', 0b00_0110);

    /// <summary>NFKD.</summary>
    public static NormalizationForm Nfkd => new(true, false, '\u00A0', 0b00_1000);

    /// <summary>NFKC.</summary>
    public static NormalizationForm Nfkc => new(true, true, '\u00A0', 0b11_0000);
}
