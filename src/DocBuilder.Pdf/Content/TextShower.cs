using System.Runtime.InteropServices;
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

    private readonly List<byte> _string = [];
    private CidFont? _font;
    private long _size;
    private Color? _fill;
    private (long X, long Y) _lineStart;
    private bool _isTextOpen, _isArrayOpen;

    /// <summary>Shows a fragment on its baseline.</summary>
    /// <param name="fragment">The fragment, in the page's coordinates.</param>
    /// <param name="baseline">The baseline from the page's bottom, in points.</param>
    public void Show(TextFragment fragment, double baseline)
    {
        OpenText();
        MoveTo(fragment.X, baseline);

        // In points from the fragment's left end: where the glyphs belong, and where the reader's pen is.
        double wanted = 0, pen = 0;
        foreach (var run in fragment.Runs)
        {
            SetFill(run.Color);
            var unitsPerEm = run.Face.UnitsPerEm;
            foreach (var slot in fonts.SlotsOf(run))
            {
                if (slot.Scalar != CharacterSlot.NoCharacter)
                {
                    var (font, cid) = fonts.Resolve(run.Face, slot);
                    SetFont(font, run.Size);
                    var gap = (wanted - pen) * 1000 / run.Size;
                    if (Math.Abs(gap) > Tolerance)
                    {
                        var adjustment = Math.Round(gap, MidpointRounding.AwayFromZero);
                        Adjust(-(long)adjustment);
                        pen += adjustment * run.Size / 1000;
                    }

                    ShowCid(slot.Scalar, cid);
                    pen += font.WidthOf(slot.Outline) * run.Size / 1000;
                }

                wanted += slot.Advance * run.Size / unitsPerEm;
            }
        }

        CloseArray();
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

    private void OpenText()
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
            CloseArray();
            onPrivateUse(scalar);
            w.Name("Span"u8).BeginDictionary().Name("ActualText"u8).Text("\uFFFD").EndDictionary().Operator("BDC"u8);
        }

        _string.Add((byte)(cid >> 8));
        _string.Add((byte)cid);
        if (isPrivate || _string.Count >= 2 * MaxCidsPerString)
        {
            CloseArray();
        }

        if (isPrivate)
        {
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
}
