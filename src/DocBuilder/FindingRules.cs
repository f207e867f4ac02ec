using System.Collections.Frozen;
using System.Collections.Immutable;
using DocBuilder.Documents;
using DocBuilder.Epub.Content;
using DocBuilder.Epub.Inspection;
using DocBuilder.Inspection;
using DocBuilder.Pdf.Inspection;
using DocBuilder.Pdf.Profiles;
using DocBuilder.Reading.Checks;
using DocBuilder.Typesetting.Fonts;
using DocBuilder.Typesetting.Pages;

namespace DocBuilder;

/// <summary>The catalogue of everything that can be found, put together from the tables of the rooms.</summary>
public static class FindingRules
{
    private static readonly FrozenDictionary<string, FindingRule> ByCode;

    static FindingRules()
    {
        All =
        [
            .. BuildFindings.All.Concat(Reading.FindingCatalog.All).Concat(CheckFindings.All).Concat(PageFindings.All).Concat(FontFindings.All).Concat(EpubFindings.All).Concat(PdfFindings.All)
                .Concat(EditionFindings.All).Concat(InspectionFindings.All).Concat(EpubInspectionFindings.All)
                .OrderBy(static rule => rule.Code, StringComparer.Ordinal),
        ];
        ByCode = All.ToFrozenDictionary(static rule => rule.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All rules, by code.</summary>
    public static ImmutableArray<FindingRule> All { get; }

    /// <summary>The rule of a code, in capitals or not; null when there is none.</summary>
    public static FindingRule? Find(string code) => ByCode.GetValueOrDefault(code);
}
