using DocBuilder.Conformance.Pdf;

namespace DocBuilder.Conformance.Rules;

/// <summary>A row of the rule table.</summary>
/// <param name="Ids">What it holds, as "ua1 7.1-1, a2a 6.7.3.3-1"; "pdf" and a clause for ISO 32000-1 itself.</param>
/// <param name="Says">What must be, or why the rule cannot be broken.</param>
/// <param name="Faults">What breaks it.</param>
internal sealed record Rule(string Ids, string Says, Func<PdfFile, IEnumerable<string>> Faults)
{
    /// <summary>What breaks the rule, at most five; a file too broken to be looked at breaks it too.</summary>
    public IReadOnlyList<string> Check(PdfFile file)
    {
        try
        {
            return [.. Faults(file).Take(5)];
        }
        catch (Exception fault)
        {
            return [$"{fault.GetType().Name}: {fault.Message}"];
        }
    }

    /// <summary>Something must be true of the file.</summary>
    public static Rule Holds(string ids, string says, Func<PdfFile, bool> isTrue) =>
        new(ids, says, file => isTrue(file) ? [] : ["it does not"]);

    /// <summary>The rule speaks of something that we do not write: none of these keys is in any dictionary.</summary>
    public static Rule NoKey(string ids, string why, params string[] keys) =>
        new(ids, why, file => file.Dictionaries.Where(dictionary => keys.Any(key => !dictionary[key].IsNull))
            .Select(dictionary => $"{dictionary} has it"));

    /// <summary>The rule speaks of something that we do not write: no dictionary is of that kind.</summary>
    public static Rule None(string ids, string why, Func<PdfValue, bool> isOne) =>
        new(ids, why, file => file.Dictionaries.Where(isOne).Select(dictionary => $"{dictionary} is one"));
}
