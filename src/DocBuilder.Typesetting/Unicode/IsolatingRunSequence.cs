namespace DocBuilder.Typesetting.Unicode;

/// <summary>An isolating run sequence (BD13): weak types, brackets, neutrals, and implicit levels (UAX #9, W1 to I2).</summary>
/// <param name="Text">The paragraph.</param>
/// <param name="Classes">The original class of each of the paragraph's units.</param>
/// <param name="Positions">Where in the paragraph the sequence's characters stand, in order.</param>
/// <param name="Types">Their types, overrides applied; changed by the rules.</param>
/// <param name="Level">The embedding level.</param>
/// <param name="StartOfSequence">sos, L or R (X10).</param>
/// <param name="EndOfSequence">eos, L or R (X10).</param>
internal readonly ref struct IsolatingRunSequence(
    ReadOnlySpan<char> Text,
    ReadOnlySpan<BidiClass> Classes,
    ReadOnlySpan<int> Positions,
    Span<BidiClass> Types,
    byte Level,
    BidiClass StartOfSequence,
    BidiClass EndOfSequence)
{
    private readonly ReadOnlySpan<char> _text = Text;
    private readonly ReadOnlySpan<BidiClass> _classes = Classes;
    private readonly ReadOnlySpan<int> _positions = Positions;
    private readonly Span<BidiClass> _types = Types;

    private BidiClass EmbeddingDirection => (Level & 1) == 0 ? BidiClass.L : BidiClass.R;

    /// <summary>Writes the levels of the sequence's characters.</summary>
    public void Resolve(Span<byte> levels)
    {
        var present = ResolveMarksAndArabic();
        if (present.HasAny(BidiClasses.NumberPunctuation))
        {
            ResolveSeparators();
            ResolveTerminators();
            present |= BidiClasses.Of(BidiClass.ON);
        }

        if (present.Has(BidiClass.EN))
        {
            ResolveEuropeanNumbers();
        }

        if (present.Has(BidiClass.ON))
        {
            new PairedBrackets(_text, _classes, _positions, _types).Resolve(EmbeddingDirection, StartOfSequence);
        }

        if (present.HasAny(BidiClasses.Neutral))
        {
            ResolveNeutrals();
        }

        AssignLevels(levels);
    }

    /// <summary>W1 to W3, which look only backwards; says which types are left.</summary>
    private BidiClasses ResolveMarksAndArabic()
    {
        var present = default(BidiClasses);
        var previous = StartOfSequence;
        var strong = StartOfSequence;
        for (var i = 0; i < _types.Length; i++)
        {
            var type = _types[i];
            if (type == BidiClass.NSM)
            {
                type = BidiClasses.Isolates.Has(previous) ? BidiClass.ON : previous;
            }

            previous = type;
            switch (type)
            {
                case BidiClass.L or BidiClass.R:
                    strong = type;
                    break;
                case BidiClass.AL:
                    strong = BidiClass.AL;
                    type = BidiClass.R;
                    break;
                case BidiClass.EN when strong == BidiClass.AL:
                    type = BidiClass.AN;
                    break;
            }

            _types[i] = type;
            present |= BidiClasses.Of(type);
        }

        return present;
    }

    /// <summary>W4.</summary>
    private void ResolveSeparators()
    {
        for (var i = 1; i < _types.Length - 1; i++)
        {
            var before = _types[i - 1];
            var joins = _types[i] switch
            {
                BidiClass.ES => before == BidiClass.EN,
                BidiClass.CS => before is BidiClass.EN or BidiClass.AN,
                _ => false,
            };
            if (joins && _types[i + 1] == before)
            {
                _types[i] = before;
            }
        }
    }

    /// <summary>W5 and W6.</summary>
    private void ResolveTerminators()
    {
        for (var i = 0; i < _types.Length; i++)
        {
            if (_types[i] == BidiClass.ET)
            {
                var end = i + 1;
                while (end < _types.Length && _types[end] == BidiClass.ET)
                {
                    end++;
                }

                var isInNumber = (i > 0 && _types[i - 1] == BidiClass.EN) || (end < _types.Length && _types[end] == BidiClass.EN);
                _types[i..end].Fill(isInNumber ? BidiClass.EN : BidiClass.ON);
                i = end - 1;
            }
            else if (_types[i] is BidiClass.ES or BidiClass.CS)
            {
                _types[i] = BidiClass.ON;
            }
        }
    }

    /// <summary>W7.</summary>
    private void ResolveEuropeanNumbers()
    {
        var strong = StartOfSequence;
        for (var i = 0; i < _types.Length; i++)
        {
            if (_types[i] is BidiClass.L or BidiClass.R)
            {
                strong = _types[i];
            }
            else if (_types[i] == BidiClass.EN && strong == BidiClass.L)
            {
                _types[i] = BidiClass.L;
            }
        }
    }

    /// <summary>N1 and N2.</summary>
    private void ResolveNeutrals()
    {
        var before = StartOfSequence;
        for (var i = 0; i < _types.Length; i++)
        {
            if (!BidiClasses.Neutral.Has(_types[i]))
            {
                before = DirectionOf(_types[i]);
                continue;
            }

            var end = i + 1;
            while (end < _types.Length && BidiClasses.Neutral.Has(_types[end]))
            {
                end++;
            }

            var after = end < _types.Length ? DirectionOf(_types[end]) : EndOfSequence;
            _types[i..end].Fill(before == after ? before : EmbeddingDirection);
            i = end - 1;
        }
    }

    /// <summary>I1 and I2.</summary>
    private void AssignLevels(Span<byte> levels)
    {
        for (var i = 0; i < _types.Length; i++)
        {
            var rise = (Level & 1, _types[i]) switch
            {
                (0, BidiClass.R) => 1,
                (0, BidiClass.AN or BidiClass.EN) => 2,
                (1, BidiClass.L or BidiClass.AN or BidiClass.EN) => 1,
                _ => 0,
            };
            levels[_positions[i]] = (byte)(Level + rise);
        }
    }

    /// <summary>The direction of a resolved type: numbers count as R (N0, N1).</summary>
    private static BidiClass DirectionOf(BidiClass type) => type == BidiClass.L ? BidiClass.L : BidiClass.R;
}
