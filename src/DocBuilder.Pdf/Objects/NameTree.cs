namespace DocBuilder.Pdf.Objects;

/// <summary>Name trees (ISO 32000-1 7.9.6).</summary>
internal static class NameTree
{
    private const int LeafSize = 128;

    /// <summary>Writes a tree over keys that are all different; sorts them.</summary>
    public static ObjectId Write<T>(PdfFile file, List<(byte[] Key, T Value)> entries, Action<TokenWriter, T> writeValue)
    {
        entries.Sort(static (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        var root = file.Reserve();
        var leaves = new List<ObjectId>();
        for (var start = 0; start < entries.Count; start += LeafSize)
        {
            var count = Math.Min(LeafSize, entries.Count - start);
            var id = entries.Count <= LeafSize ? root : file.Reserve();
            var w = file.Begin(id).BeginDictionary();
            if (id != root)
            {
                leaves.Add(id);
                w.Name("Limits"u8).BeginArray().String(entries[start].Key).String(entries[start + count - 1].Key).EndArray();
            }

            w.Name("Names"u8).BeginArray();
            foreach (var (key, value) in entries.GetRange(start, count))
            {
                w.String(key);
                writeValue(w, value);
            }

            w.EndArray().EndDictionary();
            file.End();
        }

        if (leaves.Count > 0)
        {
            NumberTree.WriteRoot(file, root, leaves);
        }

        return root;
    }
}
