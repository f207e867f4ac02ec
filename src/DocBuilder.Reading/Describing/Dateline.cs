using AngleSharp.Dom;
using DocBuilder.Reading.Blocks;
using DocBuilder.Reading.Extraction;
using DocBuilder.Reading.Inlines;
using DocBuilder.Reading.Parsing;

namespace DocBuilder.Reading.Describing;

/// <summary>Tells when a <c>time</c> says when the article was published from when it says when something in it happened.</summary>
internal static class Dateline
{
    private static readonly string[] Words = ["date", "dates", "time", "timestamp", "published", "pubdate", "posted", "dateline", "meta", "byline", "info", "details", "author"];

    // What stands before a date of publication, and weekdays.
    private static readonly string[] LeadIns =
    [
        "نشر", "نُشر", "النشر", "بتاريخ", "تاريخ", "كتب", "في", "يوم", "published", "posted", "written", "on", "date", "by", "انتشار", "منتشر", "در", "تاریخ", "پخش", "شائع", "פורסם", "תאריך",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت",
    ];

    // The last change, and what is to come, are other dates.
    private static readonly string[] OtherDates = ["update", "modified", "edited", "event", "deadline", "until", "تحديث", "عُدّل", "تعديل", "الموعد", "موعد", "حتى", "روزرسانی", "ویرایش", "עודכן"];

    /// <summary>Whether an element with a time is about the article: marked as such, in its head or foot, or alone in a line before the text.</summary>
    public static bool IsOne(IElement time)
    {
        if (time.Closest("blockquote, figure, table, dl, [itemprop=comment]") is not null || (time.Attribute("itemprop") is { } property && !Tokens.Has(property, "datePublished")) || IsOther(WordsBefore(time)))
        {
            return false;
        }

        if (IsCalledDate(time))
        {
            return true;
        }

        for (var at = time.ParentElement; at is not null && at.LocalName is not ("article" or "body" or "main"); at = at.ParentElement)
        {
            if (at.LocalName is "header" or "footer" or "address" or "hgroup" || IsCalledDate(at))
            {
                return true;
            }

            if (at.LocalName is "li" or "h2" or "h3" or "h4" or "h5" or "h6")
            {
                return false;
            }

            if (ElementKinds.IsBlock(at))
            {
                var beside = TextCleaner.Fold(at.TextContent).Replace(TextCleaner.Fold(time.TextContent), " ", StringComparison.Ordinal);
                return beside.Split([' ', ',', '،', ':', '|', '·', '-', '–', '.'], StringSplitOptions.RemoveEmptyEntries).All(IsLeadIn)
                    && !TitleFinder.StandsAfterText(time, at.Closest("article, main, body")!, static _ => false);
            }
        }

        return false;
    }

    /// <summary>Whether a word leads in a date of publication, or is the day of the week.</summary>
    public static bool IsLeadIn(string word) => LeadIns.Contains(word.ToLowerInvariant()) || word.StartsWith("آدینه", StringComparison.Ordinal) || word.EndsWith("شنبه", StringComparison.Ordinal) || word is "جمعه" or "יום";

    private static bool IsOther(string words) => Array.Exists(OtherDates, other => words.Contains(other, StringComparison.OrdinalIgnoreCase));

    /// <summary>The few words right before an element.</summary>
    private static string WordsBefore(IElement element)
    {
        const int Reach = 30;
        var words = TextCleaner.Fold(element.PreviousSibling?.TextContent ?? element.ParentElement?.PreviousSibling?.TextContent ?? "");
        return words.Length > Reach ? words[^Reach..] : words;
    }

    private static bool IsCalledDate(IElement element) => ClassWords.Of(element) is { Count: > 0 } words && words.Overlaps(Words);
}
