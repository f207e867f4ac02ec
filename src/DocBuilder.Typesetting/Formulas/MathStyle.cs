namespace DocBuilder.Typesetting.Formulas;

/// <summary>How a part of a formula is set.</summary>
/// <param name="Size">Points to the em.</param>
/// <param name="ScriptLevel">How deep it stands in scripts of scripts (MathML Core 2.1.6); 0 on the line.</param>
/// <param name="IsDisplay">Whether there is room in height, as in a formula on a line of its own.</param>
internal readonly record struct MathStyle(double Size, int ScriptLevel, bool IsDisplay)
{
    /// <summary>The style of a script.</summary>
    /// <param name="scripts">How large scripts are.</param>
    public MathStyle Script(ScriptSizes scripts) => new(ScriptLevel < scripts.Deepest ? Size * scripts.Part : Size, ScriptLevel + 1, IsDisplay: false);

    /// <summary>The style of the parts of a fraction.</summary>
    /// <param name="scripts">How large scripts are.</param>
    public MathStyle PartOfFraction(ScriptSizes scripts) => IsDisplay ? this with { IsDisplay = false } : Script(scripts);
}

/// <summary>How large scripts are.</summary>
/// <param name="Part">The size of a script, as a part of what it stands at.</param>
/// <param name="Deepest">Scripts deeper than this are not made smaller: scripts of scripts of scripts, or, where the theme has a smallest size, scripts of scripts.</param>
internal readonly record struct ScriptSizes(double Part, int Deepest);
