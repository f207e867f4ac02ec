using HarfBuzzSharp;

namespace DocBuilder.Typesetting.Fonts;

/// <summary>One run of HarfBuzz's subsetter. Everything it makes in native memory is freed, whatever fails.</summary>
internal sealed class SubsetInput : IDisposable
{
    private nint _input;

    public SubsetInput(SubsetFlags flags)
    {
        _input = HarfBuzzNative.hb_subset_input_create_or_fail();
        if (_input == 0)
        {
            throw new InsufficientMemoryException("HarfBuzz could not begin a subset.");
        }

        HarfBuzzNative.hb_subset_input_set_flags(_input, flags);
    }

    public SubsetInput Add(SubsetSet which, IEnumerable<uint> values)
    {
        var set = HarfBuzzNative.hb_subset_input_set(_input, which);
        foreach (var value in values)
        {
            HarfBuzzNative.hb_set_add(set, value);
        }

        return this;
    }

    public SubsetInput Remove(SubsetSet which, uint value)
    {
        HarfBuzzNative.hb_set_del(HarfBuzzNative.hb_subset_input_set(_input, which), value);
        return this;
    }

    public SubsetInput Clear(SubsetSet which)
    {
        HarfBuzzNative.hb_set_clear(HarfBuzzNative.hb_subset_input_set(_input, which));
        return this;
    }

    /// <summary>Makes the subset.</summary>
    /// <param name="face">The face; a variable one is fixed at its default instance.</param>
    /// <param name="newIds">Old glyph to new glyph, in the order of the old ones.</param>
    /// <exception cref="InvalidDataException">HarfBuzz will not subset this font.</exception>
    public byte[] Run(FontFace face, out IReadOnlyDictionary<ushort, ushort> newIds)
    {
        Face source = face.HarfBuzzFace;
        if (face.Tables.Has("fvar") && HarfBuzzNative.hb_subset_input_pin_all_axes_to_default(_input, source.Handle) == 0)
        {
            throw Failure(face);
        }

        var plan = HarfBuzzNative.hb_subset_plan_create_or_fail(source.Handle, _input);
        GC.KeepAlive(face);
        if (plan == 0)
        {
            throw Failure(face);
        }

        try
        {
            newIds = Pairs(HarfBuzzNative.hb_subset_plan_old_to_new_glyph_mapping(plan));
            var subset = HarfBuzzNative.hb_subset_plan_execute_or_fail(plan);
            return subset == 0 ? throw Failure(face) : BytesAndDestroy(subset, face);
        }
        finally
        {
            HarfBuzzNative.hb_subset_plan_destroy(plan);
            GC.KeepAlive(face);
        }
    }

    public void Dispose()
    {
        HarfBuzzNative.hb_subset_input_destroy(_input);
        _input = 0;
    }

    private static unsafe byte[] BytesAndDestroy(nint subset, FontFace face)
    {
        var blob = HarfBuzzNative.hb_face_reference_blob(subset);
        try
        {
            var data = HarfBuzzNative.hb_blob_get_data(blob, out var length);
            return length == 0 ? throw Failure(face) : new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        }
        finally
        {
            HarfBuzzNative.hb_blob_destroy(blob);
            HarfBuzzNative.hb_face_destroy(subset);
        }
    }

    private static Dictionary<ushort, ushort> Pairs(nint map)
    {
        var pairs = new List<(ushort Old, ushort New)>();
        var index = -1;
        while (HarfBuzzNative.hb_map_next(map, ref index, out var old, out var @new) != 0)
        {
            pairs.Add(((ushort)old, (ushort)@new));
        }

        pairs.Sort();
        return pairs.ToDictionary(pair => pair.Old, pair => pair.New);
    }

    private static InvalidDataException Failure(FontFace face) => new($"the font {face} cannot be subset");
}
