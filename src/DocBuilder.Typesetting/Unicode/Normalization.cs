using System.Buffers;

namespace DocBuilder.Typesetting.Unicode;

/// <summary>
/// Unicode normalization forms (UAX #15, Unicode 15.0), whatever the machine's settings. Text that has the form already is returned as it is, the
/// same instance. Time is linear in the length of the text. Unpaired surrogates stay where they are.
/// </summary>
public static class Normalization
{
    /// <summary>Canonical decomposition, then canonical composition.</summary>
    public static string ToNfc(string text) => Normalize(text, NormalizationForm.Nfc);

    /// <summary>Canonical decomposition.</summary>
    public static string ToNfd(string text) => Normalize(text, NormalizationForm.Nfd);

    /// <summary>Compatibility decomposition, then canonical composition.</summary>
    public static string ToNfkc(string text) => Normalize(text, NormalizationForm.Nfkc);

    /// <summary>Compatibility decomposition.</summary>
    public static string ToNfkd(string text) => Normalize(text, NormalizationForm.Nfkd);

    private static string Normalize(string text, NormalizationForm form)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = NormalStart(text, form);
        if (start == text.Length)
        {
            return text;
        }

        using var characters = new DecomposedText(text.Length - start);
        characters.Decompose(text.AsSpan(start), form.IsCompatibility);
        characters.Order();
        if (form.Composes)
        {
            characters.Compose();
        }

        var units = ArrayPool<char>.Shared.Rent(characters.Utf16Length);
        var rest = units.AsSpan(0, characters.CopyTo(units));
        var result = rest.SequenceEqual(text.AsSpan(start)) ? text : string.Concat(text.AsSpan(0, start), rest);
        ArrayPool<char>.Shared.Return(units);
        return result;
    }

    /// <summary>
    /// How far the text is surely normalized (UAX #15, section 9): its length, or the last starter before the first doubt that cannot compose with
    /// what stands before it.
    /// </summary>
    private static int NormalStart(ReadOnlySpan<char> text, NormalizationForm form)
    {
        var start = 0;
        byte previousClass = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] < form.FirstAffected)
            {
                start = i++;
                previousClass = 0;
                continue;
            }

            var codePoint = CodePointReader.At(text, i, out var length);
            var combiningClass = CombiningClassTable.Of(codePoint);
            if ((NormalizationQuickCheckTable.Of(codePoint) & form.DoubtfulBits) != 0 || (combiningClass != 0 && previousClass > combiningClass))
            {
                return start;
            }

            start = combiningClass == 0 ? i : start;
            previousClass = combiningClass;
            i += length;
        }

        return text.Length;
    }
}
