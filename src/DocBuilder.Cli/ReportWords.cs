using DocBuilder.Documents;

namespace DocBuilder.Cli;

/// <summary>What the command itself says of its work, in the language of the findings.</summary>
internal abstract class ReportWords
{
    private static readonly ReportWords English = new EnglishWords();
    private static readonly ReportWords Arabic = new ArabicWords();

    internal static ReportWords For(FindingGuide guide) => guide.IsRightToLeft ? Arabic : English;

    /// <summary>What an article took.</summary>
    /// <param name="editions">The editions written; null when none were to be.</param>
    /// <param name="milliseconds">The time.</param>
    internal abstract string Time(int? editions, string milliseconds);

    /// <summary>What became of a batch that was built.</summary>
    internal abstract string Built(int articles, int editions, int upToDate, int heldBack, int failed, int left);

    /// <summary>What became of a book.</summary>
    internal abstract string Bound(int articles, int editions, int pages, bool isHeldBack, int failed);

    /// <summary>What was found in a batch that was checked.</summary>
    internal abstract string Checked(int articles, IReadOnlyDictionary<FindingSeverity, int> findings, int failed);

    private sealed class EnglishWords : ReportWords
    {
        internal override string Time(int? editions, string milliseconds) => $"{(editions is null ? "checked" : $"{editions} editions")} in {milliseconds} ms";

        internal override string Built(int articles, int editions, int upToDate, int heldBack, int failed, int left) =>
            $"{Count(articles, "article")} built, {Count(editions, "edition")}{(upToDate > 0 ? $"; {upToDate} stood there already" : "")}{(heldBack > 0 ? $"; {heldBack} held back because of errors" : "")}{(failed > 0 ? $"; {failed} could not be built" : "")}{(left > 0 ? $"; {left} not tried" : "")}.";

        internal override string Bound(int articles, int editions, int pages, bool isHeldBack, int failed) =>
            failed > 0 ? $"No book was written: {Count(failed, "article")} of {articles} could not be read."
            : isHeldBack ? "No book was written: held back because of errors."
            : editions == 0 ? "No book was written."
            : $"A book of {Count(articles, "article")}{(pages > 0 ? $" and {Count(pages, "page")}" : "")} bound, {Count(editions, "edition")}.";

        internal override string Checked(int articles, IReadOnlyDictionary<FindingSeverity, int> findings, int failed) =>
            $"{Count(articles, "article")} checked: {Count(findings[FindingSeverity.Error], "error")}, {Count(findings[FindingSeverity.Warning], "warning")}, {Count(findings[FindingSeverity.Note], "note")}"
                + (failed > 0 ? $"; {failed} could not be read." : ".");

        private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
    }

    // Numbers stand behind their names: Arabic has six forms for what is counted, and none of them is needed then.
    private sealed class ArabicWords : ReportWords
    {
        internal override string Time(int? editions, string milliseconds) => $"{(editions is null ? "" : $"الطبعات: {editions}، ")}الزمن: {milliseconds} ملّي ثانية";

        internal override string Built(int articles, int editions, int upToDate, int heldBack, int failed, int left) =>
            $"المقالات المبنية: {articles}، الطبعات: {editions}{(upToDate > 0 ? $"؛ قائمة من قبل: {upToDate}" : "")}{(heldBack > 0 ? $"؛ محجوبة بسبب أخطاء: {heldBack}" : "")}{(failed > 0 ? $"؛ تعذّر بناؤها: {failed}" : "")}{(left > 0 ? $"؛ لم تُجرَّب: {left}" : "")}.";

        internal override string Bound(int articles, int editions, int pages, bool isHeldBack, int failed) =>
            failed > 0 ? $"لم يُكتب الكتاب. المقالات التي تعذّرت قراءتها: {failed} من {articles}."
            : isHeldBack ? "لم يُكتب الكتاب: حُجب بسبب أخطاء."
            : editions == 0 ? "لم يُكتب الكتاب."
            : $"جُمع الكتاب. المقالات: {articles}{(pages > 0 ? $"، الصفحات: {pages}" : "")}، الطبعات: {editions}.";

        internal override string Checked(int articles, IReadOnlyDictionary<FindingSeverity, int> findings, int failed) =>
            $"المقالات المفحوصة: {articles}. الأخطاء: {findings[FindingSeverity.Error]}، التحذيرات: {findings[FindingSeverity.Warning]}، الملاحظات: {findings[FindingSeverity.Note]}"
                + (failed > 0 ? $"؛ تعذّرت قراءتها: {failed}." : ".");
    }
}
