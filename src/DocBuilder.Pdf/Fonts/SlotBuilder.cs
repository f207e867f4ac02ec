using System.Runtime.InteropServices;
using System.Text;
using DocBuilder.Typesetting.Fonts;

namespace DocBuilder.Pdf.Fonts;

/// <summary>
/// Turns glyph runs into character slots, "one CID = one character": every character of the text gets a slot of its own, whatever
/// glyphs the shaper made of it, and every offset is baked into what the slot draws, so that a line can be shown in one go.
/// </summary>
internal sealed class SlotBuilder(FontFace face)
{
    /// <summary>Baked offsets are rounded to this part of an em: far below what is seen, and composites stay few.</summary>
    private const int OffsetStepsPerEm = 250;

    /// <summary>Kerning below a tenth of an em: readers see a space or a new line of text in more.</summary>
    private const int LargestKerningPerEm = 10;

    private const int Tatweel = 0x640;

    private readonly double _step = face.UnitsPerEm / (double)OffsetStepsPerEm;
    private readonly ushort _spaceGlyph = face.GlyphFor(new Rune(' '));
    private readonly ushort _tatweelGlyph = face.GlyphFor(new Rune(Tatweel));
    // Most glyphs come again just as they were: nothing is worked out for those that are found here, by 8 bits of a hash.
    private readonly RecentGlyph[] _recent = new RecentGlyph[256];
    private readonly List<GlyphCluster> _clusters = [];
    private readonly List<int> _scalars = [];
    private readonly List<PlacedGlyph> _placed = [];
    private readonly List<Slot> _slots = [];
    private readonly List<GlyphComponent> _components = [];
    private readonly List<int> _glyphPool = [];
    private readonly List<int> _characterPool = [];

    /// <summary>The characters that the face has shown.</summary>
    public CharacterTable Characters { get; } = new();

    /// <summary>Appends the slots of a run, in visual order from left to right.</summary>
    public void Build(GlyphRun run, List<CharacterSlot> slots)
    {
        var unitsPerPoint = face.UnitsPerEm / run.Size;
        var rightToLeft = (run.Level & 1) != 0;
        var all = run.Glyphs.AsSpan();
        GlyphCluster.Cut(run, _clusters);
        foreach (ref readonly var cluster in CollectionsMarshal.AsSpan(_clusters))
        {
            ref readonly var glyph = ref all[cluster.FirstGlyph];
            if (cluster.GlyphCount == 1 && cluster.TextEnd - cluster.TextStart == 1 && OneToOne(run.Text[cluster.TextStart], glyph) is { } character)
            {
                slots.Add(new CharacterSlot(character, glyph.Advance + (glyph.Stretch * unitsPerPoint)));
                continue;
            }

            var glyphs = all.Slice(cluster.FirstGlyph, cluster.GlyphCount);
            ReadCharacters(run.Text.AsSpan(cluster.TextStart, cluster.TextEnd - cluster.TextStart));
            PlaceGlyphs(glyphs, unitsPerPoint, rightToLeft);
            PairGlyphsWithCharacters();
            ShareAdvances();
            Emit(slots, rightToLeft);
        }
    }

    /// <summary>The case of nearly every cluster: one glyph, one character. Null when the character is not seen.</summary>
    private ShownCharacter? OneToOne(char character, in Glyph glyph)
    {
        var drawn = glyph.Id | ((ulong)character << 16) | ((ulong)(uint)glyph.Advance << 32);
        var moved = (uint)glyph.XOffset | ((ulong)(uint)glyph.YOffset << 32);
        ref var recent = ref _recent[((drawn * 0x9E37_79B9_7F4A_7C15) ^ (moved * 0xC2B2_AE3D_27D4_EB4F)) >> 56];
        if (recent.Drawn == drawn && recent.Moved == moved && recent.Scale == glyph.HorizontalScale)
        {
            return recent.Character;
        }

        if (CharacterKinds.KindOf(character) > CharacterKind.Mark)
        {
            return null;
        }

        var component = new GlyphComponent(glyph.Id, Quantise(glyph.XOffset), Quantise(glyph.YOffset), Width: WidthOf(glyph));
        var shown = Characters.Of(char.IsSurrogate(character) ? 0xFFFD : character, component, FontAdvanceOf(glyph));
        recent = new RecentGlyph(drawn, moved, glyph.HorizontalScale, shown);
        return shown;
    }

    /// <summary>
    /// The advance that the subset font shall have: the face's own, and small kerning goes into TJ. But readers take a large step back for
    /// the end of a word; where the glyph is moved anyway (kerning from right to left) or the step is large, the composite has the advance
    /// that the line wants.
    /// </summary>
    private int FontAdvanceOf(in Glyph glyph)
    {
        var natural = face.AdvanceOf(glyph.Id);
        return glyph.Advance == 0 ? 0
            : glyph.XOffset == 0 && Math.Abs(glyph.Advance - natural) * LargestKerningPerEm < face.UnitsPerEm ? natural
            : Math.Max((short)0, Quantise(glyph.Advance));
    }

    private void ReadCharacters(ReadOnlySpan<char> text)
    {
        _scalars.Clear();
        _slots.Clear();
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = CharacterKinds.KindOf(rune.Value);
            if (kind != CharacterKind.Control)
            {
                _scalars.Add(rune.Value);
                _slots.Add(new Slot(kind));
            }
        }
    }

    /// <summary>Where each glyph stands from the cluster's left end, then the glyphs in logical order.</summary>
    private void PlaceGlyphs(ReadOnlySpan<Glyph> glyphs, double unitsPerPoint, bool rightToLeft)
    {
        _placed.Clear();
        double pen = 0;
        foreach (var glyph in glyphs)
        {
            var advance = glyph.Advance + (glyph.Stretch * unitsPerPoint);
            var isInvisible = glyph.Id == _spaceGlyph && glyph.Advance == 0;
            var isKashida = glyph.Id == _tatweelGlyph && glyph.Id != 0 && !_scalars.Contains(Tatweel);
            var role = isInvisible ? GlyphRole.Invisible : isKashida ? GlyphRole.Kashida
                : glyph.Advance == 0 ? GlyphRole.Mark : GlyphRole.Base;
            _placed.Add(new PlacedGlyph(glyph.Id, role, pen + glyph.XOffset, glyph.YOffset, advance, FontAdvanceOf(glyph), WidthOf(glyph)));
            pen += advance;
        }

        if (rightToLeft)
        {
            _placed.Reverse();
        }
    }

    /// <summary>Bases go with bases and marks with marks, in order; kashidas, and marks that no character asked for (dots), go with the base before them.</summary>
    private void PairGlyphsWithCharacters()
    {
        Collect(CharacterKind.Base, GlyphRole.Base);
        if (_characterPool.Count == 0 || _glyphPool.Count == 0)
        {
            // Marks alone, or a base that the face draws without an advance: whatever there is goes in order.
            CollectAll();
            Distribute();
        }
        else
        {
            Distribute();
            Collect(CharacterKind.Mark, GlyphRole.Mark);
            if (_characterPool.Count > 0)
            {
                Distribute();
            }
        }

        GiveTheRestToTheirBase();
    }

    private void Collect(CharacterKind kind, GlyphRole role)
    {
        _characterPool.Clear();
        _glyphPool.Clear();
        for (var i = 0; i < _slots.Count; i++)
        {
            if (_slots[i].Kind == kind)
            {
                _characterPool.Add(i);
            }
        }

        for (var i = 0; i < _placed.Count; i++)
        {
            if (_placed[i].Role == role)
            {
                _glyphPool.Add(i);
            }
        }
    }

    private void CollectAll()
    {
        _characterPool.Clear();
        _glyphPool.Clear();
        for (var i = 0; i < _slots.Count; i++)
        {
            if (_slots[i].Kind != CharacterKind.Ignorable)
            {
                _characterPool.Add(i);
            }
        }

        for (var i = 0; i < _slots.Count && _characterPool.Count == 0; i++)
        {
            _characterPool.Add(i);
        }

        for (var i = 0; i < _placed.Count; i++)
        {
            if (_placed[i].Role is GlyphRole.Base or GlyphRole.Mark)
            {
                _glyphPool.Add(i);
            }
        }
    }

    /// <summary>Spreads the pooled glyphs over the pooled characters in order. A character without a glyph is part of the ligature before it.</summary>
    private void Distribute()
    {
        var (glyphs, characters) = (_glyphPool.Count, _characterPool.Count);
        if (glyphs == 0 || characters == 0)
        {
            return;
        }

        for (var j = 0; j < glyphs; j++)
        {
            var first = j * characters / glyphs;
            var slot = _characterPool[first];
            _placed[_glyphPool[j]] = _placed[_glyphPool[j]] with { Slot = slot };
            for (var k = first + 1; k < (j + 1) * characters / glyphs; k++)
            {
                _slots[_characterPool[k]] = _slots[_characterPool[k]] with { LigatureHead = slot };
            }
        }
    }

    private void GiveTheRestToTheirBase()
    {
        var head = _placed.Find(static g => g.Slot >= 0 && g.Role == GlyphRole.Base).Slot;
        var current = Math.Max(head, 0);
        for (var i = 0; i < _placed.Count; i++)
        {
            if (_placed[i].Slot >= 0)
            {
                current = _placed[i].Role == GlyphRole.Base ? _placed[i].Slot : current;
            }
            else if (_slots.Count > 0)
            {
                _placed[i] = _placed[i] with { Slot = current };
            }
        }
    }

    /// <summary>Gives every slot the advance of its glyphs; the letters of a ligature share it equally.</summary>
    private void ShareAdvances()
    {
        foreach (var glyph in _placed)
        {
            if (glyph.Slot < 0)
            {
                continue;
            }

            var slot = _slots[glyph.Slot];
            var spacing = glyph.Role is GlyphRole.Base or GlyphRole.Kashida ? 1 : 0;
            _slots[glyph.Slot] = slot with
            {
                Advance = slot.Advance + glyph.Advance,
                SpacingGlyphs = slot.SpacingGlyphs + spacing,
                FontAdvance = slot.FontAdvance + (spacing * glyph.FontAdvance),
            };
        }

        for (var i = 0; i < _slots.Count; i++)
        {
            if (_slots[i].SpacingGlyphs > 1)
            {
                _slots[i] = _slots[i] with { FontAdvance = Math.Max((short)0, Quantise(_slots[i].Advance)) };
            }
        }

        for (var head = 0; head < _slots.Count; head++)
        {
            var letters = LettersOf(head);
            if (letters > 1 && _slots[head].Advance != 0)
            {
                ShareLigature(head, letters);
            }
        }
    }

    private int LettersOf(int head)
    {
        var letters = 1;
        foreach (var slot in _slots)
        {
            letters += slot.LigatureHead == head ? 1 : 0;
        }

        return letters;
    }

    private void ShareLigature(int head, int letters)
    {
        var whole = _slots[head];
        var (given, letter) = (0, 0);
        for (var i = 0; i < _slots.Count; i++)
        {
            if (i != head && _slots[i].LigatureHead != head)
            {
                continue;
            }

            letter++;
            var share = (whole.FontAdvance * letter / letters) - given;
            given += share;
            // What the line wants beyond the font's advance is kerning against the next glyph: it goes with the head.
            var extra = i == head ? whole.Advance - whole.FontAdvance : 0;
            _slots[i] = _slots[i] with { FontAdvance = share, Advance = share + extra };
        }
    }

    /// <summary>Writes the slots down in visual order, every glyph moved to where it stood from the slot that draws it.</summary>
    private void Emit(List<CharacterSlot> slots, bool rightToLeft)
    {
        if (_slots.Count == 0)
        {
            var advance = _placed.Sum(static g => g.Advance);
            if (advance != 0)
            {
                slots.Add(new CharacterSlot(null, advance));
            }

            return;
        }

        double pen = 0;
        for (var n = 0; n < _slots.Count; n++)
        {
            var i = rightToLeft ? _slots.Count - 1 - n : n;
            _components.Clear();
            foreach (var glyph in _placed)
            {
                if (glyph.Slot == i && glyph.Role != GlyphRole.Invisible)
                {
                    _components.Add(new GlyphComponent(glyph.Id, Quantise(glyph.X - pen), Quantise(glyph.Y), Width: glyph.Width));
                }
            }

            var scalar = Rune.IsValid(_scalars[i]) ? _scalars[i] : 0xFFFD;
            var outline = new GlyphOutline(_slots[i].FontAdvance, CollectionsMarshal.AsSpan(_components));
            slots.Add(new CharacterSlot(Characters.Of(scalar, outline), _slots[i].Advance));
            pen += _slots[i].Advance;
        }
    }

    private static short WidthOf(in Glyph glyph) =>
        glyph.HorizontalScale is 1 ? GlyphComponent.AsDesigned : (short)Math.Round(glyph.HorizontalScale * GlyphComponent.AsDesigned);

    private short Quantise(double units) => units is 0 ? (short)0 : (short)Math.Clamp(Math.Round(Math.Round(units / _step) * _step), short.MinValue, short.MaxValue);

    /// <summary>A glyph as the shaper gave it, and the character that it was.</summary>
    /// <param name="Drawn">The glyph (bits 0 on), the character (bits 16 on), the advance (bits 32 on).</param>
    /// <param name="Moved">The offsets.</param>
    /// <param name="Scale">How much wider it is drawn.</param>
    /// <param name="Character">What became of it.</param>
    private readonly record struct RecentGlyph(ulong Drawn, ulong Moved, float Scale, ShownCharacter Character);

    private enum GlyphRole
    {
        Base,
        Mark,
        Kashida,
        Invisible,
    }

    /// <summary>A glyph from the cluster's left end, in font units; <see cref="Slot"/> is -1 until it has one.</summary>
    private readonly record struct PlacedGlyph(ushort Id, GlyphRole Role, double X, double Y, double Advance, int FontAdvance, short Width)
    {
        private readonly int _slotPlusOne;

        public int Slot
        {
            get => _slotPlusOne - 1;
            init => _slotPlusOne = value + 1;
        }
    }

    /// <summary>A character's slot in the making.</summary>
    private readonly record struct Slot(CharacterKind Kind)
    {
        private readonly int _headPlusOne;

        /// <summary>The slot that draws the ligature which this letter is part of; -1 for none.</summary>
        public int LigatureHead
        {
            get => _headPlusOne - 1;
            init => _headPlusOne = value + 1;
        }

        public int SpacingGlyphs { get; init; }

        public int FontAdvance { get; init; }

        public double Advance { get; init; }
    }
}
