using System.Collections.Frozen;
using DocBuilder.Documents;
using DocBuilder.Reading.Blocks;

namespace DocBuilder.Reading.Checks;

/// <summary>Finds links whose words say nothing when they are read in a list of links, which is how screen readers offer them.</summary>
internal static class LinkWordsCheck
{
    // As WordScan.Plain leaves them.
    private static readonly FrozenSet<string> Vague = FrozenSet.Create(
        StringComparer.Ordinal,
        // English
        "click here", "click", "here", "click this", "click this link", "this link", "this page", "this", "link", "more", "read more", "see more", "learn more", "more info", "more information",
        "continue", "continue reading", "details", "go", "download", "see here", "view", "read", "info", "full story", "website", "page",
        // Arabic
        "اضغط هنا", "اضغط", "انقر هنا", "انقر", "أنقر هنا", "إضغط هنا", "من هنا", "هنا", "هذا الرابط", "الرابط", "رابط", "على هذا الرابط", "في هذا الرابط", "المزيد", "للمزيد", "اقرأ المزيد",
        "إقرأ المزيد", "أقرأ المزيد", "قراءة المزيد", "لقراءة المزيد", "اعرف المزيد", "شاهد المزيد", "عرض المزيد", "تابع القراءة", "التفاصيل", "تفاصيل", "لمزيد من التفاصيل", "تحميل", "هذه الصفحة", "الموقع",
        // Persian
        "اینجا", "این جا", "اینجا کلیک کنید", "کلیک کنید", "این لینک", "لینک", "بیشتر", "ادامه", "ادامه مطلب", "بیشتر بخوانید", "جزئیات", "دانلود",
        // Urdu
        "یہاں", "یہاں کلک کریں", "کلک کریں", "مزید", "مزید پڑھیں", "تفصیلات", "لنک",
        // Hebrew
        "כאן", "לחץ כאן", "לחצו כאן", "הקליקו כאן", "קישור", "לקישור", "עוד", "קרא עוד", "קראו עוד", "למידע נוסף", "פרטים", "להמשך קריאה",
        // French, German, Spanish, Turkish
        "ici", "cliquez ici", "cliquer ici", "en savoir plus", "lire la suite", "plus", "lien", "hier", "hier klicken", "klicken sie hier", "mehr", "mehr erfahren", "weiterlesen", "weitere informationen",
        "aquí", "haga clic aquí", "haz clic aquí", "leer más", "más", "más información", "buraya tıklayın", "burada", "tıklayın", "devamı", "daha fazla");

    public static void Run(Document document, FindingList findings)
    {
        foreach (var node in NodeTree.SelfAndDescendants(document))
        {
            // A picture in the link speaks with its alternative text.
            if (node is Link link && PlainWords.Of(link.Inlines) is { Length: > 0 } words && Vague.Contains(WordScan.Plain(words))
                && (link.Inlines is [Text] || !NodeTree.SelfAndDescendants(link).Any(static inside => inside is Image { IsDecorative: false })))
            {
                findings.Add(CheckFindings.LinkVague, link.Position, words);
            }
        }
    }
}
