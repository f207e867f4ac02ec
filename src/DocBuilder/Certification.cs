namespace DocBuilder;

/// <summary>What a person who has evaluated an EPUB edition says of its accessibility. No program can say this.</summary>
public sealed record Certification
{
    private static readonly string[] Versions = ["2.0", "2.1", "2.2"];
    private static readonly string[] Levels = ["A", "AA", "AAA"];

    private Certification(string by, string wcagVersion, string level) => (By, WcagVersion, Level) = (by, wcagVersion, level);

    /// <summary>Who evaluated it.</summary>
    public string By { get; }

    /// <summary>The version of WCAG: 2.0, 2.1 or 2.2.</summary>
    public string WcagVersion { get; }

    /// <summary>The level at which it conforms: A, AA or AAA.</summary>
    public string Level { get; }

    /// <summary>What entitles them to say so; null for nothing.</summary>
    public string? Credential { get; private init; }

    /// <summary>The <c>http</c> or <c>https</c> address of their report; null when it is not published.</summary>
    public string? Report { get; private init; }

    /// <summary>Makes a certification of what a person says.</summary>
    /// <param name="by">Who evaluated the edition.</param>
    /// <param name="conformance">Version and level of WCAG, such as <c>2.1-AA</c>; null for <c>2.2-AA</c>.</param>
    /// <param name="credential">What entitles them; null for nothing.</param>
    /// <param name="report">The address of their report; null for none.</param>
    /// <param name="problem">The sentence that says what is wrong; null when nothing is.</param>
    /// <returns>The certification; null when it is not what the standard allows (EPUB Accessibility 1.1, 3.3).</returns>
    public static Certification? Create(string by, string? conformance, string? credential, string? report, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(by);
        var parts = (conformance ?? "2.2-AA").ToUpperInvariant().Split('-');
        problem = (by, parts) switch
        {
            _ when string.IsNullOrWhiteSpace(by) => "Who certifies has no name.",
            (_, not [_, _]) => NoConformance(conformance),
            _ when !Versions.Contains(parts[0]) || !Levels.Contains(parts[1]) => NoConformance(conformance),
            _ when report is not null && !IsWebAddress(report) => $"'{report}' is no address of a report: it begins with https:// or http://.",
            _ => null,
        };
        return problem is null ? new Certification(by, parts[0], parts[1]) { Credential = credential, Report = report } : null;
    }

    private static string NoConformance(string? value) => $"There is no conformance '{value}': it is a version of WCAG (2.0, 2.1, 2.2) and a level (A, AA, AAA), such as 2.2-AA.";

    private static bool IsWebAddress(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
