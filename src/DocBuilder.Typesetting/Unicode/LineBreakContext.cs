using static DocBuilder.Typesetting.Unicode.LineBreakClass;

namespace DocBuilder.Typesetting.Unicode;

/// <summary>What the rules of UAX #14 have to know of the text before a place.</summary>
internal struct LineBreakContext
{
    /// <summary>The class of the character just before.</summary>
    private LineBreakClass _previous;

    /// <summary>The class of the last character before spaces; marks are part of their base (LB9), or letters (LB10).</summary>
    private LineBreakClass _last;

    /// <summary>How much of LB25's number ends with <see cref="_last"/>.</summary>
    private NumberPart _number;

    /// <summary>Whether <see cref="_last"/> is a hyphen after a Hebrew letter (LB21a).</summary>
    private bool _isHebrewHyphen;

    /// <summary>Whether an odd number of regional indicators ends with <see cref="_last"/> (LB30a).</summary>
    private bool _isOddRegionalIndicator;

    private enum NumberPart : byte
    {
        /// <summary>None.</summary>
        None,

        /// <summary><c>NU (NU | SY | IS)*</c>.</summary>
        Digits,

        /// <summary><c>NU (NU | SY | IS)* (CL | CP)</c>.</summary>
        Closed,
    }

    /// <summary>Whether a letter (AL) stands before, and nothing that a rule would remember: another letter changes nothing then, and must not be parted from it (LB28).</summary>
    public readonly bool IsInWord => _previous == AL && _last == AL && _number == NumberPart.None && !_isHebrewHyphen && !_isOddRegionalIndicator;

    /// <summary>What may happen before a character.</summary>
    /// <param name="next">Its class.</param>
    /// <param name="rest">The text after it, where LB25 looks for a digit.</param>
    public readonly LineBreakOpportunity Before(LineBreakClass next, ReadOnlySpan<char> rest)
    {
        if (_previous == AL && _last == AL && next == AL)
        {
            return LineBreakOpportunity.Prohibited; // LB28, the common case; no rule before it speaks of two letters
        }

        if (_previous is BK or LF or NL || (_previous == CR && next != LF))
        {
            return LineBreakOpportunity.Mandatory; // LB4, LB5
        }

        return IsProhibited(next, rest) ? LineBreakOpportunity.Prohibited : LineBreakOpportunity.Allowed;
    }

    /// <summary>Goes past a character.</summary>
    public void Pass(LineBreakClass next, bool isFirst)
    {
        if (next == SP)
        {
            _number = NumberPart.None;
            _isHebrewHyphen = false;
            _isOddRegionalIndicator = false;
        }
        else if (!(next is CM or ZWJ) || isFirst || !TakesMarks(_previous))
        {
            var effective = next is CM or ZWJ ? AL : next; // LB10
            _number = (_number, effective) switch
            {
                (_, NU) => NumberPart.Digits,
                (NumberPart.Digits, SY or IS) => NumberPart.Digits,
                (NumberPart.Digits, CL or CP or CPWide) => NumberPart.Closed,
                _ => NumberPart.None,
            };
            _isHebrewHyphen = effective is HY or BA && _last == HL && _previous != SP;
            _isOddRegionalIndicator = effective == RI && !_isOddRegionalIndicator;
            _last = effective;
        }

        _previous = next;
    }

    /// <summary>LB5 to LB31 in their order.</summary>
    private readonly bool IsProhibited(LineBreakClass next, ReadOnlySpan<char> rest)
    {
        if (next is BK or CR or LF or NL or SP or ZW)
        {
            return true; // LB5 (CR × LF), LB6, LB7
        }

        if (_last == ZW)
        {
            return false; // LB8
        }

        if (_previous == ZWJ)
        {
            return true; // LB8a
        }

        if (next is CM or ZWJ)
        {
            if (TakesMarks(_previous))
            {
                return true; // LB9
            }

            next = AL; // LB10
        }

        return IsProhibitedAfterSpaces(next) || (_previous != SP && IsProhibitedBetween(_last, next, rest)); // LB18
    }

    /// <summary>LB11 to LB17 where they reach over spaces.</summary>
    private readonly bool IsProhibitedAfterSpaces(LineBreakClass next) => next switch
    {
        WJ => true, // LB11
        EX or CL or CP or CPWide or IS or SY => true, // LB13; the numbers of example 7 come to the same
        _ when _last is OP or OPWide => true, // LB14
        OP or OPWide => _last == QU, // LB15
        NS => _last is CL or CP or CPWide, // LB16
        B2 => _last == B2, // LB17
        _ => false,
    };

    /// <summary>LB11, LB12 and LB19 to LB30b, for characters with nothing between them.</summary>
    private readonly bool IsProhibitedBetween(LineBreakClass last, LineBreakClass next, ReadOnlySpan<char> rest)
    {
        if (last is WJ or GL || (next == GL && !(last is BA or HY)) || last == QU || next == QU)
        {
            return true; // LB11, LB12, LB12a, LB19
        }

        if (last == CB || next == CB)
        {
            return false; // LB20
        }

        if (next is BA or HY or NS or IN || last == BB || _isHebrewHyphen || (last == SY && next == HL))
        {
            return true; // LB21, LB21a, LB21b, LB22
        }

        return IsProhibitedInNumber(last, next, rest) || last switch
        {
            AL or HL => next is NU or PR or PO or AL or HL or OP, // LB23, LB24, LB28, LB30
            NU => next is AL or HL or OP, // LB23, LB30
            CP => next is AL or HL or NU, // LB30
            IS => next is AL or HL, // LB29
            PR => next is ID or IDReserved or EB or EM or AL or HL || IsHangul(next), // LB23a, LB24, LB27
            PO => next is AL or HL, // LB24
            ID or EM => next == PO, // LB23a
            EB => next is PO or EM, // LB23a, LB30b
            IDReserved => next is PO or EM, // LB23a, LB30b
            JL => next is JL or JV or H2 or H3 or PO, // LB26, LB27
            JV or H2 => next is JV or JT or PO, // LB26, LB27
            JT or H3 => next is JT or PO, // LB26, LB27
            RI => next == RI && _isOddRegionalIndicator, // LB30a
            _ => false,
        };
    }

    /// <summary>LB25 as example 7 has it: <c>(PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?</c>.</summary>
    private readonly bool IsProhibitedInNumber(LineBreakClass last, LineBreakClass next, ReadOnlySpan<char> rest) => next switch
    {
        NU => last is PR or PO or HY || _number == NumberPart.Digits,
        PR or PO => _number != NumberPart.None,
        OP or OPWide => last is PR or PO && BeginsWithDigit(rest),
        _ => false,
    };

    /// <summary>Whether a number follows, after the marks of what stands before it.</summary>
    private static bool BeginsWithDigit(ReadOnlySpan<char> rest)
    {
        while (!rest.IsEmpty)
        {
            var lineBreakClass = LineBreakClassTable.Of(CodePointReader.At(rest, 0, out var length));
            if (!(lineBreakClass is CM or ZWJ))
            {
                return lineBreakClass == NU;
            }

            rest = rest[length..];
        }

        return false;
    }

    /// <summary>Whether marks after a character are part of it (LB9).</summary>
    private static bool TakesMarks(LineBreakClass lineBreakClass) => !(lineBreakClass is BK or CR or LF or NL or SP or ZW);

    private static bool IsHangul(LineBreakClass lineBreakClass) => lineBreakClass is JL or JV or JT or H2 or H3;
}
