using System.Globalization;

namespace DocBuilder.HyphenationPatterns;

/// <summary>
/// Packs the patterns of a language into a trie whose states share one array, equal ends kept once (F. M. Liang, "Word Hy-phen-a-tion by
/// Com-put-er", 1983, chapter 2). The form is described at the type that reads it, PatternTrie of DocBuilder.Typesetting.
/// </summary>
internal sealed class PackedTrie
{
    private const byte Edge = 1;
    private readonly char[] _alphabet;
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ushort> _actions = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<byte> _actionBytes = [];
    private readonly List<ushort> _actionStarts = [0, 0];
    private readonly List<(byte Class, ushort Next, ushort Action)> _slots = [(0, 0, 0)];
    private readonly HashSet<int> _bases = [0];
    private int _firstFree = 1;

    private PackedTrie(IReadOnlyList<Pattern> patterns) =>
        _alphabet = [.. patterns.SelectMany(pattern => pattern.Letters).Where(letter => letter != '.').Distinct().Order()];

    /// <summary>The bytes of one language's file.</summary>
    public static byte[] Build(int leftMinimum, int rightMinimum, IReadOnlyList<Pattern> patterns)
    {
        var trie = new PackedTrie(patterns);
        var root = new Node();
        foreach (var pattern in patterns)
        {
            trie.Add(root, pattern);
        }

        trie.Place(trie.Share(root), 0);
        return trie.Write(leftMinimum, rightMinimum);
    }

    private void Add(Node root, Pattern pattern)
    {
        var node = root;
        foreach (var letter in pattern.Letters)
        {
            var number = letter == '.' ? Edge : checked((byte)(Array.BinarySearch(_alphabet, letter) + Edge + 1));
            if (!node.Next.TryGetValue(number, out var next))
            {
                node.Next.Add(number, next = new Node());
            }

            node = next;
        }

        // Two spellings of one pattern (with either apostrophe) meet here.
        node.Levels = node.Levels is null ? pattern.Levels : [.. node.Levels.Zip(pattern.Levels, Math.Max)];
    }

    /// <summary>States with the same future become one.</summary>
    private State Share(Node node)
    {
        var edges = node.Next.Select(pair => (pair.Key, Next: Share(pair.Value), Action: Action(pair.Value.Levels))).ToList();
        var key = string.Join(' ', edges.Select(edge => string.Create(CultureInfo.InvariantCulture, $"{edge.Key}:{edge.Next.Number}:{edge.Action}")));
        if (!_states.TryGetValue(key, out var state))
        {
            _states.Add(key, state = new State(_states.Count, edges));
        }

        return state;
    }

    /// <summary>The number of what a pattern does: its levels, each with its distance from the pattern's end.</summary>
    private ushort Action(byte[]? levels)
    {
        if (levels is null)
        {
            return 0;
        }

        byte[] bytes = [.. Enumerable.Range(0, levels.Length).Where(i => levels[i] > 0).SelectMany(i => new[] { checked((byte)(levels.Length - 1 - i)), levels[i] })];
        var key = Convert.ToHexString(bytes);
        if (!_actions.TryGetValue(key, out var action))
        {
            _actions.Add(key, action = checked((ushort)_actions.Count));
            _actionBytes.AddRange(bytes);
            _actionStarts.Add(checked((ushort)_actionBytes.Count));
        }

        return action;
    }

    /// <summary>Gives a state its base, where all its edges find free slots and that no other state has: then a slot's class alone tells whose it is.</summary>
    private void Place(State state, int start)
    {
        state.Base = start;
        foreach (var edge in state.Edges)
        {
            Grow(start + edge.Class);
            _slots[start + edge.Class] = (edge.Class, 0, edge.Action);
        }

        foreach (var edge in state.Edges.Where(edge => edge.Next.Edges.Count > 0))
        {
            if (edge.Next.Base < 0)
            {
                Place(edge.Next, FreeBase(edge.Next));
            }

            _slots[start + edge.Class] = (edge.Class, checked((ushort)edge.Next.Base), edge.Action);
        }
    }

    private int FreeBase(State state)
    {
        while (_firstFree < _slots.Count && _slots[_firstFree].Class != 0)
        {
            _firstFree++;
        }

        var start = Math.Max(1, _firstFree - state.Edges[0].Class);
        while (_bases.Contains(start) || state.Edges.Any(edge => start + edge.Class < _slots.Count && _slots[start + edge.Class].Class != 0))
        {
            start++;
        }

        _bases.Add(start);
        return start;
    }

    private void Grow(int slot)
    {
        while (_slots.Count <= slot)
        {
            _slots.Add((0, 0, 0));
        }
    }

    private byte[] Write(int leftMinimum, int rightMinimum)
    {
        using var bytes = new MemoryStream();
        using var file = new BinaryWriter(bytes);
        file.Write((byte)leftMinimum);
        file.Write((byte)rightMinimum);
        file.Write((ushort)_alphabet.Length);
        file.Write(_slots.Count);
        file.Write((ushort)(_actionStarts.Count - 1));
        foreach (var letter in _alphabet)
        {
            file.Write((ushort)letter);
        }

        foreach (var start in _actionStarts)
        {
            file.Write(start);
        }

        foreach (var (letter, next, action) in _slots)
        {
            file.Write(letter);
            file.Write(next);
            file.Write(action);
        }

        file.Write([.. _actionBytes]);
        return bytes.ToArray();
    }

    private sealed class Node
    {
        public SortedDictionary<byte, Node> Next { get; } = [];

        public byte[]? Levels { get; set; }
    }

    private sealed class State(int number, List<(byte Class, State Next, ushort Action)> edges)
    {
        public int Number => number;

        public List<(byte Class, State Next, ushort Action)> Edges => edges;

        public int Base { get; set; } = -1;
    }
}
