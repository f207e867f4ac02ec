using System.Buffers;

namespace DocBuilder.Typesetting.Unicode;

/// <summary>The levels of one paragraph: explicit levels, then each isolating run sequence by itself (UAX #9, X1 to I2).</summary>
/// <param name="text">The paragraph, with its separator if it has one.</param>
/// <param name="classes">The class of each unit; changed on the way.</param>
/// <param name="present">The classes that occur.</param>
/// <param name="paragraphLevel">0 or 1.</param>
internal readonly ref struct BidiParagraph(ReadOnlySpan<char> text, Span<BidiClass> classes, BidiClasses present, byte paragraphLevel)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<BidiClass> _classes = classes;

    /// <summary>Writes the level of every unit.</summary>
    public void Resolve(Span<byte> levels)
    {
        levels.Fill(paragraphLevel);
        if (present.IsWithin(paragraphLevel == 0 ? BidiClasses.PlainLeftToRight : BidiClasses.PlainRightToLeft))
        {
            return;
        }

        if (!present.HasAny(BidiClasses.Explicit | BidiClasses.Removed))
        {
            ResolveWhole(levels);
            return;
        }

        if (!present.HasAny(BidiClasses.Explicit))
        {
            ResolveSequences(_classes, levels);
            return;
        }

        // Overrides change the classes that the rules see, but not where isolates begin and end (BD8, BD13).
        var overridden = ArrayPool<BidiClass>.Shared.Rent(_classes.Length);
        _classes.CopyTo(overridden);
        ExplicitLevels.Resolve(_classes, overridden.AsSpan(0, _classes.Length), levels, present, paragraphLevel);
        ResolveSequences(overridden.AsSpan(0, _classes.Length), levels);
        ArrayPool<BidiClass>.Shared.Return(overridden);
    }

    /// <summary>All at one level, and nothing to leave out: the paragraph is one sequence.</summary>
    private void ResolveWhole(Span<byte> levels)
    {
        var length = _text.Length;
        var positions = ArrayPool<int>.Shared.Rent(length);
        for (var i = 0; i < length; i++)
        {
            positions[i] = i;
        }

        var types = ArrayPool<BidiClass>.Shared.Rent(length);
        _classes.CopyTo(types);
        var direction = DirectionOf(paragraphLevel);
        new IsolatingRunSequence(_text, _classes, positions.AsSpan(0, length), types.AsSpan(0, length), paragraphLevel, direction, direction).Resolve(levels);
        ArrayPool<BidiClass>.Shared.Return(types);
        ArrayPool<int>.Shared.Return(positions);
    }

    private void ResolveSequences(Span<BidiClass> types, Span<byte> levels)
    {
        var length = _text.Length;
        var runs = ArrayPool<LevelRun>.Shared.Rent(LevelRun.Count(_classes, levels));
        var runCount = LevelRun.Find(_classes, levels, runs);
        var positions = ArrayPool<int>.Shared.Rent(length);
        var sequenceTypes = ArrayPool<BidiClass>.Shared.Rent(length);
        for (var first = 0; first < runCount; first++)
        {
            if (runs[first].IsContinuation)
            {
                continue;
            }

            var last = first;
            var count = 0;
            for (var run = first; run >= 0; run = runs[run].Next)
            {
                for (var i = runs[run].Start; i < runs[run].End; i++)
                {
                    if (!BidiClasses.Removed.Has(_classes[i]))
                    {
                        positions[count] = i;
                        sequenceTypes[count++] = types[i];
                    }
                }

                last = run;
            }

            var level = runs[first].Level;
            var before = first == 0 ? paragraphLevel : runs[first - 1].Level;
            var after = last == runCount - 1 || runs[last].EndsWithInitiator ? paragraphLevel : runs[last + 1].Level;
            var sequence = new IsolatingRunSequence(
                _text,
                _classes,
                positions.AsSpan(0, count),
                sequenceTypes.AsSpan(0, count),
                level,
                StartOfSequence: DirectionOf(Math.Max(level, before)),
                EndOfSequence: DirectionOf(Math.Max(level, after)));
            sequence.Resolve(levels);
        }

        ArrayPool<BidiClass>.Shared.Return(sequenceTypes);
        ArrayPool<int>.Shared.Return(positions);
        ArrayPool<LevelRun>.Shared.Return(runs);
        GiveRemovedTheLevelBefore(levels);
    }

    private void GiveRemovedTheLevelBefore(Span<byte> levels)
    {
        var level = paragraphLevel;
        for (var i = 0; i < levels.Length; i++)
        {
            if (BidiClasses.Removed.Has(_classes[i]))
            {
                levels[i] = level;
            }

            level = levels[i];
        }
    }

    private static BidiClass DirectionOf(byte level) => (level & 1) == 0 ? BidiClass.L : BidiClass.R;
}
