namespace DocBuilder.Typesetting.Unicode;

/// <summary>A level run (BD7), and how it is chained to others in an isolating run sequence (BD13).</summary>
internal record struct LevelRun
{
    /// <summary>The first unit.</summary>
    public int Start { get; private set; }

    /// <summary>The unit after the last; removed characters may lie inside.</summary>
    public int End { get; private set; }

    /// <summary>The explicit level.</summary>
    public byte Level { get; private set; }

    /// <summary>The run that begins with the PDI that matches the isolate initiator at this one's end; -1 for none.</summary>
    public int Next { get; private set; }

    /// <summary>Whether another run's <see cref="Next"/> is this one.</summary>
    public bool IsContinuation { get; private set; }

    /// <summary>Whether the last character is an isolate initiator; with a <see cref="Next"/> or without.</summary>
    public bool EndsWithInitiator { get; private set; }

    /// <summary>How many runs there are.</summary>
    public static int Count(ReadOnlySpan<BidiClass> classes, ReadOnlySpan<byte> levels)
    {
        var count = 0;
        var level = -1;
        for (var i = 0; i < classes.Length; i++)
        {
            if (levels[i] != level && !BidiClasses.Removed.Has(classes[i]))
            {
                level = levels[i];
                count++;
            }
        }

        return count;
    }

    /// <summary>Writes the runs and chains them; says how many there are.</summary>
    public static int Find(ReadOnlySpan<BidiClass> classes, ReadOnlySpan<byte> levels, Span<LevelRun> runs)
    {
        // Every open isolate with characters inside raised the level, so there are never more than max_depth of them.
        Span<int> open = stackalloc int[ExplicitLevels.MaxDepth + 1];
        var openCount = 0;
        var count = 0;
        for (var i = 0; i < classes.Length; i++)
        {
            if (BidiClasses.Removed.Has(classes[i]))
            {
                continue;
            }

            if (count == 0 || levels[i] != runs[count - 1].Level)
            {
                if (count > 0 && runs[count - 1].EndsWithInitiator)
                {
                    open[openCount++] = count - 1;
                }

                runs[count++] = new LevelRun { Start = i, Level = levels[i], Next = -1 };
                if (classes[i] == BidiClass.PDI && openCount > 0)
                {
                    runs[open[--openCount]].Next = count - 1;
                    runs[count - 1].IsContinuation = true;
                }
            }

            runs[count - 1].End = i + 1;
            runs[count - 1].EndsWithInitiator = BidiClasses.Initiators.Has(classes[i]);
        }

        return count;
    }
}
