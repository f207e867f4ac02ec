namespace DocBuilder.Typesetting.Unicode;

/// <summary>The run being built by <see cref="ScriptRuns"/>, and the brackets that are open.</summary>
/// <param name="runs">Where finished runs go.</param>
internal struct ScriptRunBuilder(List<ScriptRun> runs)
{
    /// <summary>Open brackets that are remembered; what is nested deeper closes like any other common character.</summary>
    public const int BracketDepth = 64;

    /// <summary>Where the run starts.</summary>
    private int _start = 0;

    /// <summary>Its script; Common as long as no character has decided it.</summary>
    private Script _script = Script.Common;

    /// <summary>While undecided: the scripts that its characters' Script_Extensions leave open; empty for all.</summary>
    private ScriptSet _candidates;

    /// <summary>While undecided and bounded: the script to take when nothing else decides.</summary>
    private Script _preferred;

    private int _openCount = 0;

    /// <summary>A bracket that waits for its closing one.</summary>
    /// <param name="Pair">The pair's number.</param>
    /// <param name="Script">Its script; Common while its run is undecided.</param>
    public readonly record struct OpenBracket(int Pair, Script Script);

    /// <summary>Adds the character that begins at <paramref name="position"/>.</summary>
    public void Add(int position, int codePoint, Span<OpenBracket> open)
    {
        var script = ScriptTable.Of(codePoint);
        if (script == _script && script != Script.Common)
        {
            return;
        }

        var bracket = script == Script.Common ? BracketAt(codePoint) : 0;
        if (IsClosing(bracket) && TryClose(position, bracket, open))
        {
            return;
        }

        if (ScriptExtensionsTable.Of(codePoint) is var number && number != 0)
        {
            AddExtended(position, script, ScriptSetTable.Of(number), open);
        }
        else if (script is not (Script.Common or Script.Inherited))
        {
            AddDecided(position, script, open);
        }

        if (bracket != 0 && !IsClosing(bracket))
        {
            Open(bracket, open);
        }
    }

    /// <summary>Whether a unit changes nothing: a space, which is any script's, or one of the letters that make up most of an Arabic run.</summary>
    public readonly bool GoesOnWith(char unit) => unit == ' ' || (_script == Script.Arabic && ArabicLetters.IsBasic(unit));

    /// <summary>Ends the last run.</summary>
    public void Finish(int end) => Cut(end);

    private static bool IsClosing(int bracket) => (bracket & 1) != 0;

    private void Open(int bracket, Span<OpenBracket> open)
    {
        if (_openCount == BracketDepth)
        {
            open[1..].CopyTo(open);
            _openCount--;
        }

        open[_openCount++] = new OpenBracket(bracket >> 1, _script);
    }

    /// <summary>Gives a closing bracket the script of the opening one, if that is known.</summary>
    private bool TryClose(int position, int bracket, Span<OpenBracket> open)
    {
        for (var place = _openCount - 1; place >= 0; place--)
        {
            if (open[place].Pair == bracket >> 1)
            {
                var script = open[place].Script;
                _openCount = place;
                if (script != Script.Common)
                {
                    AddDecided(position, script, open);
                }

                return script != Script.Common;
            }
        }

        return false;
    }

    private void AddDecided(int position, Script script, Span<OpenBracket> open)
    {
        if (script == _script)
        {
            return;
        }

        if (_script == Script.Common && (_candidates.IsEmpty || _candidates.Has(script)))
        {
            Decide(script, open);
            return;
        }

        StartRun(position, open);
        Decide(script, open);
    }

    private void AddExtended(int position, Script script, ReadOnlySpan<byte> extensions, Span<OpenBracket> open)
    {
        var isMark = script == Script.Inherited;
        if (_script != Script.Common)
        {
            // A mark never leaves its base, whatever scripts it is meant for.
            if (isMark || extensions.Contains((byte)_script))
            {
                return;
            }

            StartRun(position, open);
        }

        if (script is not (Script.Common or Script.Inherited))
        {
            AddDecided(position, script, open);
            return;
        }

        var set = ScriptSet.Of(extensions);
        var both = _candidates.IsEmpty ? set : _candidates & set;
        if (both.IsEmpty)
        {
            if (isMark)
            {
                return;
            }

            StartRun(position, open);
            both = set;
        }

        if (_candidates.IsEmpty || !both.Has(_preferred))
        {
            _preferred = both.Has((Script)extensions[0]) ? (Script)extensions[0] : both.First();
        }

        _candidates = both;
    }

    /// <summary>Gives the run its script, and with it the brackets that opened in it.</summary>
    private void Decide(Script script, Span<OpenBracket> open)
    {
        _script = script;
        for (var place = _openCount - 1; place >= 0 && open[place].Script == Script.Common; place--)
        {
            open[place] = open[place] with { Script = script };
        }
    }

    private void StartRun(int position, Span<OpenBracket> open)
    {
        if (_script == Script.Common && !_candidates.IsEmpty)
        {
            Decide(_preferred, open);
        }

        Cut(position);
        _script = Script.Common;
        _candidates = default;
    }

    /// <summary>Ends the run before <paramref name="end"/>; joins it to the one before if that has the same script.</summary>
    private void Cut(int end)
    {
        if (end == _start)
        {
            return;
        }

        var script = _script == Script.Common && !_candidates.IsEmpty ? _preferred : _script;
        if (runs.Count > 0 && runs[^1].Script == script)
        {
            runs[^1] = runs[^1] with { Length = end - runs[^1].Start };
        }
        else
        {
            runs.Add(new ScriptRun(_start, end - _start, script));
        }

        _start = end;
    }

    /// <summary>Bidi_Paired_Bracket, and the quotation marks that come in pairs in most languages; single ones are apostrophes too often.</summary>
    private static int BracketAt(int codePoint) => codePoint switch
    {
        '«' => 512,
        '»' => 513,
        '‹' => 514,
        '›' => 515,
        '“' => 516,
        '”' => 517,
        _ => BidiBracketTable.Of(codePoint),
    };
}
