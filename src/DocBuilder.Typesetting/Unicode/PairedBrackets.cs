using System.Buffers;

namespace DocBuilder.Typesetting.Unicode;

/// <summary>Bracket pairs of an isolating run sequence (UAX #9, BD14 to BD16 and N0). Time is linear: the stack has 63 entries.</summary>
/// <param name="text">The paragraph.</param>
/// <param name="classes">The original class of each of the paragraph's units.</param>
/// <param name="positions">Where in the paragraph the sequence's characters stand.</param>
/// <param name="types">Their types after W7; the rule changes them.</param>
internal readonly ref struct PairedBrackets(
    ReadOnlySpan<char> text,
    ReadOnlySpan<BidiClass> classes,
    ReadOnlySpan<int> positions,
    Span<BidiClass> types)
{
    private const int StackDepth = 63;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<BidiClass> _classes = classes;
    private readonly ReadOnlySpan<int> _positions = positions;
    private readonly Span<BidiClass> _types = types;

    /// <summary>N0: gives the brackets of each pair, and marks after them, one direction where a strong type inside asks for it.</summary>
    public void Resolve(BidiClass embeddingDirection, BidiClass startOfSequence)
    {
        var openings = CountOpenings();
        if (openings == 0)
        {
            return;
        }

        var brackets = ArrayPool<Bracket>.Shared.Rent(openings);
        var count = Pair(brackets);
        var opposite = embeddingDirection == BidiClass.L ? BidiClass.R : BidiClass.L;
        var before = startOfSequence;
        var scanned = 0;
        foreach (var bracket in brackets.AsSpan(0, count))
        {
            if (bracket.Close < 0)
            {
                continue;
            }

            for (; scanned < bracket.Open; scanned++)
            {
                before = StrongDirection(_types[scanned]) ?? before;
            }

            if (bracket.Inside.Has(embeddingDirection)) // N0 b
            {
                SetBoth(bracket, embeddingDirection);
            }
            else if (bracket.Inside.Has(opposite)) // N0 c
            {
                SetBoth(bracket, before == opposite ? opposite : embeddingDirection);
            }
        }

        ArrayPool<Bracket>.Shared.Return(brackets);
    }

    private int BracketAt(int place) =>
        _types[place] == BidiClass.ON ? BidiBracketTable.Of(_text[_positions[place]]) : 0;

    private int CountOpenings()
    {
        var count = 0;
        for (var i = 0; i < _types.Length; i++)
        {
            var bracket = BracketAt(i);
            count += bracket != 0 && !IsClosing(bracket) ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// BD16. Writes the opening brackets in order, with their closing brackets where they have one, and what strong types lie between; says
    /// how many were written. What lies in an inner bracket lies in the outer ones too.
    /// </summary>
    private int Pair(Span<Bracket> brackets)
    {
        Span<int> stack = stackalloc int[StackDepth];
        var depth = 0;
        var count = 0;
        for (var i = 0; i < _types.Length; i++)
        {
            if (StrongDirection(_types[i]) is { } direction)
            {
                if (depth > 0)
                {
                    brackets[stack[depth - 1]].Inside |= BidiClasses.Of(direction);
                }

                continue;
            }

            var bracket = BracketAt(i);
            if (bracket == 0)
            {
                continue;
            }

            if (!IsClosing(bracket))
            {
                if (depth == StackDepth)
                {
                    return count;
                }

                stack[depth++] = count;
                brackets[count++] = new Bracket { PairNumber = bracket >> 1, Open = i, Close = -1 };
                continue;
            }

            for (var place = depth - 1; place >= 0; place--)
            {
                if (brackets[stack[place]].PairNumber == bracket >> 1)
                {
                    Close(brackets, stack[..depth], place, i);
                    depth = place;
                    break;
                }
            }
        }

        return count;
    }

    private static void Close(Span<Bracket> brackets, ReadOnlySpan<int> stack, int place, int position)
    {
        var inside = default(BidiClasses);
        foreach (var opening in stack[place..])
        {
            inside |= brackets[opening].Inside;
        }

        brackets[stack[place]].Close = position;
        brackets[stack[place]].Inside = inside;
        if (place > 0)
        {
            brackets[stack[place - 1]].Inside |= inside;
        }
    }

    private void SetBoth(Bracket bracket, BidiClass direction)
    {
        Set(bracket.Open, direction);
        Set(bracket.Close, direction);
    }

    /// <summary>Marks that follow the bracket take its direction with it.</summary>
    private void Set(int place, BidiClass direction)
    {
        do
        {
            _types[place++] = direction;
        }
        while (place < _types.Length && _classes[_positions[place]] == BidiClass.NSM);
    }

    private static bool IsClosing(int bracket) => (bracket & 1) != 0;

    /// <summary>Numbers count as R; what is neither strong nor a number has none.</summary>
    private static BidiClass? StrongDirection(BidiClass type) => type switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => null,
    };

    /// <summary>An opening bracket.</summary>
    private record struct Bracket
    {
        /// <summary>The pair it belongs to; canonically equivalent brackets share the number.</summary>
        public int PairNumber;

        /// <summary>Where in the sequence it stands.</summary>
        public int Open;

        /// <summary>Where its closing bracket stands; -1 for none.</summary>
        public int Close;

        /// <summary>The directions of strong types and numbers between the two.</summary>
        public BidiClasses Inside;
    }
}
