using System.Collections.Immutable;
using DocBuilder.Documents;

namespace DocBuilder.Pdf.Profiles;

/// <summary>The claims that a file can make about itself.</summary>
[Flags]
internal enum Claims
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>PDF/UA.</summary>
    Ua = 1,

    /// <summary>PDF/A.</summary>
    A = 2,
}

/// <summary>What a document cannot meet, gathered while it is written. A claim whose rule is broken is not made.</summary>
internal sealed class ViolationList
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<Finding> _seen = [];

    /// <summary>The claims that still hold.</summary>
    public Claims Standing { get; private set; } = Claims.Ua | Claims.A;

    /// <summary>Notes something that breaks claims, or none.</summary>
    public void Add(Claims broken, Finding finding)
    {
        Standing &= ~broken;
        if (_seen.Add(finding))
        {
            _findings.Add(finding);
        }
    }

    /// <summary>Everything noted, and a word about each claim that is not made.</summary>
    public ImmutableArray<Finding> Report(Profile profile)
    {
        if (!Standing.HasFlag(Claims.Ua))
        {
            Add(Claims.None, PdfFindings.ClaimNotMade.Of(profile.UaName));
        }

        if (!Standing.HasFlag(Claims.A))
        {
            Add(Claims.None, PdfFindings.ClaimNotMade.Of(profile.AName));
        }

        return [.. _findings];
    }
}
