namespace DocBuilder.Typesetting.Unicode;

/// <summary>What may happen between two characters (UAX #14).</summary>
public enum LineBreakOpportunity : byte
{
    /// <summary>No break (×).</summary>
    Prohibited,

    /// <summary>A break if the line is full (÷).</summary>
    Allowed,

    /// <summary>A break always (!).</summary>
    Mandatory,
}
