using DocBuilder.Conformance.Pdf;
using DocBuilder.Conformance.Tools;
using Xunit;

namespace DocBuilder.Conformance.Rules;

/// <summary>The checks can fail: a file broken in one place breaks the rule about it.</summary>
public sealed class BrokenFileTests(Editions editions, ProfileEditions profiles)
{
    [Theory]
    [InlineData("\"/Marked\": true", "\"/Marked\": false", "ua1 6.2-1")]
    [InlineData("\"/DisplayDocTitle\": true", "\"/DisplayDocTitle\": false", "ua1 7.1-10")]
    [InlineData("\"/Lang\": \"u:ar\"", "\"/Lang\": \"u:العربية\"", "ua1 7.2-29")]
    [InlineData("\"/Alt\":", "\"/Olt\":", "ua1 7.3-1")]
    [InlineData("\"/S\": \"/H2\"", "\"/S\": \"/H4\"", "ua1 7.4.2-1")]
    [InlineData("\"/S\": \"/TD\"", "\"/S\": \"/P\"", "ua1 7.2-10")]
    [InlineData("\"/S\": \"/LBody\"", "\"/S\": \"/Sect\"", "ua1 7.2-20")]
    [InlineData("\"/ColSpan\": 2", "\"/ColSpan\": 3", "ua1 7.2-42")]
    [InlineData("\"/Scope\": ", "\"/Scape\": ", "ua1 7.5-1")]
    [InlineData("\"/Tabs\": \"/S\"", "\"/Tabs\": \"/W\"", "ua1 7.18.3-1")]
    [InlineData("\"/StructParents\": 0", "\"/StructParents\": 99999", "pdf 14.7.4.4")]
    [InlineData("\"/CIDToGIDMap\":", "\"/None\":", "ua1 7.21.3.2-1")]
    [InlineData("\"/ToUnicode\":", "\"/None\":", "ua1 7.21.7-1")]
    [InlineData("\"/W\": [", "\"/None\": [", "ua1 7.21.5-1")]
    [InlineData("\"/FontFile2\":", "\"/None\":", "ua1 7.21.4.1-1")]
    [InlineData("\"/S\": \"/GTS_PDFA1\"", "\"/S\": \"/GTS_PDFX\"", "a2a 6.2.3-1")]
    [InlineData("\"/F\": 4", "\"/F\": 2", "a2a 6.3.2-2")]
    [InlineData("\"/S\": \"/URI\"", "\"/S\": \"/Launch\"", "a2a 6.5.1-1")]
    [InlineData("\"/Contents\": \"u:", "\"/None\": \"u:", "ua1 7.18.5-2")]
    [InlineData("\"/Parent\":", "\"/AA\":", "a2a 6.5.2-1")]
    public Task It_breaks_the_rule(string whole, string broken, string rule) => AssertBroken(editions.PdfPath("arabic-structure"), whole, broken, rule);

    [Theory]
    [InlineData("\"/S\": \"/FENote\"", "\"/S\": \"/Note\"", "ua2 8.2.5.14-1")]
    [InlineData("\"/NS\": \"u:http://iso.org/pdf2/ssn\"", "\"/NS\": \"u:http://iso.org/pdf/ssn\"", "ua2 8.2.5.2-2")]
    [InlineData("\"/S\": \"/Document\"", "\"/S\": \"/Part\"", "ua2 8.2.5.2-1")]
    [InlineData("\"/Ref\":", "\"/None\":", "ua2 8.2.5.14-2")]
    [InlineData("\"/Ref\":", "\"/None\":", "ua2 8.2.5.8-1")]
    [InlineData("\"/NoteType\": \"/Footnote\"", "\"/NoteType\": \"/Sidenote\"", "ua2 8.2.5.14-4")]
    [InlineData("\"/ListNumbering\":", "\"/None\":", "ua2 8.2.5.25-1")]
    [InlineData("\"/SD\": [", "\"/None\": [", "ua2 8.8-2")]
    [InlineData("\"/S\": \"/Reference\"", "\"/S\": \"/Span\"", "ua2 8.2.5.20-1")]
    [InlineData("\"/Desc\":", "\"/None\":", "ua2 8.14.1-1")]
    [InlineData("\"/UF\": \"u:", "\"/None\": \"u:", "a4f 6.9-2")]
    [InlineData("\"/Subtype\": \"/text/html\"", "\"/Subtype\": \"/html\"", "a4f 6.9-1")]
    [InlineData("\"/AFRelationship\":", "\"/None\":", "a4f 6.9-4")]
    [InlineData("\"/EmbeddedFiles\":", "\"/None\":", "a4f 6.9-5")]
    [InlineData("\"/Size\": ", "\"/Size\": 1", "pdf 7.11.4")]
    [InlineData("\"/S\": \"/Sect\"", "\"/S\": \"/Aside\"", "pdf 14.8.4")]
    [InlineData("\"/Root\":", "\"/Info\": {}, \"/Root\":", "a4f 6.1.3-4")]
    [InlineData("\"/Alt\": \"u:", "\"/Alt\": \"u:\uE000", "ua2 8.4.3-3")]
    public async Task It_breaks_the_rule_of_pdf_2_0(string whole, string broken, string rule) =>
        await AssertBroken((await profiles.Pdf("arabic-structure", "ua2-a4f")).Path, whole, broken, rule);

    private static async Task AssertBroken(string path, string whole, string broken, string rule)
    {
        var json = (await PdfFile.QpdfJson(path)).Replace(whole, broken, StringComparison.Ordinal);
        Assert.Contains(broken, json, StringComparison.Ordinal);
        var file = PdfFile.FromJson(path, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), json);
        var row = RuleTable.Rows.Single(row => RuleTable.IdsOf(row).Contains(rule));
        Assert.NotEmpty(row.Check(file));
    }
}
