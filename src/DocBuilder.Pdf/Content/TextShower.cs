using System.Runtime.InteropServices;
using DocBuilder.Documents;
using DocBuilder.Pdf.Fonts;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Unicode;

namespace DocBuilder.Pdf.Content;

/// <summary>Shows text in a content stream (ISO 32000-1 9.4): a TJ for as much of a line as one font draws, nothing said twice.</summary>
internal sealed class TextShower(TokenWriter w, CidFontCollection fonts, HashSet<CidFont> usedFonts, Action<int> onPrivateUse)
{
    /// <summary>
    /// Thousandths of an em that the pen may stand off before TJ moves it: less than can be seen, and rounded widths do not cause a
    /// number at every glyph.
    /// </summary>
    private const double Tolerance = 2.5;

    /// <summary>CIDs to one string: far below the limit of 32,767 bytes.</summary>
    private const int MaxCidsPerString = 8000;

    // A line of print seldom has more characters.
    private const int UsualLine = 128;

    private readonly List<byte> _string = new(2 * UsualLine);
    private readonly List<PlacedSlot> _slots = new(UsualLine);
    private CidFont? _font;
    private long _size;
    private Color? _fill;
    private (long X, long Y) _lineStart;
    private bool _isTextOpen, _isArrayOpen;

    /// <summary>Shows fragments that stand on one line and belong together.</summary>
    /// <param name="fragments">The fragments, in the page's coordinates, in any order.</param>
    /// <param name="baseline">The baseline of the first of them from the page's bottom, in points; others may stand a little higher or lower.</param>
    /// <remarks>
    /// All readers put a line in order that is shown from left to right with one font. Where that cannot be (sizes too different for one
    /// font), the pieces follow each other in reading order, since pdf.js keeps pieces in the order of the stream.
    /// </remarks>
    public void ShowLine(IReadOnlyList<TextFragment> fragments, double baseline)
    {
        OpenText();
        var runs = RunsFromLeftToRight(fragments);
        if (runs.Count == 0)
        {
            return;
        }

        var rightToLeft = fragments[0].Owner.Node is { } node
            ? node.Direction == TextDirection.RightToLeft
            : (runs[0].Run.Level & 1) != 0;
        var pieces = Pieces(runs, rightToLeft);
        foreach (var (start, end, leader) in pieces)
        {
            CollectSlots(runs, start, end);
            if (rightToLeft)
            {
                SpaceForReaders.Adjust(_slots, leader.Run.Size);
            }

            var signs = rightToLeft ? SignsAfterLastNumber() : 0;
            ShowSlots(leader, baseline, signs, _slots.Count);
            ShowSlots(leader, baseline, 0, signs);
        }
    }

    /// <summary>
    /// Where the signs at the left end are over that follow a number, as in "45%" at the end of an Arabic line. pdf.js sees no Arabic letter before
    /// the number and makes it "%45", unless the signs come by themselves.
    /// </summary>
    private int SignsAfterLastNumber()
    {
        var start = _slots.FindIndex(static placed => placed.Slot.Scalar != ' ');
        var signs = Math.Max(start, 0);
        while (signs < _slots.Count && (_slots[signs].Run.Level & 1) != 0 && ClassOf(_slots[signs]) == BidiClass.ET)
        {
            signs++;
        }

        return signs > start && signs < _slots.Count && (_slots[signs].Run.Level & 1) == 0 && ClassOf(_slots[signs]) == BidiClass.EN ? signs : 0;

        static BidiClass ClassOf(PlacedSlot placed) => UnicodeProperties.BidiClass(placed.Slot.Scalar);
    }

    private static List<LineRun> RunsFromLeftToRight(IReadOnlyList<TextFragment> fragments)
    {
        var runs = new List<LineRun>();
        foreach (var fragment in fragments.OrderBy(static fragment => fragment.X))
        {
            var x = fragment.X;
            for (var i = 0; i < fragment.Runs.Length; i++)
            {
                x += i > 0 ? fragment.Runs[i - 1].Width : 0;
                runs.Add(new LineRun(fragment.Runs[i], x, fragments[0].Y - fragment.Y));
            }
        }

        return runs;
    }

    /// <summary>Cuts the line where no font can lead all of it. The leader is the first run on the baseline that reads in the line's direction.</summary>
    private static List<(int Start, int End, LineRun Leader)> Pieces(List<LineRun> runs, bool rightToLeft)
    {
        var pieces = new List<(int Start, int End, LineRun Leader)>();
        for (int start = 0, end; start < runs.Count; start = end)
        {
            var leader = runs[start];
            for (end = start; end < runs.Count && leader.CanLead(runs[end]); end++)
            {
                var candidate = runs[end];
                if (!IsGoodLeader(leader) && IsGoodLeader(candidate) && runs.GetRange(start, end - start).TrueForAll(candidate.CanLead))
                {
                    leader = candidate;
                }
            }

            pieces.Add((start, end, leader));
        }

        if (rightToLeft)
        {
            pieces.Reverse();
        }

        return pieces;

        bool IsGoodLeader(LineRun run) => ((run.Run.Level & 1) != 0) == rightToLeft && run.Rise == 0;
    }

    private void ShowSlots(LineRun leader, double baseline, int start, int end)
    {
        if (start == end)
        {
            return;
        }

        MoveTo(_slots[start].X, baseline + leader.Rise);
        // From the page's left edge, in points: where the reader's pen is; each slot knows where it belongs.
        var pen = _slots[start].X;
        var adjustment = 0.0;
        var (face, size) = (leader.Run.Face, leader.Run.Size);
        var unit = size / 1000;
        var run = new OverriddenRun(start, null);
        FontSource source = default;
        var slots = CollectionsMarshal.AsSpan(_slots);
        for (var i = start; i < end; i++)
        {
            ref readonly var placed = ref slots[i];
            if (i == run.End)
            {
                run = OverriddenRun.At(slots, i, end);
                BeginSaying(run.Text);
            }

            if (i == start || !ReferenceEquals(placed.Run, slots[i - 1].Run))
            {
                SetFill(placed.Run.Color);
                source = CidFontCollection.SourceOf(face, size, placed.Run, placed.Rise - leader.Rise);
            }

            var (font, cid, width) = fonts.Resolve(face, source, placed.Slot);
            SetFont(font, size);
            var gap = (placed.X - pen) / unit;
            if (Math.Abs(gap) > Tolerance)
            {
                // The same number again where it does as well: lines that repeat themselves compress better.
                adjustment = Math.Abs(gap - adjustment) <= Tolerance ? adjustment : Math.Round(gap, MidpointRounding.AwayFromZero);
                Adjust(-(long)adjustment);
                pen += adjustment * unit;
            }

            ShowCid(placed.Slot.Scalar, cid);
            pen += width * unit;
            if (i == run.End - 1)
            {
                EndSaying(run.Text);
            }
        }

        CloseArray();
    }

    private void CollectSlots(List<LineRun> runs, int start, int end)
    {
        _slots.Clear();
        for (var i = start; i < end; i++)
        {
            var (run, x, rise) = runs[i];
            foreach (ref readonly var slot in fonts.SlotsOf(run))
            {
                if (slot.Scalar != CharacterSlot.NoCharacter)
                {
                    _slots.Add(new PlacedSlot(run, slot, x, rise));
                }

                x += slot.Advance * run.Size / run.Face.UnitsPerEm;
            }
        }
    }

    /// <summary>Sets the colour of what is filled from here on.</summary>
    public void SetFill(Color color)
    {
        if (_fill == color || (_fill is null && color == Color.Black))
        {
            return;
        }

        CloseArray();
        _fill = color;
        if (color.Red == color.Green && color.Green == color.Blue)
        {
            w.Number(color.Red / 255.0).Operator("g"u8);
        }
        else
        {
            w.Number(color.Red / 255.0).Number(color.Green / 255.0).Number(color.Blue / 255.0).Operator("rg"u8);
        }
    }

    /// <summary>Ends the text object, if one is open.</summary>
    public void CloseText()
    {
        if (_isTextOpen)
        {
            CloseArray();
            w.Operator("ET"u8);
            _isTextOpen = false;
        }
    }

    /// <summary>Writes what is gathered, so that marked content may end or begin.</summary>
    public void EndString() => CloseArray();

    /// <summary>Begins a text object, if none is open.</summary>
    public void OpenText()
    {
        if (!_isTextOpen)
        {
            w.Operator("BT"u8);
            _isTextOpen = true;
            _lineStart = default;
        }
    }

    /// <summary>Moves to the start of a line, in whole thousandths, so that what is written adds up.</summary>
    private void MoveTo(double x, double y)
    {
        var target = ((long)Math.Round(x * 1000), (long)Math.Round(y * 1000));
        w.Thousandths(target.Item1 - _lineStart.X).Thousandths(target.Item2 - _lineStart.Y).Operator("Td"u8);
        _lineStart = target;
    }

    private void SetFont(CidFont font, double points)
    {
        var size = (long)Math.Round(points * 1000);
        if (_font == font && _size == size)
        {
            return;
        }

        CloseArray();
        _font = font;
        _size = size;
        usedFonts.Add(font);
        w.Name(font.ResourceName).Thousandths(size).Operator("Tf"u8);
    }

    private void ShowCid(int scalar, ushort cid)
    {
        var isPrivate = CharacterKinds.IsPrivateUse(scalar);
        if (isPrivate)
        {
            // PDF/A-2 6.2.11.7.3: nobody else knows the character, so something is said in its place.
            onPrivateUse(scalar);
            BeginSaying("\uFFFD");
        }

        _string.Add((byte)(cid >> 8));
        _string.Add((byte)cid);
        if (_string.Count >= 2 * MaxCidsPerString)
        {
            CloseArray();
        }

        EndSaying(isPrivate ? "\uFFFD" : null);
    }

    /// <summary>Says what stands in the place of what is shown next; nothing when that speaks for itself.</summary>
    private void BeginSaying(string? text)
    {
        if (text is not null)
        {
            CloseArray();
            w.Name("Span"u8).BeginDictionary().Name("ActualText"u8).Text(text).EndDictionary().Operator("BDC"u8);
        }
    }

    private void EndSaying(string? text)
    {
        if (text is not null)
        {
            CloseArray();
            w.Operator("EMC"u8);
        }
    }

    private void Adjust(long thousandths)
    {
        OpenArray();
        FlushString();
        w.Integer(thousandths);
    }

    private void OpenArray()
    {
        if (!_isArrayOpen)
        {
            w.BeginArray();
            _isArrayOpen = true;
        }
    }

    private void FlushString()
    {
        if (_string.Count > 0)
        {
            w.String(CollectionsMarshal.AsSpan(_string));
            _string.Clear();
        }
    }

    private void CloseArray()
    {
        if (_isArrayOpen)
        {
            FlushString();
            w.EndArray().Operator("TJ"u8);
            _isArrayOpen = false;
        }
        else if (_string.Count > 0)
        {
            FlushString();
            w.Operator("Tj"u8);
        }
    }

    /// <summary>A run on its line.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="X">Its left end, in points from the page's left edge.</param>
    /// <param name="Rise">How far above the line's baseline it stands, in points.</param>
    private readonly record struct LineRun(GlyphRun Run, double X, double Rise)
    {
        public bool CanLead(LineRun other) => CidFontCollection.CanLead(Run.Face, Run.Size, other.Run);
    }
}
