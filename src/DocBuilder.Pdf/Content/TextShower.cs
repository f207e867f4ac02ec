using System.Buffers.Binary;
using DocBuilder.Pdf.Fonts;
using DocBuilder.Pdf.Objects;
using DocBuilder.Typesetting.Pages;

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

    private readonly TextLine _line = new(fonts);
    private readonly byte[] _string = new byte[2 * MaxCidsPerString];
    private CidFont? _font;
    private long _size;
    private Color? _fill;
    private (long X, long Y) _lineStart;
    private int _stringLength;
    private bool _isTextOpen, _isArrayOpen, _isReplaced;

    /// <summary>Begins a page, on which nothing is set yet.</summary>
    public void BeginPage() => (_font, _fill) = (null, null);

    /// <summary>Shows fragments that stand on one line and belong together.</summary>
    /// <param name="fragments">The fragments, in the page's coordinates, in any order.</param>
    /// <param name="baseline">The baseline of the first of them from the page's bottom, in points; others may stand a little higher or lower.</param>
    /// <remarks>
    /// All readers put a line in order that is shown from left to right with one font. Where that cannot be (sizes too different for one
    /// font), the pieces follow each other in reading order, since pdf.js keeps pieces in the order of the stream.
    /// </remarks>
    public void ShowLine(ReadOnlySpan<TextFragment> fragments, double baseline)
    {
        OpenText();
        _line.Read(fragments);
        foreach (var (start, end, leader) in _line.Pieces)
        {
            _line.CollectSlots(start, end, leader);
            var signs = _line.SignsAfterLastNumber();
            ShowSlots(leader, baseline, signs, _line.Slots.Length);
            ShowSlots(leader, baseline, 0, signs);
        }
    }

    private void ShowSlots(in LineRun leader, double baseline, int start, int end)
    {
        if (start == end)
        {
            return;
        }

        var slots = _line.Slots[..end];
        MoveTo(slots[start].X, baseline + leader.Rise);
        // From the page's left edge, in points: where the reader's pen is; each slot knows where it belongs.
        var pen = slots[start].X;
        var adjustment = 0.0;
        var (face, size) = (leader.Run.Face, leader.Run.Size);
        var (unit, points) = (size / 1000, Thousandths(size));
        for (var i = start; i < end;)
        {
            var run = _line.RunOf(slots[i]);
            var overridden = OverriddenRun.At(slots, i, end, run.IsRightToLeft);
            BeginSaying(overridden.Text);
            SetFill(run.Run.Color);
            var source = fonts.SourceOf(face, size, run.Run, run.Rise - leader.Rise);
            for (; i < overridden.End; i++)
            {
                var (_, character, x) = slots[i];
                source = ReferenceEquals(character.Source, source) ? source : fonts.Show(character, source);
                if (!ReferenceEquals(source.Font, _font) || points != _size)
                {
                    SetFont(source.Font, points);
                }

                var gap = (x - pen) / unit;
                if (Math.Abs(gap) > Tolerance)
                {
                    // The same number again where it does as well: lines that repeat themselves compress better.
                    adjustment = Math.Abs(gap - adjustment) <= Tolerance ? adjustment : Math.Round(gap, MidpointRounding.AwayFromZero);
                    Adjust(-(long)adjustment);
                    pen += adjustment * unit;
                }

                if (character.IsPrivateUse)
                {
                    ShowPrivate(character);
                }
                else
                {
                    Show(character.Cid);
                }

                pen += character.Width * unit;
            }

            EndSaying(overridden.Text);
        }

        CloseArray();
    }

    /// <summary>Begins what is said in other words than it shows: ISO 32000-1 14.9.4. Nothing in it is replaced again, which poppler would not survive.</summary>
    /// <param name="text">The words.</param>
    public void BeginReplacement(string text)
    {
        BeginSaying(text);
        _isReplaced = true;
    }

    /// <summary>Ends what is said in other words.</summary>
    public void EndReplacement()
    {
        _isReplaced = false;
        EndSaying("");
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
        var target = (X: Thousandths(x), Y: Thousandths(y));
        w.Thousandths(target.X - _lineStart.X).Thousandths(target.Y - _lineStart.Y).Operator("Td"u8);
        _lineStart = target;
    }

    private void SetFont(CidFont font, long size)
    {
        CloseArray();
        _font = font;
        _size = size;
        usedFonts.Add(font);
        w.Name(font.ResourceName).Thousandths(size).Operator("Tf"u8);
    }

    private void Show(ushort cid)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_string.AsSpan(_stringLength), cid);
        _stringLength += 2;
        if (_stringLength == _string.Length)
        {
            CloseArray();
        }
    }

    /// <summary>PDF/A-2 6.2.11.7.3: nobody else knows the character, so something is said in its place.</summary>
    private void ShowPrivate(ShownCharacter character)
    {
        onPrivateUse(character.Scalar);
        BeginSaying("\uFFFD");
        Show(character.Cid);
        EndSaying("\uFFFD");
    }

    /// <summary>Says what stands in the place of what is shown next; nothing when that speaks for itself.</summary>
    private void BeginSaying(string? text)
    {
        if (text is not null && !_isReplaced)
        {
            CloseArray();
            w.Name("Span"u8).BeginDictionary().Name("ActualText"u8).Text(text).EndDictionary().Operator("BDC"u8);
        }
    }

    private void EndSaying(string? text)
    {
        if (text is not null && !_isReplaced)
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
        if (_stringLength > 0)
        {
            w.String(_string.AsSpan(0, _stringLength));
            _stringLength = 0;
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
        else if (_stringLength > 0)
        {
            FlushString();
            w.Operator("Tj"u8);
        }
    }

    private static long Thousandths(double points) => (long)Math.Round(points * 1000);
}
