namespace DocBuilder.Epub;

/// <summary>What a person who has evaluated a book says of it (EPUB Accessibility 1.1, 3.3 and 3.4). No program can say this.</summary>
/// <param name="By">Who evaluated it (<c>a11y:certifiedBy</c>).</param>
/// <param name="WcagVersion">Against which version of WCAG: 2.0, 2.1 or 2.2.</param>
/// <param name="Level">At which level it conforms: A, AA or AAA.</param>
public sealed record AccessibilityClaim(string By, string WcagVersion = "2.2", string Level = "AA")
{
    /// <summary>What entitles them to it (<c>a11y:certifierCredential</c>); null for nothing.</summary>
    public string? Credential { get; init; }

    /// <summary>The address of their report (<c>a11y:certifierReport</c>); null when it is not published.</summary>
    public string? Report { get; init; }

    /// <summary>The value of <c>dcterms:conformsTo</c>, letter for letter as the standard has it.</summary>
    public string Claim => $"EPUB Accessibility 1.1 - WCAG {WcagVersion} Level {Level}";
}
