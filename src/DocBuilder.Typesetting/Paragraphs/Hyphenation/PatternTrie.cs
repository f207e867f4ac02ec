using System.Buffers.Binary;

namespace DocBuilder.Typesetting.Paragraphs.Hyphenation;

/// <summary>
/// The compiled patterns of one language, read where they lie in the program's image: nothing is unpacked. Little-endian:
/// <list type="bullet">
/// <item>the left and the right minimum, a byte each; the number of letters (16 bits), slots (32 bits) and actions (16 bits);</item>
/// <item>the letters in ascending order, 16 bits each: their classes are 2, 3 and so on, and 1 is the edge of a word;</item>
/// <item>where each action's bytes begin, and where the last one's end, 16 bits each; action 0 does nothing;</item>
/// <item>the slots, 5 bytes each: class, base of the next state (0 for none), action. A state's edge for a class lies in the slot
/// base + class, and is that state's when the slot names that class. The first state's base is 0;</item>
/// <item>the actions: pairs of a distance back from the last letter matched, and a level.</item>
/// </list>
/// </summary>
internal sealed unsafe class PatternTrie
{
    /// <summary>The class of a word's edge.</summary>
    public const byte Edge = 1;

    private const int HeaderLength = 10;
    private const int SlotLength = 5;
    private readonly byte* _start;
    private readonly int _actionStarts;
    private readonly int _slots;
    private readonly int _slotCount;
    private readonly int _actions;
    private readonly int _length;
    private readonly char _firstLetter;
    private readonly byte[] _classes;

    private PatternTrie(byte* start, int length)
    {
        _start = start;
        _length = length;
        var bytes = Bytes;
        (LeftMinimum, RightMinimum) = (bytes[0], bytes[1]);
        var letterCount = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        _slotCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        _actionStarts = HeaderLength + (letterCount * sizeof(ushort));
        _slots = _actionStarts + ((BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]) + 1) * sizeof(ushort));
        _actions = _slots + (_slotCount * SlotLength);
        _firstLetter = Letter(0);
        _classes = new byte[Letter(letterCount - 1) - _firstLetter + 1];
        for (var i = 0; i < letterCount; i++)
        {
            _classes[Letter(i) - _firstLetter] = (byte)(i + Edge + 1);
        }
    }

    /// <summary>How many letters stay before the first break.</summary>
    public int LeftMinimum { get; }

    /// <summary>How many letters follow the last break.</summary>
    public int RightMinimum { get; }

    private ReadOnlySpan<byte> Bytes => new(_start, _length);

    /// <summary>The patterns of a language, by the name of their file without its ending.</summary>
    public static PatternTrie Open(string name)
    {
        // The stream is a view of the assembly as it lies in memory: its pointer stays good for as long as the program runs.
        var stream = (UnmanagedMemoryStream)typeof(PatternTrie).Assembly.GetManifestResourceStream($"hyphenation/{name}.hyph")!;
        return new PatternTrie(stream.PositionPointer, checked((int)stream.Length));
    }

    /// <summary>The class of a letter in lower case; 0 when no pattern has it.</summary>
    public byte ClassOf(char letter)
    {
        var place = letter - _firstLetter;
        return (uint)place < (uint)_classes.Length ? _classes[place] : (byte)0;
    }

    /// <summary>Liang's algorithm: raises the level of each place in a word to the highest that a pattern gives it.</summary>
    /// <param name="classes">The classes of the word's letters between two edges.</param>
    /// <param name="levels">The place before each of them, zero at first: odd where the word may break.</param>
    public void Apply(ReadOnlySpan<byte> classes, Span<byte> levels)
    {
        var bytes = Bytes;
        for (var start = 0; start < classes.Length; start++)
        {
            var state = 0;
            for (var i = start; i < classes.Length && (i == start || state != 0); i++)
            {
                var number = state + classes[i];
                if (number >= _slotCount)
                {
                    break;
                }

                var slot = bytes.Slice(_slots + (number * SlotLength), SlotLength);
                if (slot[0] != classes[i])
                {
                    break;
                }

                Act(bytes, BinaryPrimitives.ReadUInt16LittleEndian(slot[3..]), levels, i + 1);
                state = BinaryPrimitives.ReadUInt16LittleEndian(slot[1..]);
            }
        }
    }

    private void Act(ReadOnlySpan<byte> bytes, int action, Span<byte> levels, int end)
    {
        var starts = bytes[(_actionStarts + (action * sizeof(ushort)))..];
        var last = _actions + BinaryPrimitives.ReadUInt16LittleEndian(starts[sizeof(ushort)..]);
        for (var i = _actions + BinaryPrimitives.ReadUInt16LittleEndian(starts); i < last; i += 2)
        {
            // A level after the last edge is of no use to a word.
            var place = end - bytes[i];
            if (place < levels.Length)
            {
                levels[place] = Math.Max(levels[place], bytes[i + 1]);
            }
        }
    }

    private char Letter(int number) => (char)BinaryPrimitives.ReadUInt16LittleEndian(Bytes[(HeaderLength + (number * sizeof(ushort)))..]);
}
