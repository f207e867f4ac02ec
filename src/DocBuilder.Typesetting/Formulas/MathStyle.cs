namespace DocBuilder.Typesetting.Formulas;

/// <summary>How a part of a formula is set.</summary>
/// <param name="Size">Points to the em.</param>
/// <param name="ScriptLevel">How deep it stands in scripts of scripts (MathML Core 2.1.6); 0 on the line.</param>
/// <param name="IsDisplay">Whether there is room in height, as in a formula on a line of its own.</param>
internal readonly record struct MathStyle(double Size, int ScriptLevel, bool IsDisplay)
{
    // Scripts of scripts of scripts are not made smaller.
    private const int DeepestScript = 2;

    /// <summary>The style of a script.</summary>
    /// <param name="raised">How large a script is beside what it stands at.</param>
    public MathStyle Script(double raised) => new(ScriptLevel < DeepestScript ? Size * raised : Size, ScriptLevel + 1, IsDisplay: false);

    /// <summary>The style of the parts of a fraction.</summary>
    /// <param name="raised">How large a script is beside what it stands at.</param>
    public MathStyle PartOfFraction(double raised) => IsDisplay ? this with { IsDisplay = false } : Script(raised);
}
