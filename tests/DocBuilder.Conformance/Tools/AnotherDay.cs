namespace DocBuilder.Conformance.Tools;

/// <summary>The clock set forward for one program and its children, by libfaketime; only the clock that tells the day, since timers wait by the other.</summary>
internal static class AnotherDay
{
    public const int Year = 2040;

    /// <summary>The words to put before a command.</summary>
    public static string[] Words { get; } = ["faketime", "-m", "--exclude-monotonic", $"{Year}-05-06 07:08:09"];
}
