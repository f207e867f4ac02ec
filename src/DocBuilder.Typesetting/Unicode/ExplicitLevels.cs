using System.Buffers;

namespace DocBuilder.Typesetting.Unicode;

/// <summary>Explicit levels and directions (UAX #9, X1 to X8).</summary>
internal static class ExplicitLevels
{
    /// <summary>The greatest explicit depth (BD2).</summary>
    public const int MaxDepth = 125;

    /// <summary>Writes the explicit level of each unit; units under an override change their type in <paramref name="types"/>.</summary>
    public static void Resolve(
        Span<BidiClass> classes,
        Span<BidiClass> types,
        Span<byte> levels,
        BidiClasses present,
        byte paragraphLevel)
    {
        if (present.Has(BidiClass.FSI))
        {
            ResolveFirstStrongIsolates(classes);
        }

        Span<Entry> stack = stackalloc Entry[MaxDepth + 2];
        var top = 0;
        stack[0] = new Entry(paragraphLevel, BidiClass.ON, IsIsolate: false);
        int overflowIsolates = 0, overflowEmbeddings = 0, validIsolates = 0;
        for (var i = 0; i < classes.Length; i++)
        {
            switch (classes[i])
            {
                case BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO: // X2-X5
                    {
                        var isRightToLeft = classes[i] is BidiClass.RLE or BidiClass.RLO;
                        var level = NextLevel(stack[top].Level, isRightToLeft);
                        if (level <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                        {
                            var direction = classes[i] switch
                            {
                                BidiClass.RLO => BidiClass.R,
                                BidiClass.LRO => BidiClass.L,
                                _ => BidiClass.ON,
                            };
                            stack[++top] = new Entry((byte)level, direction, IsIsolate: false);
                        }
                        else if (overflowIsolates == 0)
                        {
                            overflowEmbeddings++;
                        }

                        break;
                    }

                case BidiClass.RLI or BidiClass.LRI: // X5a-X5c; FSI has become one of them
                    {
                        stack[top].ApplyTo(ref levels[i], ref types[i]);
                        var level = NextLevel(stack[top].Level, classes[i] == BidiClass.RLI);
                        if (level <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
                        {
                            validIsolates++;
                            stack[++top] = new Entry((byte)level, BidiClass.ON, IsIsolate: true);
                        }
                        else
                        {
                            overflowIsolates++;
                        }

                        break;
                    }

                case BidiClass.PDI: // X6a
                    if (overflowIsolates > 0)
                    {
                        overflowIsolates--;
                    }
                    else if (validIsolates > 0)
                    {
                        overflowEmbeddings = 0;
                        while (!stack[top].IsIsolate)
                        {
                            top--;
                        }

                        top--;
                        validIsolates--;
                    }

                    stack[top].ApplyTo(ref levels[i], ref types[i]);
                    break;

                case BidiClass.PDF: // X7
                    if (overflowIsolates == 0)
                    {
                        if (overflowEmbeddings > 0)
                        {
                            overflowEmbeddings--;
                        }
                        else if (!stack[top].IsIsolate && top > 0)
                        {
                            top--;
                        }
                    }

                    break;

                case BidiClass.B: // X8
                    levels[i] = paragraphLevel;
                    break;

                case BidiClass.BN: // X9
                    break;

                default: // X6
                    stack[top].ApplyTo(ref levels[i], ref types[i]);
                    break;
            }
        }
    }

    private static int NextLevel(int level, bool isRightToLeft) => isRightToLeft ? (level + 1) | 1 : (level + 2) & ~1;

    /// <summary>
    /// Makes each FSI an RLI or an LRI by the first strong character inside (X5c), in one pass: a strong character counts for the innermost
    /// isolate that is open where it stands, and for no other (P2).
    /// </summary>
    private static void ResolveFirstStrongIsolates(Span<BidiClass> classes)
    {
        var open = ArrayPool<int>.Shared.Rent(classes.Length);
        var count = 0;
        for (var i = 0; i < classes.Length; i++)
        {
            switch (classes[i])
            {
                case BidiClass.LRI or BidiClass.RLI or BidiClass.FSI:
                    open[count++] = i;
                    break;
                case BidiClass.PDI when count > 0:
                    count--;
                    Settle(ref classes[open[count]], BidiClass.LRI);
                    break;
                case BidiClass.L when count > 0:
                    Settle(ref classes[open[count - 1]], BidiClass.LRI);
                    break;
                case BidiClass.R or BidiClass.AL when count > 0:
                    Settle(ref classes[open[count - 1]], BidiClass.RLI);
                    break;
            }
        }

        while (count > 0)
        {
            Settle(ref classes[open[--count]], BidiClass.LRI);
        }

        ArrayPool<int>.Shared.Return(open);

        static void Settle(ref BidiClass initiator, BidiClass isolate) =>
            initiator = initiator == BidiClass.FSI ? isolate : initiator;
    }

    /// <summary>An entry of the directional status stack (X1).</summary>
    /// <param name="Level">The embedding level.</param>
    /// <param name="Override">L, R, or ON for none.</param>
    /// <param name="IsIsolate">Whether an isolate initiator made it.</param>
    private readonly record struct Entry(byte Level, BidiClass Override, bool IsIsolate)
    {
        public void ApplyTo(ref byte level, ref BidiClass type)
        {
            level = Level;
            type = Override == BidiClass.ON ? type : Override;
        }
    }
}
