namespace DocBuilder.Typesetting.Unicode;

/// <summary>Consecutive characters to be shaped in one script.</summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="Length">UTF-16 units, at least one.</param>
/// <param name="Script">The script; never Inherited, Common only when the whole text has nothing else.</param>
public readonly record struct ScriptRun(int Start, int Length, Script Script);
