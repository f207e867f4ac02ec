namespace DocBuilder.Pdf.Objects;

/// <summary>Number trees (ISO 32000-1 7.9.7).</summary>
internal static class NumberTree
{
    private const int LeafSize = 256;

    /// <summary>Writes a tree whose keys are 0, 1, 2 and so on.</summary>
    public static ObjectId Write(PdfFile file, ReadOnlySpan<ObjectId> values)
    {
        var root = file.Reserve();
        var leaves = new List<ObjectId>();
        for (var start = 0; start == 0 || start < values.Length; start += LeafSize)
        {
            var count = Math.Min(LeafSize, values.Length - start);
            var id = values.Length <= LeafSize ? root : file.Reserve();
            var w = file.Begin(id).BeginDictionary();
            if (id != root)
            {
                leaves.Add(id);
                w.Name("Limits"u8).BeginArray().Integer(start).Integer(start + count - 1).EndArray();
            }

            w.Name("Nums"u8).BeginArray();
            for (var i = start; i < start + count; i++)
            {
                w.Integer(i).Reference(values[i]);
            }

            w.EndArray().EndDictionary();
            file.End();
        }

        if (leaves.Count > 0)
        {
            WriteRoot(file, root, leaves);
        }

        return root;
    }

    /// <summary>A root over leaves, the same for names and numbers.</summary>
    internal static void WriteRoot(PdfFile file, ObjectId root, List<ObjectId> leaves)
    {
        var w = file.Begin(root).BeginDictionary().Name("Kids"u8).BeginArray();
        foreach (var leaf in leaves)
        {
            w.Reference(leaf);
        }

        w.EndArray().EndDictionary();
        file.End();
    }
}
