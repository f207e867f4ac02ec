using System.Collections.Immutable;
using System.Globalization;

namespace DocBuilder.Documents;

/// <summary>What stands for a placeholder of a message: words of the source, which no language changes, or words of ours.</summary>
public sealed record FindingArgument
{
    // Names and addresses come from the source; a message stays one readable sentence however long they are.
    private const int LongestQuotation = 120;

    private FindingArgument(string text, FindingPhrase? phrase, ImmutableArray<FindingArgument> arguments)
    {
        Text = text;
        Phrase = phrase;
        Arguments = arguments;
    }

    /// <summary>The words, in English where they are ours.</summary>
    public string Text { get; }

    /// <summary>The words of ours, to be said in the reader's language; null for words of the source.</summary>
    public FindingPhrase? Phrase { get; }

    /// <summary>What stands for the placeholders of the phrase.</summary>
    public ImmutableArray<FindingArgument> Arguments { get; }

    /// <summary>Words of the source, cut when they are long, without controls that would turn or break the line they stand on.</summary>
    public static implicit operator FindingArgument(string text) => new(Shorten(Clean(text)), null, []);

    /// <summary>A number.</summary>
    public static implicit operator FindingArgument(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Words of ours.</summary>
    public static implicit operator FindingArgument(FindingPhrase phrase) => Of(phrase);

    /// <summary>A path or the like, which is of use only when it is whole.</summary>
    public static FindingArgument Whole(string text) => new(Clean(text), null, []);

    /// <summary>Words of ours with what stands for their placeholders.</summary>
    public static FindingArgument Of(FindingPhrase phrase, params ReadOnlySpan<FindingArgument> arguments)
    {
        ImmutableArray<FindingArgument> inner = [.. arguments];
        return new(FindingTemplate.Fill(phrase.Words, inner, static phrase => phrase.Words), phrase, inner);
    }

    /// <inheritdoc/>
    public bool Equals(FindingArgument? other) => other is not null && Text == other.Text && Phrase == other.Phrase;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static string Clean(string text) => string.Create(text.Length, text, static (clean, source) =>
    {
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = source[i] switch
            {
                '\u2028' or '\u2029' => ' ',
                // Embeddings, overrides and isolates (UAX #9, 2): a quotation never turns the words after it.
                (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => '\uFFFD',
                var unit when char.IsControl(unit) => ' ',
                var unit => unit,
            };
        }
    });

    private static string Shorten(string text)
    {
        if (text.Length <= LongestQuotation)
        {
            return text;
        }

        var cut = char.IsHighSurrogate(text[LongestQuotation - 1]) ? LongestQuotation - 1 : LongestQuotation;
        return string.Concat(text.AsSpan(0, cut), "…");
    }
}

/// <summary>Words of ours inside a message, such as the reason why a file cannot be read. They are translated as messages are.</summary>
/// <param name="Words">The English words; <c>{0}</c>, <c>{1}</c>… stand for what was found.</param>
public sealed record FindingPhrase(string Words);
