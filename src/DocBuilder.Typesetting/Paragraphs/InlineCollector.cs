using System.Collections.Immutable;
using System.Text;
using DocBuilder.Documents;
using DocBuilder.Typesetting.Formulas;
using DocBuilder.Typesetting.Pages;
using DocBuilder.Typesetting.Themes;

namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>The first step: turns the inlines of a block into one string with its stretches.</summary>
internal sealed class InlineCollector(Theme theme, FormulaSetter formulas)
{
    private const char LineSeparator = '\u2028';
    private const char ObjectReplacement = '\uFFFC';
    private const char ZeroWidthSpace = '\u200B';
    private const char WordJoiner = '\u2060';

    /// <summary>A picture that is higher than this, in ems, stands on a line of its own: the words beside its foot would look lost.</summary>
    private const double HighestInLine = 4;

    /// <summary>CSS pixels are 96 to the inch, points 72.</summary>
    private const double PointsPerPixel = 0.75;

    private readonly StringBuilder _text = new();
    private readonly List<TextSegment> _segments = [];
    private readonly List<(int Start, Node Node)> _anchors = [];
    private bool _isLineDue;
    private bool _isAfterFormula;
    private double _width;

    /// <summary>Collects the inlines of a block that has the given base direction and look, for a column of a width in points.</summary>
    public StyledText Collect(ImmutableArray<Inline> inlines, TextDirection direction, TextStyle style, double width)
    {
        Reset();
        _width = width;
        AddAll(inlines, style, null);
        return Finish(direction);
    }

    /// <summary>Collects a formula that stands by itself, in a column of a width in points.</summary>
    public StyledText Collect(MathExpression formula, TextDirection direction, TextStyle style, double width)
    {
        Reset();
        _width = width;
        if (formula.Anchor is not null)
        {
            _anchors.Add((0, formula));
        }

        AddFormula(formula, style, null, isDisplay: true);
        return Finish(direction);
    }

    /// <summary>Makes a paragraph of generated words: a label, a running head.</summary>
    public StyledText Collect(string words, ContentOwner owner, string language, TextDirection direction, TextStyle style)
    {
        Reset();
        AddWords(words, owner, language, style, null);
        return Finish(direction);
    }

    private void Reset()
    {
        _text.Clear();
        _segments.Clear();
        _anchors.Clear();
        _isLineDue = false;
        _isAfterFormula = false;
    }

    private StyledText Finish(TextDirection direction) => new(_text.ToString(), [.. _segments], [.. _anchors], direction);

    private void AddAll(ImmutableArray<Inline> inlines, TextStyle style, Node? target)
    {
        foreach (var inline in inlines)
        {
            Add(inline, style, target);
        }
    }

    private void Add(Inline inline, TextStyle style, Node? target)
    {
        // The note leads back to its call, whether the call has an anchor or not.
        if (inline.Anchor is not null || inline is NoteReference)
        {
            _anchors.Add((_text.Length, inline));
        }

        switch (inline)
        {
            case Text text:
                AddWords(text.Value, ContentOwner.Of(text), text.Language, style, target);
                break;
            case LineBreak:
                AddControl(LineSeparator);
                break;
            case WordBreakOpportunity:
                AddControl(ZeroWidthSpace);
                break;
            case Styled styled:
                AddAll(styled.Inlines, StyleFor(styled.Style, style), target);
                break;
            case Link link:
                AddAll(link.Inlines, LinkStyle(style), link);
                break;
            case Span span:
                AddSpan(span, style, target);
                break;
            case InlineContainer container:
                AddAll(container.Inlines, style, target);
                break;
            case NoteReference reference:
                if (_segments is [.., { Target: NoteReference before }] && before != reference)
                {
                    // Two calls side by side are two numbers.
                    AddControl(WordJoiner);
                    AddSegment(1, SegmentKind.Gap, default, 0, "", style, null);
                    _text.Append(ObjectReplacement);
                }

                // UAX #14 would let a line begin with the number after a full stop.
                AddControl(WordJoiner);
                AddWords(reference.Label, ContentOwner.Of(reference, ContentPart.Label), reference.Language, (style.Rise > 0 ? style : Raised(style)) with { Color = theme.LinkColor }, reference);
                break;
            case Ruby ruby:
                AddAll(ruby.Base, style, target);
                AddAll(ruby.Annotation, Raised(style), target);
                break;
            case MathExpression math:
                AddFormula(math, style, target, isDisplay: false);
                break;
            case Image { Resource: not null } image:
                AddPicture(image, image.Resource, style, target);
                break;
            case Image image:
                AddWords(image.AlternativeText, ContentOwner.Of(image), image.Language, style with { Color = theme.SecondaryColor }, target);
                break;
        }
    }

    /// <summary>HTML isolates are the isolates of UAX #9, and an override is an isolate with an override inside.</summary>
    private void AddSpan(Span span, TextStyle style, Node? target)
    {
        if (span.Bidi == BidiIsolation.None)
        {
            AddAll(span.Inlines, style, target);
            return;
        }

        var rightToLeft = span.Direction == TextDirection.RightToLeft;
        AddControl(rightToLeft ? '\u2067' : '\u2066');
        if (span.Bidi == BidiIsolation.IsolateOverride)
        {
            AddControl(rightToLeft ? '\u202E' : '\u202D');
        }

        AddAll(span.Inlines, style, target);
        if (span.Bidi == BidiIsolation.IsolateOverride)
        {
            AddControl('\u202C');
        }

        AddControl('\u2069');
    }

    /// <summary>
    /// A formula is isolated from the text around it. What stands right before and after it (a bracket, a letter) stays on its line: UAX #14 LB20 would
    /// let a line begin or end between.
    /// </summary>
    private void AddFormula(MathExpression math, TextStyle style, Node? target, bool isDisplay)
    {
        var pieces = formulas.Set(math, style, isDisplay, _width);
        if (_text.Length > 0 && _text[^1] is not (' ' or LineSeparator))
        {
            AddControl(WordJoiner);
        }

        AddControl(math.Direction == TextDirection.RightToLeft ? '\u2067' : '\u2066');
        if (pieces is null)
        {
            AddWords(math.AlternativeText, ContentOwner.Of(math), math.Language, style, target);
        }

        foreach (var piece in pieces ?? [])
        {
            _segments.Add(new TextSegment(_text.Length, 1, SegmentKind.Formula, ContentOwner.Of(math), 0, math.Language, style, target) { Formula = piece });
            _text.Append(ObjectReplacement);
        }

        AddControl('\u2069');
        _isAfterFormula = true;
    }

    private void AddPicture(Image image, ImageResource resource, TextStyle style, Node? target)
    {
        var isHigh = (image.Width ?? resource.PixelWidth) * PointsPerPixel * resource.AspectRatio > HighestInLine * style.Size;
        if (_text.Length > 0 && (_isLineDue || (isHigh && _text[^1] != LineSeparator)))
        {
            AddControl(LineSeparator);
        }

        AddSegment(1, SegmentKind.Image, ContentOwner.Of(image), 0, image.Language, style, target);
        _text.Append(ObjectReplacement);
        _isLineDue = isHigh;
    }

    /// <summary>Adds words; bidi controls and byte order marks among them steer the text but are not drawn.</summary>
    private void AddWords(string words, ContentOwner owner, string language, TextStyle style, Node? target)
    {
        var start = 0;
        if (_isLineDue)
        {
            start = words.Length - words.AsSpan().TrimStart(' ').Length;
            if (start == words.Length)
            {
                return;
            }

            AddControl(LineSeparator);
            _isLineDue = false;
        }

        if (_isAfterFormula && words.Length > 0)
        {
            if (words[0] != ' ')
            {
                AddControl(WordJoiner);
            }

            _isAfterFormula = false;
        }

        for (var i = start; i <= words.Length; i++)
        {
            if (i < words.Length && !IsControl(words[i]))
            {
                continue;
            }

            if (i > start)
            {
                AddSegment(i - start, SegmentKind.Text, owner, start, language, style, target);
                _text.Append(words, start, i - start);
            }

            if (i < words.Length && words[i] == '\t')
            {
                AddTab(owner, i, language, style, target);
            }
            else if (i < words.Length)
            {
                AddControl(words[i] is '\n' ? LineSeparator : words[i]);
            }

            start = i + 1;
        }
    }

    /// <summary>A tab goes to the next multiple of eight columns (CSS Text, tab-size), and is white space to whoever reads the page.</summary>
    private void AddTab(ContentOwner owner, int ownerStart, string language, TextStyle style, Node? target)
    {
        const int tabSize = 8;
        var column = 0;
        for (var i = _text.Length - 1; i >= 0 && _text[i] != LineSeparator; i--)
        {
            column++;
        }

        var spaces = tabSize - (column % tabSize);
        AddSegment(spaces, SegmentKind.Text, owner, ownerStart, language, style, target);
        _text.Append(' ', spaces);
    }

    private void AddControl(char control)
    {
        AddSegment(1, SegmentKind.Control, default, 0, "", default, null);
        _text.Append(control);
    }

    private void AddSegment(int length, SegmentKind kind, ContentOwner owner, int ownerStart, string language, TextStyle style, Node? target) =>
        _segments.Add(new TextSegment(_text.Length, length, kind, owner, ownerStart, language, style, target));

    private static bool IsControl(char c) =>
        c is < ' ' or (>= '\u007F' and <= '\u009F') or '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    private TextStyle StyleFor(InlineStyle kind, TextStyle style) => kind switch
    {
        InlineStyle.Emphasis or InlineStyle.Italic or InlineStyle.Definition or InlineStyle.Variable => style with { IsEmphasized = true },
        InlineStyle.Citation => style with { IsSlanted = true },
        InlineStyle.Strong or InlineStyle.Bold => style with { IsBold = true },
        InlineStyle.Mark => style with { Decoration = style.Decoration | TextDecoration.Mark },
        InlineStyle.Small => style with { Size = theme.Reduced(style.Size, theme.SmallSize) },
        InlineStyle.Inserted or InlineStyle.Underline => style with { Decoration = style.Decoration | TextDecoration.Underline },
        InlineStyle.Deleted or InlineStyle.Strikethrough => style with { Decoration = style.Decoration | TextDecoration.LineThrough },
        InlineStyle.Subscript => style with { Size = style.Size * theme.RaisedSize, Rise = style.Rise - (style.Size * 0.16) },
        InlineStyle.Superscript => Raised(style),
        _ => style with { IsCode = true, Size = theme.Reduced(style.Size, 0.92) },
    };

    private TextStyle LinkStyle(TextStyle style) => style with
    {
        Color = theme.LinkColor,
        Decoration = theme.UnderlinedLinks ? style.Decoration | TextDecoration.Underline : style.Decoration,
    };

    /// <summary>Raised so that its top stays where the top of seven tenths would be: larger superscripts stand lower.</summary>
    private TextStyle Raised(TextStyle style) => style with { Size = style.Size * theme.RaisedSize, Rise = style.Rise + (style.Size * Math.Max(0.2, 0.91 - (0.7 * theme.RaisedSize))) };
}
