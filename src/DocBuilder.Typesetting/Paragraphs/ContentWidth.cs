namespace DocBuilder.Typesetting.Paragraphs;

/// <summary>How narrow and how wide content can be set (CSS 2.2 17.5.2.2: minimum and maximum content width), in points.</summary>
/// <param name="Minimum">The width of the longest word.</param>
/// <param name="Maximum">The width at which nothing needs to be broken.</param>
/// <param name="Number">The width of the longest number, with its separators and signs; 0 when there is none. What is broken there reads as two numbers.</param>
internal readonly record struct ContentWidth(double Minimum, double Maximum, double Number)
{
    /// <summary>The width that two contents need, one below the other.</summary>
    public ContentWidth Over(ContentWidth other) => new(Math.Max(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum), Math.Max(Number, other.Number));

    /// <summary>The width with something beside the content, in points.</summary>
    public ContentWidth With(double beside) => new(Minimum + beside, Maximum + beside, Number > 0 ? Number + beside : 0);
}
