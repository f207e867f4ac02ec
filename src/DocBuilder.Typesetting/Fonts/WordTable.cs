using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>
/// Shaped words by their characters. Every word of every text is looked up here, so looking up takes no lock and touches little memory; what is put in
/// stays until all is forgotten.
/// </summary>
internal sealed class WordTable
{
    /// <summary>A power of two, as all lengths are.</summary>
    private const int FirstLength = 64;

    /// <summary>Another for every process, lest a text be made of words that all ask for one place.</summary>
    private static readonly long Seed = Random.Shared.NextInt64();

    private readonly Lock _gate = new();

    // At least half of the slots are empty, so that a search ends soon.
    private Slot[] _slots = new Slot[FirstLength];
    private int _count;

    /// <summary>How many words are in it.</summary>
    public int Count => _count;

    /// <summary>Finds a word.</summary>
    public bool TryFind(ReadOnlySpan<char> word, out ShapedWord shaped)
    {
        var found = Find(Volatile.Read(ref _slots), word, HashOf(word), out _);
        shaped = found?.Shaped ?? default;
        return found is not null;
    }

    /// <summary>Puts a word in, unless it is there already.</summary>
    public void Add(ReadOnlySpan<char> word, ShapedWord shaped)
    {
        lock (_gate)
        {
            var hash = HashOf(word);
            if (Find(_slots, word, hash, out var empty) is not null)
            {
                return;
            }

            _count++;
            if (2 * _count > _slots.Length)
            {
                Volatile.Write(ref _slots, Longer(_slots));
                Find(_slots, word, hash, out empty);
            }

            Fill(ref _slots[empty], hash, new Entry(word.ToString(), shaped));
        }
    }

    /// <summary>Forgets all words.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _count = 0;
            Volatile.Write(ref _slots, new Slot[FirstLength]);
        }
    }

    private static Entry? Find(Slot[] slots, ReadOnlySpan<char> word, ulong hash, out int empty)
    {
        var at = PlaceOf(hash, slots);
        while (Volatile.Read(ref slots[at].Entry) is { } entry)
        {
            if (slots[at].Hash == hash && word.SequenceEqual(entry.Word))
            {
                empty = -1;
                return entry;
            }

            at = (at + 1) & (slots.Length - 1);
        }

        empty = at;
        return null;
    }

    private static Slot[] Longer(Slot[] slots)
    {
        var longer = new Slot[2 * slots.Length];
        foreach (ref var slot in slots.AsSpan())
        {
            if (slot.Entry is { } entry)
            {
                var at = PlaceOf(slot.Hash, longer);
                while (longer[at].Entry is not null)
                {
                    at = (at + 1) & (longer.Length - 1);
                }

                Fill(ref longer[at], slot.Hash, entry);
            }
        }

        return longer;
    }

    /// <summary>Whoever sees the entry sees the hash.</summary>
    private static void Fill(ref Slot slot, ulong hash, Entry entry)
    {
        slot.Hash = hash;
        Volatile.Write(ref slot.Entry, entry);
    }

    private static int PlaceOf(ulong hash, Slot[] slots) => (int)hash & (slots.Length - 1);

    private static ulong HashOf(ReadOnlySpan<char> word) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(word), Seed);

    private struct Slot
    {
        public ulong Hash;
        public Entry? Entry;
    }

    private sealed class Entry(string word, ShapedWord shaped)
    {
        public string Word { get; } = word;

        public ShapedWord Shaped { get; } = shaped;
    }
}
