using System.Globalization;

namespace DocBuilder.Documents;

/// <summary>The decimal digits that numbers are written with (the names are CLDR's <c>latn</c>, <c>arab</c>, <c>arabext</c>).</summary>
public enum NumberingSystem
{
    /// <summary>0123456789</summary>
    Latin,

    /// <summary>٠١٢٣٤٥٦٧٨٩ (U+0660)</summary>
    ArabicIndic,

    /// <summary>۰۱۲۳۴۵۶۷۸۹ (U+06F0)</summary>
    ExtendedArabicIndic,
}

/// <summary>Writes numbers in a <see cref="NumberingSystem"/>.</summary>
public static class NumberingSystems
{
    /// <summary>The number with the system's digits, without grouping.</summary>
    public static string Format(this NumberingSystem system, int number)
    {
        var latin = number.ToString(CultureInfo.InvariantCulture);
        var zero = system switch
        {
            NumberingSystem.ArabicIndic => '\u0660',
            NumberingSystem.ExtendedArabicIndic => '\u06F0',
            _ => '0',
        };
        return string.Create(latin.Length, (latin, zero), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = state.latin[i];
                span[i] = char.IsAsciiDigit(c) ? (char)(state.zero + (c - '0')) : c;
            }
        });
    }
}
