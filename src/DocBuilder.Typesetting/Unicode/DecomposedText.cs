using System.Buffers;
using System.Runtime.InteropServices;

namespace DocBuilder.Typesetting.Unicode;

/// <summary>Code points with their combining classes: the working text of normalization (UAX #15, D108 to D117 of the standard).</summary>
internal ref struct DecomposedText(int capacity)
{
    private const int ClassShift = 24;
    private const uint CodePointMask = (1u << ClassShift) - 1;

    /// <summary>Longer runs of marks are sorted by counting, so that no text takes quadratic time.</summary>
    private const int LongestInsertionSort = 24;

    /// <summary>A code point in the low bits, its combining class in the top byte.</summary>
    private uint[] _characters = ArrayPool<uint>.Shared.Rent(capacity);

    private int _count = 0;

    /// <summary>The length in UTF-16.</summary>
    public readonly int Utf16Length
    {
        get
        {
            var length = _count;
            foreach (var character in _characters.AsSpan(0, _count))
            {
                length += (character & CodePointMask) > char.MaxValue ? 1 : 0;
            }

            return length;
        }
    }

    /// <summary>Adds the full decomposition of a text.</summary>
    public void Decompose(ReadOnlySpan<char> text, bool isCompatibility)
    {
        var mappings = MemoryMarshal.Cast<ushort, char>(DecompositionMappings.Units);
        for (var i = 0; i < text.Length;)
        {
            var codePoint = CodePointReader.At(text, i, out var length);
            i += length;
            if (HangulSyllables.Contains(codePoint))
            {
                var (leading, vowel, trailing) = HangulSyllables.Decompose(codePoint);
                Add(leading);
                Add(vowel);
                if (trailing != 0)
                {
                    Add(trailing);
                }
            }
            else if (DecompositionTable.Of(codePoint) is var place && place != 0)
            {
                var canonical = mappings.Slice(place + 1, mappings[place] & 0xFF);
                var compatibilityLength = isCompatibility ? mappings[place] >> 8 : 0;
                var mapping = compatibilityLength == 0 ? canonical : mappings.Slice(place + 1 + canonical.Length, compatibilityLength);
                for (var j = 0; j < mapping.Length; j += length)
                {
                    Add(CodePointReader.At(mapping, j, out length));
                }
            }
            else
            {
                Add(codePoint);
            }
        }
    }

    /// <summary>Puts marks into canonical order (D109).</summary>
    public readonly void Order()
    {
        var characters = _characters.AsSpan(0, _count);
        for (var start = 0; start < characters.Length; start++)
        {
            if (ClassOf(characters[start]) == 0)
            {
                continue;
            }

            var end = start + 1;
            while (end < characters.Length && ClassOf(characters[end]) != 0)
            {
                end++;
            }

            var marks = characters[start..end];
            if (marks.Length <= LongestInsertionSort)
            {
                SortByInsertion(marks);
            }
            else
            {
                SortByCounting(marks);
            }

            start = end;
        }
    }

    /// <summary>Composes primary composites (D117).</summary>
    public void Compose()
    {
        var characters = _characters.AsSpan(0, _count);
        var starter = -1;
        var written = 0;
        uint previousClass = 0;
        foreach (var character in characters)
        {
            var combiningClass = ClassOf(character);
            var isBlocked = written != starter + 1 && previousClass >= combiningClass;
            if (starter >= 0 && !isBlocked && Compositions.Find((int)characters[starter], (int)(character & CodePointMask)) is var composite && composite != 0)
            {
                characters[starter] = (uint)composite;
                continue;
            }

            starter = combiningClass == 0 ? written : starter;
            previousClass = combiningClass;
            characters[written++] = character;
        }

        _count = written;
    }

    /// <summary>Writes the text in UTF-16 and says how many units it has.</summary>
    public readonly int CopyTo(Span<char> units)
    {
        var length = 0;
        foreach (var character in _characters.AsSpan(0, _count))
        {
            var codePoint = character & CodePointMask;
            if (codePoint <= char.MaxValue)
            {
                units[length++] = (char)codePoint;
            }
            else
            {
                units[length++] = (char)(0xD800 + ((codePoint - 0x10000) >> 10));
                units[length++] = (char)(0xDC00 + (codePoint & 0x3FF));
            }
        }

        return length;
    }

    /// <summary>Gives the buffer back.</summary>
    public readonly void Dispose() => ArrayPool<uint>.Shared.Return(_characters);

    private static uint ClassOf(uint character) => character >> ClassShift;

    private void Add(int codePoint)
    {
        if (_count == _characters.Length)
        {
            var larger = ArrayPool<uint>.Shared.Rent(checked(_count * 2));
            _characters.CopyTo(larger, 0);
            ArrayPool<uint>.Shared.Return(_characters);
            _characters = larger;
        }

        _characters[_count++] = (uint)codePoint | ((uint)CombiningClassTable.Of(codePoint) << ClassShift);
    }

    private static void SortByInsertion(Span<uint> marks)
    {
        for (var i = 1; i < marks.Length; i++)
        {
            var mark = marks[i];
            var place = i;
            for (; place > 0 && ClassOf(marks[place - 1]) > ClassOf(mark); place--)
            {
                marks[place] = marks[place - 1];
            }

            marks[place] = mark;
        }
    }

    private static void SortByCounting(Span<uint> marks)
    {
        Span<int> places = stackalloc int[257];
        places.Clear();
        foreach (var mark in marks)
        {
            places[(int)ClassOf(mark) + 1]++;
        }

        for (var i = 1; i < places.Length; i++)
        {
            places[i] += places[i - 1];
        }

        var sorted = ArrayPool<uint>.Shared.Rent(marks.Length);
        foreach (var mark in marks)
        {
            sorted[places[(int)ClassOf(mark)]++] = mark;
        }

        sorted.AsSpan(0, marks.Length).CopyTo(marks);
        ArrayPool<uint>.Shared.Return(sorted);
    }
}
